import type {Node, Parent, PhrasingContent, Root, Text} from 'mdast'
import {createPlaces, type Point, type Projection, type Range} from '../bilingual/index.ts'

/** Words of the source that stand for a missing translation, or the mark behind them. */
interface Untranslated extends Parent {
  type: 'untranslated'
  children: PhrasingContent[]
}

declare module 'mdast' {
  interface PhrasingContentMap {
    untranslated: Untranslated
  }
  interface RootContentMap {
    untranslated: Untranslated
  }
}

/** Shows what stands in the source's language for lack of a translation: as such to machines, and by a mark to people. */
export function markUntranslated(tree: Root, projection: Projection, locale: string | null): void {
  const ranges = rangesOf(projection)
  if (ranges.length === 0) return
  markIn(tree, {ranges, text: projection.text, placeOf: createPlaces(projection.text), mark: markFor(locale)})
}

interface Marking {
  readonly ranges: readonly Range[]
  readonly text: string
  readonly placeOf: (offset: number) => Point
  readonly mark: string
}

/** The stretches without a translation; what only white space separates is one. */
function rangesOf({side, segments, text}: Projection): readonly Range[] {
  const ranges: {start: number; end: number}[] = []
  for (const {range, shown} of segments) {
    if (shown === side || range.start === range.end) continue
    const last = ranges.at(-1)
    const between = last === undefined ? 'x' : text.slice(last.end, range.start)
    if (last !== undefined && between.trim() === '' && !/[\r\n]/.test(between)) last.end = range.end
    else ranges.push({...range})
  }
  return ranges
}

/** `(anglais)`: the language as the reader's calls it. */
function markFor(locale: string | null): string {
  const names = isTag(locale) ? new Intl.DisplayNames(locale, {type: 'language'}) : null
  return `(${names?.of('en') ?? 'en'})`
}

/** Front matter may hold anything in place of a tag. */
function isTag(locale: string | null): locale is string {
  try {
    return locale !== null && Intl.getCanonicalLocales(locale).length > 0
  } catch {
    return false
  }
}

function markIn(parent: Parent | Root, marking: Marking): void {
  const touching = rangesIn(parent, marking.ranges)
  if (touching.length === 0) return
  if (isPhrasing(parent)) for (const range of touching) wrap(parent, range, marking)
  for (const child of parent.children) {
    if (child.type !== 'untranslated' && 'children' in child) markIn(child, marking)
  }
}

/** Puts the children that a stretch covers into an element; a text that it cuts is split. */
function wrap(parent: Parent, {start, end}: Range, marking: Marking): void {
  for (const offset of [start, end]) splitAt(parent, offset, marking)
  const places = placesOf(parent)
  const covered = (node: Node, index: number) => {
    const place = places[index] ?? {start: 0, end: 0}
    if (node.type === 'untranslated' || place.end <= place.start) return false
    if (node.position === undefined) return place.start < end && place.end > start
    return place.start >= start && place.end <= end
  }
  const first = parent.children.findIndex(covered)
  if (first === -1) return
  const last = parent.children.reduce((found, node, index) => (covered(node, index) ? index : found), first)
  const children = parent.children.slice(first, last + 1) as PhrasingContent[]
  const words = element(
    children,
    {lang: 'en', dir: 'ltr', className: ['untranslated']},
    {
      start: marking.placeOf(start),
      end: marking.placeOf(end),
    },
  )
  // Behind the words, so that what cuts a paragraph at a place keeps both together.
  const position = {start: marking.placeOf(end), end: marking.placeOf(end)}
  const mark = element([{type: 'text', value: marking.mark}], {className: ['untranslated-mark']}, position)
  parent.children.splice(first, last + 1 - first, words, {type: 'text', value: ' ', position}, mark)
}

function element(
  children: PhrasingContent[],
  hProperties: NonNullable<NonNullable<Untranslated['data']>['hProperties']>,
  position: NonNullable<Untranslated['position']>,
): Untranslated {
  return {type: 'untranslated', data: {hName: 'span', hProperties}, children, position}
}

/** Places of the children; those to which GFM gave none, for it found an address, share what lies between the others. */
function placesOf(parent: Parent): readonly Range[] {
  const inner = offsetsOf(parent)
  return parent.children.map((node, index) => {
    if (node.position !== undefined) return offsetsOf(node)
    const before = parent.children
      .slice(0, index)
      .reverse()
      .find(each => each.position !== undefined)
    const after = parent.children.slice(index).find(each => each.position !== undefined)
    return {
      start: before === undefined ? inner.start : offsetsOf(before).end,
      end: after === undefined ? inner.end : offsetsOf(after).start,
    }
  })
}

function splitAt(parent: Parent, offset: number, {text, placeOf}: Marking): void {
  const at = parent.children.findIndex(node => {
    const {start, end} = offsetsOf(node)
    return start < offset && offset < end
  })
  const node = parent.children[at]
  if (node?.type !== 'text') return
  const {start, end} = offsetsOf(node)
  const cut = lengthOfHead(node, text.slice(start, offset), text.slice(offset, end))
  if (cut === null) return
  const [from, middle, to] = [start, offset, end].map(placeOf) as [Point, Point, Point]
  parent.children.splice(
    at,
    1,
    {type: 'text', value: node.value.slice(0, cut), position: {start: from, end: middle}},
    {type: 'text', value: node.value.slice(cut), position: {start: middle, end: to}},
  )
}

/** An escape makes a text shorter than its source, so that the end counts that holds none; null where both may. */
function lengthOfHead({value}: Text, head: string, tail: string): number | null {
  if (value.startsWith(head)) return head.length
  return value.endsWith(tail) ? value.length - tail.length : null
}

function rangesIn(node: Node, ranges: readonly Range[]): readonly Range[] {
  if (node.type === 'root') return ranges
  const {start, end} = offsetsOf(node)
  return ranges.filter(range => range.start < end && range.end > start)
}

const phrasing = [
  'paragraph',
  'heading',
  'tableCell',
  'link',
  'linkReference',
  'emphasis',
  'strong',
  'delete',
]

function isPhrasing({type}: Node): boolean {
  return phrasing.includes(type)
}

function offsetsOf({position}: Node): Range {
  return {start: position?.start.offset ?? 0, end: position?.end.offset ?? 0}
}
