import type {Node} from 'mdast'
import type {VFile} from 'vfile'
import {VFileMessage} from 'vfile-message'
import {createPlaces, type Point, type Projection, type Scan} from '../bilingual/index.ts'
import type {Refusal} from './refusals.ts'

/** What the parser leaves on `file.data.bilingual`: the projection that the tree was parsed from, and its scan. */
export interface Bilingual extends Projection {
  readonly scan: Scan
}

declare module 'vfile' {
  interface DataMap {
    bilingual: Bilingual
    /** What the page does not show as it is written. */
    refusals: readonly Refusal[]
  }
}

/** The place of a node in the authored file; undefined for a node that was not parsed. */
export function placeOf(file: VFile, node: Node): {readonly start: Point; readonly end: Point} | undefined {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined) return undefined
  const {bilingual} = file.data
  const toPoint = createPlaces(bilingual?.scan.text ?? String(file))
  if (bilingual === undefined) return {start: toPoint(start), end: toPoint(end)}
  const from = bilingual.toAuthored(start)
  const to = start === end ? from : bilingual.toAuthored(end, 'end')
  return {start: toPoint(from), end: toPoint(to)}
}

/** A parser's error with its place in the authored file instead of the projection; anything else as it is. */
export function withAuthoredPlace(cause: unknown, bilingual: Bilingual): unknown {
  if (!(cause instanceof VFileMessage) || cause.place === undefined) return cause
  const toPoint = createPlaces(bilingual.scan.text)
  const authored = ({offset}: {readonly offset?: number | undefined}) =>
    toPoint(bilingual.toAuthored(offset ?? 0))
  const {place} = cause
  cause.place = 'start' in place ? {start: authored(place.start), end: authored(place.end)} : authored(place)
  const start = 'start' in cause.place ? cause.place.start : cause.place
  cause.line = start.line
  cause.column = start.column
  return cause
}
