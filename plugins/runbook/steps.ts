import type {List, ListItem, Node, Nodes, RootContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {visit} from 'unist-util-visit'
import type {Range} from '../bilingual/segment.ts'
import {normalise} from '../bilingual/index.ts'
import type {Projection} from '../bilingual/index.ts'
import {parseBody} from './parse.ts'
import {listProcedures} from './procedures.ts'

/** What must be the same in both languages of a text. */
export interface Literals<Literal = string> {
  /** Code spans and code blocks, in order. */
  readonly codes: readonly Literal[]
  /** Link and image targets, sorted: languages order their links differently. */
  readonly links: readonly Literal[]
}

/** A code or a target with its place in the authored file. */
export interface PlacedLiteral {
  readonly text: string
  readonly range: Range
}

/** One instruction of the article in one language. */
export interface ArticleStep extends Literals {
  readonly part: number
  /** The number that the article shows. */
  readonly ordinal: number
  /** Text of all blocks of the step, normalised, markup kept: what anchors are compared with. */
  readonly text: string
  /** The first block as plain words: the step's heading. */
  readonly sentence: string
  /** Place in the authored file. */
  readonly range: Range
  /** The numbered and lettered steps inside it, in order. They belong to it and have no action of their own. */
  readonly inner: readonly InnerStep[]
}

/** A step inside a step. */
export interface InnerStep {
  /** As the article shows it behind the number of its step: `2.3.1`, `2.3.a`. */
  readonly number: string
  /** Place in the authored file. */
  readonly range: Range
}

/** One ordered list of the article, several that count on, or a bulleted one, with the sentence before it. */
export interface ArticleProcedure {
  readonly part: number
  readonly intro: string
  /** The headings that it stands below, from the article's own to the nearest, as plain words. */
  readonly headings: readonly string[]
  readonly range: Range
  readonly isBulleted: boolean
  readonly steps: readonly ArticleStep[]
}

/** The procedures of an article in one language, and what stands outside them. */
export interface StepTree {
  readonly procedures: readonly ArticleProcedure[]
  readonly prose: Literals<PlacedLiteral>
}

/**
 * The procedures of a projection with their steps. Nested lists stay in their step. Bulleted lists are procedures where
 * they are named by their place among the lists, from 0.
 */
export function stepsOf(projection: Projection, bulleted: readonly number[] = []): StepTree {
  const root = parseBody(projection)
  const {children} = root
  const targetOf = targetsIn(root)
  const places = new Map(children.map((block, index) => [block, index]))
  const headingsOf = headingsIn(children)
  const listed = listProcedures(children, bulleted)
  const lists = new Set<RootContent>(listed.flatMap(each => each.lists.map(({list}) => list)))
  const procedures = listed.flatMap(({part, lists: [first, ...others]}): ArticleProcedure[] => {
    if (first === undefined) return []
    const steps = [first, ...others].flatMap(({list, start}) =>
      list.children.map((item, index) =>
        stepOf(item, {part, ordinal: start + index}, {projection, targetOf}),
      ),
    )
    const intro = introOf(children[(places.get(first.list) ?? 0) - 1], projection)
    const headings = headingsOf.get(first.list) ?? []
    const isBulleted = first.list.ordered !== true
    return [{part, intro, headings, range: rangeOf(first.list, projection), isBulleted, steps}]
  })
  return {
    procedures,
    prose: literalsOf(
      children.filter(node => !lists.has(node)),
      projection,
    ),
  }
}

/**
 * The bulleted lists after a sentence that is asked for, by their place among the lists of the article; none of a
 * sentence that stands before an ordered list too, which is the one meant.
 */
export function bulletedAfter(
  projection: Projection,
  isAskedFor: (sentence: string) => boolean,
): readonly number[] {
  const {children} = parseBody(projection)
  const lists = children.filter(block => block.type === 'list')
  const places = new Map(children.map((block, index) => [block, index]))
  const sentenceOf = (list: List) => introOf(children[(places.get(list) ?? 0) - 1], projection)
  const ordered = new Set(lists.filter(list => list.ordered === true).map(sentenceOf))
  return lists.flatMap((list, place) => {
    if (list.ordered === true) return []
    const sentence = sentenceOf(list)
    return sentence !== '' && !ordered.has(sentence) && isAskedFor(sentence) ? [place] : []
  })
}

/** Number of a step on its page, `part.step`: the step's part and the number that the article shows. */
export function numberOf({part, ordinal}: Pick<ArticleStep, 'part' | 'ordinal'>): string {
  return `${part}.${ordinal}`
}

/** Place in the authored file of a node of a projection's tree. */
export function rangeOf(node: Node, projection: Projection): Range {
  const {start, end} = offsetsOf(node)
  return {start: projection.toAuthored(start), end: projection.toAuthored(end, 'end')}
}

function stepOf(
  item: ListItem,
  position: Pick<ArticleStep, 'part' | 'ordinal'>,
  {projection, targetOf}: {readonly projection: Projection; readonly targetOf: TargetOf},
): ArticleStep {
  const first = item.children[0] ?? item
  const {codes, links} = literalsOf([item], projection, targetOf)
  return {
    ...position,
    text: normalise(item.children.map(block => sliceOf(block, projection)).join('\n')),
    sentence: toString(first).replace(/\s+/g, ' ').trim(),
    range: rangeOf(first, projection),
    codes: codes.map(each => each.text),
    links: links.map(each => each.text),
    inner: item.children.flatMap(block => innerSteps(block, numberOf(position), projection)),
  }
}

/** The items of ordered lists below a block, and the lines of its text that begin with a letter as `a.` or `(a)`. */
function innerSteps(block: Nodes, number: string, projection: Projection): readonly InnerStep[] {
  if (block.type === 'paragraph') return letteredLines(block, number, projection)
  if (block.type === 'list' && block.ordered === true) {
    return block.children.flatMap((item, index) => {
      const own = `${number}.${(block.start ?? 1) + index}`
      const inside = item.children.flatMap(each => innerSteps(each, own, projection))
      return [{number: own, range: rangeOf(item, projection)}, ...inside]
    })
  }
  return 'children' in block ? block.children.flatMap(each => innerSteps(each, number, projection)) : []
}

function letteredLines(paragraph: Node, number: string, projection: Projection): readonly InnerStep[] {
  const {start, end} = offsetsOf(paragraph)
  const lines = projection.text.slice(start, end).matchAll(/^[ \t]*\(?([a-z])[.)][ \t]+\S.*/gm)
  return [...lines].map(({0: line, 1: letter = '', index}) => ({
    number: `${number}.${letter}`,
    range: {
      start: projection.toAuthored(start + index),
      end: projection.toAuthored(start + index + line.trimEnd().length, 'end'),
    },
  }))
}

/** The last segment of the block before a list; without segments, the block's last sentence. */
function introOf(node: RootContent | undefined, projection: Projection): string {
  if (node === undefined || node.type === 'list') return ''
  const {start, end} = offsetsOf(node)
  const last = lastSegment(projection.segments, end)
  if (last !== undefined && last.range.start >= start) return normalise(last.segment[last.shown].text)
  return (
    normalise(sliceOf(node, projection))
      .split(/(?<=[.!?:]) /)
      .at(-1) ?? ''
  )
}

/** The last segment that ends at a place or before it; they stand in order. */
function lastSegment(
  segments: Projection['segments'],
  end: number,
): Projection['segments'][number] | undefined {
  let [low, high] = [0, segments.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((segments[middle]?.range.end ?? 0) <= end) low = middle + 1
    else high = middle
  }
  return segments[low - 1]
}

/** For each list the headings above it, one of each depth. */
function headingsIn(blocks: readonly RootContent[]): ReadonlyMap<RootContent, readonly string[]> {
  const found = new Map<RootContent, readonly string[]>()
  let above: readonly {readonly depth: number; readonly text: string}[] = []
  for (const block of blocks) {
    if (block.type === 'heading') {
      const text = normalise(toString(block, {includeHtml: false}))
      above = [...above.filter(({depth}) => depth < block.depth), {depth: block.depth, text}]
    } else if (block.type === 'list') {
      found.set(
        block,
        above.map(({text}) => text),
      )
    }
  }
  return found
}

type TargetOf = (identifier: string) => string | undefined

/** The address of each definition of an article; of two with one name the first. */
function targetsIn(root: Nodes): TargetOf {
  const targets = new Map<string, string>()
  visit(root, 'definition', ({identifier, url}) => {
    const name = identifier.toUpperCase()
    if (!targets.has(name)) targets.set(name, url)
  })
  return identifier => targets.get(identifier.toUpperCase())
}

/** Links and images by reference count where a way to their address is given: in prose their definition counts. */
function literalsOf(
  nodes: readonly Nodes[],
  projection: Projection,
  targetOf: TargetOf = () => undefined,
): Literals<PlacedLiteral> {
  const codes: PlacedLiteral[] = []
  const links: PlacedLiteral[] = []
  for (const node of nodes) {
    visit(node, each => {
      const range = rangeOf(each, projection)
      if (each.type === 'inlineCode' || each.type === 'code') codes.push({text: each.value, range})
      if (each.type === 'link' || each.type === 'image' || each.type === 'definition')
        links.push({text: each.url, range})
      if (each.type === 'linkReference' || each.type === 'imageReference') {
        const text = targetOf(each.identifier)
        if (text !== undefined) links.push({text, range})
      }
    })
  }
  return {codes, links: links.sort((a, b) => (a.text < b.text ? -1 : Number(a.text > b.text)))}
}

function sliceOf(node: Nodes, projection: Projection): string {
  const {start, end} = offsetsOf(node)
  return projection.text.slice(start, end)
}

function offsetsOf(node: Node): Range {
  return {start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0}
}
