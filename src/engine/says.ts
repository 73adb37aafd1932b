import type {GraphRead, OutputVerifier, TextKey} from '../model/action.ts'
import type {ReadResult} from '../model/run.ts'
import type {OutputRecord} from './step-record.ts'

/** The text that says what a read found, where the action has one. */
export function saysOf({says}: GraphRead, {outcome, value}: ReadResult): TextKey | null {
  switch (outcome) {
    case 'met':
      return says.met ?? says.read ?? null
    case 'not-met':
      return says.notMet ?? null
    case 'unknown':
      return says.unknown ?? null
    case 'read': {
      const none = Array.isArray(value) && value.length === 0
      return (none ? says.none : undefined) ?? says.read ?? null
    }
  }
}

/** The text that says what a pasted output said; an inconclusive one may fall short of nothing that has a text. */
export function saysOfOutput(
  {says, proof, short = []}: Pick<OutputVerifier, 'says' | 'proof' | 'short'>,
  {verdict, short: fallen}: Pick<OutputRecord, 'verdict' | 'short'>,
): TextKey | null {
  switch (verdict) {
    case 'confirmed':
      return says.confirmed
    case 'contradicted':
      return says.contradicted
    case 'inconclusive':
      return short.find(({id}) => id === fallen)?.text ?? null
    case 'too-old':
      return proof?.tooOld ?? null
    case 'not-understood':
      return says.notUnderstood
  }
}
