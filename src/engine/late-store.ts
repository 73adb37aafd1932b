// The store of the run records, opened at the first touch of the page or with the run that is shown: one that is only
// read keeps nothing.
import type {RecordStore} from './ports.ts'

/** A store that `openStore` opens when it is first used; tried anew where its code could not be fetched. */
export function createLateStore(openStore: () => Promise<RecordStore>): RecordStore {
  const listeners = new Set<(id: string) => void>()
  let opening: Promise<RecordStore> | null = null
  let opened: RecordStore | null = null

  function open(): Promise<RecordStore> {
    opening ??= begin().catch((thrown: unknown) => {
      opening = null
      throw thrown
    })
    return opening
  }

  async function begin(): Promise<RecordStore> {
    opened = await openStore()
    opened.watch(id => listeners.forEach(listener => listener(id)))
    return opened
  }

  return {
    open: async () => {
      await open()
    },
    list: async () => (await open()).list(),
    load: async id => (await open()).load(id),
    append: async (id, make) => (await open()).append(id, make),
    put: async record => (await open()).put(record),
    delete: async id => (await open()).delete(id),
    watch: listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    get durable() {
      return opened?.durable ?? true
    },
  }
}
