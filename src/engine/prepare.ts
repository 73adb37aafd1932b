// Sign-in and Graph, loaded for a press.
import type {OpenRun} from './errand.ts'
import {RunProblem} from './problem.ts'
import type {Rim} from './rim.ts'

/**
 * The heavy parts for a press of a step. Null where a second press is needed, because the browser would block a window
 * that opens after waiting. Throws `RunProblem` `stopped` where nobody may be asked any more.
 */
export async function prepareRim(
  run: OpenRun,
  {step, press}: {readonly step: string; readonly press: string | null},
  signal: AbortSignal,
): Promise<Rim | null> {
  run.setLive(step, {phase: 'preparing', press})
  run.announce({id: 'preparing', assertive: false})
  const rim = await run.loadRim()
  // What was left or stopped meanwhile asks for no press.
  signal.throwIfAborted()
  if (run.mode() === 'unsigned') throw new RunProblem('stopped')
  if (run.mode() === 'practice') return rim
  run.setLive(step, {phase: 'press-again', press})
  run.announce({id: 'press-again', assertive: false})
  return null
}
