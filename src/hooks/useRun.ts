import {useSyncExternalStore} from 'react'
import type {RunController, RunSnapshot} from '../engine/index.ts'

/** What a page shows of its run, kept up to date. */
export function useRun(controller: RunController): RunSnapshot {
  return useSyncExternalStore(controller.subscribe, controller.getSnapshot)
}
