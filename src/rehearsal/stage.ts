// One run with everything around it, headless: the engine, the real Graph client, the practice tenant, and time that
// costs nothing.
import {createRun} from '../engine/create-run.ts'
import type {Announcement, RunController} from '../engine/index.ts'
import {memoryStore} from '../engine/store.ts'
import type {RecordStore} from '../engine/ports.ts'
import {createGraphRunner} from '../graph/runner.ts'
import type {LocaleTag} from '../model/locale.ts'
import type {PageModel} from '../model/page.ts'
import {createMemoryStore, createPracticeTenant, situationOf, type PracticeTenant} from '../practice/index.ts'
import {createVirtualClock, type VirtualClock} from './clock.ts'
import {createCodeTokens} from './sign-in.ts'
import {createWire, type Wire} from './wire.ts'

/** A run on its stage. */
export interface Stage {
  readonly controller: RunController
  readonly tenant: PracticeTenant
  readonly wire: Wire
  readonly clock: VirtualClock
  /** All that was said so far. */
  readonly said: readonly Announcement[]
  /** The page as it is after a reload: the same store, nobody signed in, nothing going on. */
  readonly reload: () => Promise<RunController>
  /** Lets go of everything: what listens to other tabs keeps a process from ending. */
  readonly close: () => void
}

/** Opens a run of a page in a tenant that begins in a situation. */
export async function openStage(model: PageModel, situation: string, locale: LocaleTag): Promise<Stage> {
  const clock = createVirtualClock(Date.now())
  const tenant = createPracticeTenant({
    run: 'rehearsal',
    situation: situationOf(situation),
    store: createMemoryStore(),
    clock,
    ui: {ask: async ({accounts}) => ({kind: 'accept', account: accounts[0]?.id ?? ''})},
    redirectUri: 'https://runbooks.example/auth/redirect.html',
  })
  const wire = createWire(tenant.graph)
  // Kept as a browser would keep it: nothing is changed without its record.
  const memory = memoryStore()
  const store: RecordStore = {...memory, durable: true}
  const said: Announcement[] = []
  const open = () => {
    const tokens = createCodeTokens(tenant, clock)
    const runner = createGraphRunner({
      host: tenant.graphHost,
      calls: model.calls,
      transport: wire.transport,
      clock,
      strengthen: (token, claims, signal) =>
        tokens.token(token.scopes, signal, claims ?? undefined, {fresh: claims === null}),
    })
    return createRun({
      model,
      build: 'rehearsal',
      locale,
      mode: 'graph',
      situation: null,
      graph: true,
      store,
      clock,
      newId: () => crypto.randomUUID(),
      load: async () => ({tokens, runner}),
    })
  }
  const controller = open()
  controller.onAnnounce(announcement => said.push(announcement))
  await controller.start('graph', null)
  controller.prepare()
  await untilReady(controller)
  return {
    controller,
    tenant,
    wire,
    clock,
    said,
    close: () => {
      controller.dispose()
      memory.close()
    },
    reload: async () => {
      const again = open()
      const id = controller.getSnapshot().record?.id ?? ''
      if (!(await again.open(id))) throw new Error(`The run ${id} is not in the store.`)
      return again
    },
  }
}

/** Lets everything go on that waits for nothing but its turn. */
export function turn(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 0))
}

async function untilReady(controller: RunController): Promise<void> {
  for (let turns = 0; controller.getSnapshot().session.phase !== 'ready' && turns < 100; turns++) await turn()
}
