import type {RecordStore} from '../engine/ports.ts'

/** This browser's store of run records, opened; its code is loaded for it. */
export async function openRuns(): Promise<RecordStore> {
  const {openStore} = await import('../engine/store.ts')
  return openStore()
}
