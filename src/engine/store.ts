// Run records in the browser: IndexedDB for the logs, Web Locks across tabs, BroadcastChannel for the news.
import {openDB, type DBSchema, type IDBPDatabase} from 'idb'
import type {RunEvent, RunRecord} from '../model/run.ts'
import type {RecordStore, RunSummary} from './ports.ts'

const channelName = 'passerelle-runs'

interface RunsDb extends DBSchema {
  runs: {key: string; value: RunRecord}
}

/** A store with its connections, which a test or a page that leaves may close. */
export interface OpenStore extends RecordStore {
  readonly close: () => void
}

/** The browser's store of run records; where the browser keeps nothing, one in memory (`durable: false`). */
export async function openStore(): Promise<OpenStore> {
  try {
    const db = await openDB<RunsDb>('passerelle-runs', 1, {
      upgrade: created => void created.createObjectStore('runs', {keyPath: 'id'}),
      // Another tab with a newer version must not wait for this one.
      blocking: (_old, _new, event) => (event.target as IDBDatabase).close(),
    })
    return storeOver(rowsOf(db), {durable: true, close: () => db.close()})
  } catch {
    return memoryStore()
  }
}

/** A store that is lost with the tab. */
export function memoryStore(): OpenStore {
  const runs = new Map<string, RunRecord>()
  const rows: Rows = {
    all: () => Promise.resolve([...runs.values()]),
    get: id => Promise.resolve(runs.get(id)),
    change: (id, make) => {
      const next = make(runs.get(id))
      if (next) runs.set(id, next)
      return Promise.resolve(next)
    },
    delete: id => {
      runs.delete(id)
      return Promise.resolve()
    },
  }
  return storeOver(rows, {durable: false, close: () => undefined})
}

/** Makes the next row of the one there is; null leaves it as it is. */
type Change = (record: RunRecord | undefined) => RunRecord | null

/** The rows a store stands on. `change` is atomic. */
interface Rows {
  readonly all: () => Promise<readonly RunRecord[]>
  readonly get: (id: string) => Promise<RunRecord | undefined>
  readonly change: (id: string, make: Change) => Promise<RunRecord | null>
  readonly delete: (id: string) => Promise<void>
}

function rowsOf(db: IDBPDatabase<RunsDb>): Rows {
  return {
    all: () => db.getAll('runs'),
    get: id => db.get('runs', id),
    change: async (id, make) => {
      const transaction = db.transaction('runs', 'readwrite', {durability: 'strict'})
      const next = make(await transaction.store.get(id))
      await Promise.all([next ? transaction.store.put(next) : null, transaction.done])
      return next
    },
    delete: id => db.delete('runs', id),
  }
}

function storeOver(rows: Rows, options: {readonly durable: boolean; readonly close: () => void}): OpenStore {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(channelName)
  const listeners = new Set<(id: string) => void>()
  if (channel)
    channel.onmessage = ({data}: MessageEvent<unknown>) => {
      if (typeof data === 'string') listeners.forEach(listener => listener(data))
    }

  async function change(id: string, make: Change): Promise<RunRecord | null> {
    const record = await locked(id, () => rows.change(id, make))
    if (record) channel?.postMessage(id)
    return record
  }

  return {
    open: () => Promise.resolve(),
    durable: options.durable,
    list: async () => (await rows.all()).map(summaryOf).sort((a, b) => (a.lastAt < b.lastAt ? 1 : -1)),
    load: async id => (await rows.get(id)) ?? null,
    append: async (id, make) => {
      const next = await change(id, record => {
        const log = record?.events ?? []
        const added = make(log)
        return added.length > 0
          ? {schema: 'passerelle/run@1', id, events: [...log, ...added]}
          : (record ?? null)
      })
      return next?.events ?? []
    },
    put: async record => {
      await change(record.id, () => record)
    },
    delete: async id => {
      await locked(id, () => rows.delete(id))
      channel?.postMessage(id)
    },
    watch: listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: () => {
      channel?.close()
      options.close()
    },
  }
}

// The transaction is atomic by itself; the lock keeps the order of tabs fair and is absent in old browsers.
function locked<T>(id: string, act: () => Promise<T>): Promise<T> {
  const locks = typeof navigator === 'undefined' || !('locks' in navigator) ? null : navigator.locks
  return locks ? locks.request(`run:${id}`, act).then(result => result as T) : act()
}

function summaryOf({id, events}: RunRecord): RunSummary {
  const start = events.find(
    (event): event is Extract<RunEvent, {type: 'run-started'}> => event.type === 'run-started',
  )
  const last = events.at(-1)
  const mode = events.reduce(
    (now, event) => (event.type === 'mode-changed' && now !== 'practice' ? event.mode : now),
    start?.mode ?? 'unsigned',
  )
  return {
    id,
    runbook: start?.runbook ?? '',
    mode,
    startedAt: start?.at ?? '',
    lastAt: last?.at ?? '',
    events: events.length,
  }
}
