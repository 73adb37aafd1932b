import type {RunSummary} from '../engine/ports.ts'
import {draftMemory, openRun, recall, remember} from './memory.ts'

/** Forgets what this browser keeps of a run beside its record: its practice tenant, what was being typed about it, and that it was open. */
export async function forgetRun({id, runbook}: Pick<RunSummary, 'id' | 'runbook'>): Promise<void> {
  if (recall(openRun(runbook)) === id) remember(openRun(runbook), null)
  // A draft begins with the run it is of.
  if (recall(draftMemory)?.startsWith(`[${JSON.stringify(id)},`)) remember(draftMemory, null)
  const {openPracticeStore} = await import('../practice/store.ts')
  await (await openPracticeStore()).delete(id)
}
