// The practice tenant of the open run, changed behind the page's back: faults and directories that none of the situations
// to choose from has. The page reads them as it would what another tab wrote; the build under test knows nothing of it.
import {openRun} from '../../src/hooks/memory.ts'
import type {Fault, TenantState} from '../../src/practice/state.ts'
import type {RunbookPage} from './runbook-page.ts'

const keyOf = (runbook: string) => `passerelle.${openRun(runbook)}`
const flagship = 'password-writeback'

/** Changes the tenant of the open run. Something must have read it before: until then there is none. */
export async function changeTenant(
  book: RunbookPage,
  change: (state: TenantState) => TenantState,
  runbook = flagship,
): Promise<void> {
  const next = change(await readTenant(book, runbook))
  await book.page.evaluate(reach, {key: keyOf(runbook), next})
}

/** The tenant of the open run as it is, unchanged. */
export async function readTenant({page}: RunbookPage, runbook = flagship): Promise<TenantState> {
  const state = await page.evaluate(reach, {key: keyOf(runbook), next: null})
  if (state === null) throw new TypeError('Nothing has read the practice tenant of this run yet.')
  return state
}

/** Switches faults on; each strikes its next matching requests. */
export function strike(book: RunbookPage, ...faults: readonly Omit<Fault, 'id'>[]): Promise<void> {
  return changeTenant(book, state => struck(state, faults))
}

/** A tenant with these faults and no others. */
export function struck(state: TenantState, faults: readonly Omit<Fault, 'id'>[]): TenantState {
  return {...state, faults: faults.map((fault, index) => ({...fault, id: `test-${index}`}))}
}

/** Holds the record of the open run as another tab would that writes into it. Returns the way to let go. */
export async function holdRecord({page}: RunbookPage): Promise<() => Promise<void>> {
  await page.evaluate(
    name =>
      new Promise<void>(held => {
        void navigator.locks.request(`run:${localStorage.getItem(name) ?? ''}`, () => {
          held()
          return new Promise<void>(done => (globalThis.letGo = done))
        })
      }),
    keyOf(flagship),
  )
  return () => page.evaluate(() => globalThis.letGo())
}

declare global {
  /** In the page: lets go of the record that a test holds. */
  var letGo: () => void
}

// Runs in the page: it may use nothing from outside. Gives the tenant, or keeps another in its place.
async function reach({
  key,
  next,
}: {
  readonly key: string
  readonly next: TenantState | null
}): Promise<TenantState | null> {
  const run = localStorage.getItem(key) ?? ''
  const finished = <Result>(request: IDBRequest<Result>) =>
    new Promise<Result>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error ?? new Error('The practice state cannot be reached.'))
    })
  const database = await finished(indexedDB.open('passerelle-practice'))
  const rows = database.transaction('tenants', 'readwrite').objectStore('tenants')
  if (next !== null) await finished(rows.put(next, run))
  const state = (await finished(rows.get(run))) as TenantState | undefined
  database.close()
  return state ?? null
}
