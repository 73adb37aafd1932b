// The only import of JMESPath: an expression over an answer, and what of its result may be kept.
import {search} from 'jmespath'
import type {ReadResult} from '../model/run.ts'

/** A value that a record may keep. */
export type Kept = ReadResult['value']

/** The result of a JMESPath expression; null also where the data does not have the shape it expects. */
export function select(from: unknown, expression: string): unknown {
  try {
    return search(from, expression) as unknown
  } catch {
    // JMESPath functions throw on the wrong type, so this depends on the data: unknown, not a fault.
    return null
  }
}

/** The part of a selected value that may be kept: a scalar or a list of them. Objects never are. */
export function keep(value: unknown): Kept {
  if (Array.isArray(value)) {
    const list = value.map(toText)
    return list.every(entry => entry !== null) ? list : null
  }
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      return Number.isFinite(value) ? value : null
    default:
      return null
  }
}

/** A kept value cut to what a record holds: judged whole, recorded short. */
export function shortened(value: Kept): Kept {
  if (typeof value === 'string') return value.slice(0, longestText)
  return typeof value === 'object' && value
    ? value.slice(0, longestList).map(entry => entry.slice(0, longestText))
    : value
}

const longestText = 500
const longestList = 100

function toText(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : null
}
