// What a record keeps of a pasted output: the verdict and the allowed fields. The text itself is never kept.
import type {OutputVerifier} from '../model/action.ts'
import {judgeOutput} from '../model/output.ts'
import {keptFields} from './kept.ts'
import type {OutputRecord} from './step-record.ts'
import {select} from './select.ts'

/** A verdict on a pasted output, with the fields that the action allows to keep. */
type OutputJudgement = Pick<OutputRecord, 'verdict' | 'kept'> & {readonly short?: string}

/** The part of a judged output that a record keeps; nothing of one that was not understood. `now`: of the paste. */
export function outputToKeep(verifier: OutputVerifier, text: string, now: number): OutputJudgement {
  const {output, ...judged} = judgeOutput(verifier, text, {select, now})
  if (output === null) return {...judged, kept: {}}
  return {...judged, kept: keptFields(verifier, ({value}) => select(output, value))}
}
