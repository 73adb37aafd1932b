import type {KeptFormat, OutputVerifier} from '../model/action.ts'
import {isTime} from '../model/output.ts'
import type {OutputRecord} from './step-record.ts'
import {toIso} from './time.ts'

type Kept = OutputRecord['kept']
type KeptValue = Kept[string]

// The event log numbers its events with 16 bits.
const mostEventId = 65_535

/**
 * The fields that a record keeps of a pasted output: those whose value fits its format, null where the output says
 * nothing. No format lets a text through that somebody has written.
 */
export function keptFields(
  {keep}: Pick<OutputVerifier, 'keep'>,
  valueOf: (field: OutputVerifier['keep'][number]) => unknown,
): Kept {
  const fields = keep.map(field => [field.name, toKept(field.as, valueOf(field))] as const)
  return Object.fromEntries(fields.filter((field): field is [string, KeptValue] => field[1] !== undefined))
}

function toKept(as: KeptFormat, value: unknown): KeptValue | undefined {
  if (value === null) return null
  switch (as) {
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? value : undefined
    case 'eventId':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= mostEventId
        ? value
        : undefined
    case 'dateTime':
      return isTime(value) ? toIso(Date.parse(value)) : undefined
  }
}
