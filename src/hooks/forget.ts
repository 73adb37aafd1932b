import type {RunSummary} from '../engine/ports.ts'
import {openRun, recall, remember} from './memory.ts'

/** Forgets what this browser keeps of a run beside its record: its practice tenant, and that it was open. */
export async function forgetRun({id, runbook}: Pick<RunSummary, 'id' | 'runbook'>): Promise<void> {
  if (recall(openRun(runbook)) === id) remember(openRun(runbook), null)
  const {openPracticeStore} = await import('../practice/store.ts')
  await (await openPracticeStore()).delete(id)
}
