import type {Root} from 'mdast'
import {createPlaces} from '../bilingual/index.ts'

/** A tree that shows a text as it is written, for one that no parser may be given. */
export function asWritten(text: string): Root {
  const placeOf = createPlaces(text)
  // Each node has places of its own: what moves a tree moves those of every node.
  const position = () => ({start: placeOf(0), end: placeOf(text.length)})
  const words = {type: 'text' as const, value: text.trim(), position: position()}
  return {
    type: 'root',
    children: [{type: 'paragraph', children: [words], position: position()}],
    position: position(),
  }
}
