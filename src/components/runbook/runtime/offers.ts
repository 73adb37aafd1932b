import {isAsFileSays, type RunState} from '../../../engine/index.ts'
import {isInput} from '../../../engine/inputs.ts'
import {own} from '../../../engine/own.ts'
import type {RunInput} from '../../../model/action.ts'

/** One entry of a list to choose from: what is kept, and the name it is chosen by. */
export interface Offer {
  readonly value: string
  readonly name: string
}

/**
 * What Graph offers for an input of the kind `option`; null where this browser has not read it in this run. What a file
 * says of a list is not offered: nobody knows which name belongs to which id there.
 */
export function offersOf({kind, from}: RunInput, state: RunState): readonly Offer[] | null {
  if (from === undefined) return null
  const done = own(state.steps[from.step]?.presses ?? {}, from.press)
  const result = done?.results.find(({read}) => read === from.read)
  if (!done || !result || result.outcome === 'unknown' || isAsFileSays(state, done)) return null
  const [ids, names] = [listOf(result.value), listOf(result.found)]
  return ids
    .map((value, index) => ({value, name: names[index] ?? value}))
    .filter(({value}) => isInput(kind, value))
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : []
}
