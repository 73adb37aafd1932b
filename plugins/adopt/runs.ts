import type {Html, Node, PhrasingContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import type {Range} from '../bilingual/segment.ts'

/** Words of one block that nothing interrupts: what stands between images, hard breaks and the ends of the block. */
export interface Run {
  /** Place in the document, markup at the ends included. */
  readonly range: Range
  readonly signs: readonly Sign[]
}

/** One UTF-16 unit of a run as it reads. */
export interface Sign {
  readonly text: string
  readonly offset: number
  /** The outermost markup it stands in, which no boundary may cut. */
  readonly within: Range | null
  /** False for what no translator is given: code, and an address that is its own text. */
  readonly isWord: boolean
}

/** The runs of a block's inline content, which stands at `inner`; those without a word are left out. */
export function runsOf(children: readonly PhrasingContent[], text: string, inner: Range): readonly Run[] {
  const reading: Reading = {text, from: inner.start, runs: [], signs: [], range: null}
  read(reading, placed(children, inner, text), null)
  flush(reading)
  return reading.runs
}

/** Place of a parsed node in its document. */
export function offsetsOf({position}: Node): Range {
  return {start: position?.start.offset ?? 0, end: position?.end.offset ?? 0}
}

/** Where GFM finds an address it leaves nodes without a place: what stands there is read as one text. */
function placed(
  children: readonly PhrasingContent[],
  inner: Range,
  text: string,
): readonly PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  let end = inner.start
  let isLost = false
  const fill = (start: number): void => {
    if (isLost && start > end) nodes.push(textAt(text, {start: end, end: start}))
    isLost = false
  }
  for (const node of children) {
    if (node.position === undefined) isLost = true
    else {
      fill(offsetsOf(node).start)
      nodes.push(node)
      end = offsetsOf(node).end
    }
  }
  fill(inner.end)
  return nodes
}

function textAt(text: string, {start, end}: Range): PhrasingContent {
  const at = (offset: number) => ({line: 1, column: 1, offset})
  return {type: 'text', value: text.slice(start, end), position: {start: at(start), end: at(end)}}
}

interface Reading {
  readonly text: string
  readonly from: number
  readonly runs: Run[]
  signs: Sign[]
  range: Range | null
}

function read(reading: Reading, children: readonly PhrasingContent[], within: Range | null): void {
  for (let at = 0; at < children.length; at += 1) {
    const node = children[at]
    if (node === undefined) return
    const place = offsetsOf(node)
    const last = node.type === 'html' ? closingOf(children, at, node) : at
    const closing = children[last]
    if (closing !== undefined && last > at) {
      // An element of HTML; an empty one is the place that a heading's name stands for.
      const inner = children.slice(at + 1, last)
      const whole = {start: place.start, end: offsetsOf(closing).end}
      if (within === null && inner.length === 0) flush(reading)
      else readMarkup(reading, inner, within ?? whole, whole)
      at = last
    } else if (node.type === 'text') readText(reading, place, within)
    else if (within === null && isApart(node)) flush(reading)
    else if ('children' in node && !isBareAddress(node, reading.text))
      readMarkup(reading, placed(node.children, place, reading.text), within ?? place, place)
    else readLiteral(reading, node, within ?? place)
  }
}

function readMarkup(
  reading: Reading,
  children: readonly PhrasingContent[],
  within: Range,
  place: Range,
): void {
  extend(reading, place)
  read(reading, children, within)
}

const lineEnd = /(?:\r\n|\n|\r)[ \t>]*/y

function readText(reading: Reading, {start, end}: Range, within: Range | null): void {
  let offset = Math.max(start, reading.from)
  if (offset >= end) return
  extend(reading, {start: offset, end})
  while (offset < end) {
    lineEnd.lastIndex = offset
    const [wrap] = lineEnd.exec(reading.text) ?? []
    const text = wrap === undefined ? reading.text.charAt(offset) : ' '
    reading.signs.push({text, offset, within, isWord: true})
    offset += wrap?.length ?? 1
  }
}

/** Code and the like stand for a word that begins with a capital letter. */
function readLiteral(reading: Reading, node: PhrasingContent, within: Range): void {
  const {start, end} = offsetsOf(node)
  extend(reading, {start, end})
  if (node.type === 'footnoteReference' || (node.type === 'html' && node.value.startsWith('</'))) return
  reading.signs.push({text: 'X', offset: start, within, isWord: false})
}

function extend(reading: Reading, {start, end}: Range): void {
  reading.range = {start: reading.range?.start ?? start, end: Math.max(end, reading.range?.end ?? end)}
}

function flush(reading: Reading): void {
  const {range, signs} = reading
  if (range !== null && signs.some(isLetter)) reading.runs.push({range, signs})
  reading.signs = []
  reading.range = null
}

/** Whether a sign is a letter or digit that a translator is given. */
export function isLetter({text, isWord}: Sign): boolean {
  return isWord && /[\p{L}\p{N}\p{Cs}]/u.test(text)
}

const tagName = /^<([a-z][a-z0-9-]*)(?=[\s>])[^>]*[^/>]?>$/i

/** Index of the tag that closes an element begun at `at`; `at` itself where none does. */
function closingOf(children: readonly PhrasingContent[], at: number, {value}: Html): number {
  const name = tagName.exec(value)?.[1]
  if (name === undefined) return at
  const closing = `</${name}>`.toLowerCase()
  const found = children.findIndex(
    (node, index) => index > at && node.type === 'html' && node.value.toLowerCase() === closing,
  )
  return found === -1 ? at : found
}

/** What stands between two texts and belongs to none: images, breaks, comments, names of places. */
function isApart(node: PhrasingContent): boolean {
  if (node.type === 'html') return /^<\/?(?:br\b|img\b|!--|a name=)/i.test(node.value)
  if (node.type === 'break' || node.type === 'image' || node.type === 'imageReference') return true
  return 'children' in node && toString(node, {includeImageAlt: false}).trim() === ''
}

/** An address that is its own text: `<https://…>`, or bare as GFM links it. */
function isBareAddress(node: PhrasingContent, text: string): boolean {
  return node.type === 'link' && text[offsetsOf(node).start] !== '['
}
