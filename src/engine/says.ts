import type {GraphRead, TextKey} from '../model/action.ts'
import type {ReadResult} from '../model/run.ts'

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
