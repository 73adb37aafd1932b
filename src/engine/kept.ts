import type {FoundFormat} from '../model/action.ts'
import {isTime} from '../model/output.ts'
import type {OutputRecord} from './run.ts'

type KeptValue = OutputRecord['kept'][string]

const longest = 200

/** What a record keeps of a field of a pasted output: a scalar that fits the field's format, or null. */
export function toKept(as: FoundFormat, value: unknown): KeptValue {
  switch (as) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? value : null
    case 'dateTime':
    case 'age':
      return isTime(value) ? value : null
    case 'text':
      return toScalar(value)
    case 'list':
      // Only the entries themselves: a list of lists has no place in a record.
      return Array.isArray(value)
        ? value
            .map(toScalar)
            .filter(entry => entry !== null)
            .join(', ')
            .slice(0, longest)
        : toScalar(value)
  }
}

// A truth value stays one: `true`, never the word.
function toScalar(value: unknown): KeptValue {
  if (typeof value === 'string') return value.slice(0, longest)
  return typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)) ? value : null
}
