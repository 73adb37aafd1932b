// Where practice state lives. IndexedDB by hand: one object store and two requests are less than the library for it,
// which belongs to the run records.
import type {TenantState} from './state.ts'

/** Keeps the state of practice runs. `update` is atomic over tabs: `change` gets what is stored at that moment. */
export interface PracticeStore {
  load(run: string): Promise<TenantState | null>
  update(run: string, change: (state: TenantState | null) => TenantState): Promise<TenantState>
  delete(run: string): Promise<void>
}

const rows = 'tenants'
const notKept = 'The practice state was not kept.'

/** The browser's store of practice state, shared by tabs and languages; in memory where the browser keeps nothing. */
export async function openPracticeStore(): Promise<PracticeStore> {
  try {
    return storeOver(await openDatabase())
  } catch {
    return createMemoryStore()
  }
}

/** A practice store in memory: for a browser that keeps nothing, and for servers. */
export function createMemoryStore(): PracticeStore {
  const states = new Map<string, TenantState>()
  return {
    load: async run => states.get(run) ?? null,
    update: async (run, change) => {
      const state = change(states.get(run) ?? null)
      states.set(run, state)
      return state
    },
    delete: async run => {
      states.delete(run)
    },
  }
}

function storeOver(database: IDBDatabase): PracticeStore {
  return {
    load: async run => (await finished(row(database.transaction(rows).objectStore(rows), run))) ?? null,
    update: (run, change) =>
      new Promise((resolve, reject) => {
        const transaction = database.transaction(rows, 'readwrite')
        const store = transaction.objectStore(rows)
        const request = row(store, run)
        // Inside the callback, so that the transaction is still open and no other tab comes between.
        request.onsuccess = () => {
          try {
            const state = change(request.result ?? null)
            store.put(state, run)
            transaction.oncomplete = () => resolve(state)
          } catch (thrown) {
            transaction.onabort = () => reject(new Error(notKept, {cause: thrown}))
            transaction.abort()
          }
        }
        transaction.onabort = () => reject(transaction.error ?? new Error(notKept))
      }),
    delete: async run => {
      await finished(database.transaction(rows, 'readwrite').objectStore(rows).delete(run))
    },
  }
}

function row(store: IDBObjectStore, run: string): IDBRequest<TenantState | undefined> {
  return store.get(run) as IDBRequest<TenantState | undefined>
}

async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open('passerelle-practice', 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore(rows)
  }
  const database = await finished(request)
  // Another tab with a newer version must not wait for this one.
  database.onversionchange = () => database.close()
  return database
}

function finished<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The practice state cannot be read.'))
  })
}
