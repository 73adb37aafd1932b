import type {Root} from 'mdast'
import {createPlaces} from '../bilingual/index.ts'

/** A tree that shows a text as it is written, for one that no parser may be given. */
export function asWritten(text: string): Root {
  const placeOf = createPlaces(text)
  const position = {start: placeOf(0), end: placeOf(text.length)}
  const value = text.trim()
  return {
    type: 'root',
    children: [{type: 'paragraph', children: [{type: 'text', value, position}], position}],
    position,
  }
}
