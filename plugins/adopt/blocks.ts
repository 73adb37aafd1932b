import type {Nodes, PhrasingContent, Root} from 'mdast'
import {toString} from 'mdast-util-to-string'
import type {Range} from '../bilingual/segment.ts'
import {offsetsOf, runsOf, type Run} from './runs.ts'

/** A block of a document, as both languages must have it. */
export interface Block {
  /** How deep it stands in other blocks. */
  readonly depth: number
  /** What it is: `heading of level 2`, `item`, `paragraph`. */
  readonly kind: string
  /** What must be the same in both languages: text of code, HTML and definitions, kind of an alert, addresses of images. */
  readonly literal: string
  readonly range: Range
  /** Its words; none in blocks that hold blocks, and where nothing is to be translated. */
  readonly runs: readonly Run[]
  /** Its images: each has a number of its own. */
  readonly images: readonly BlockImage[]
  /** A heading's words as plain text; else empty. */
  readonly title: string
}

/** An image in a block. */
export interface BlockImage {
  readonly range: Range
  /** Its description, empty where it has none. */
  readonly alt: string
}

/** The blocks of a document in order, each before those that stand in it. `text` is what the tree was parsed from. */
export function blocksOf(tree: Root, text: string): readonly Block[] {
  const blocks: Block[] = []
  const add = (node: Nodes, depth: number): void => {
    blocks.push(blockOf(node, depth, text))
    if (!('children' in node) || isText(node)) return
    for (const child of node.children) add(child, depth + 1)
  }
  for (const child of tree.children) add(child, 0)
  return blocks
}

function blockOf(node: Nodes, depth: number, text: string): Block {
  const range = offsetsOf(node)
  const literal = literalOf(node, text.slice(range.start, range.end))
  const block = {depth, kind: kindOf(node), literal, range, runs: [], images: [], title: ''}
  if (!isText(node)) return block
  const written = text.slice(range.start, range.end)
  if (apart.test(written)) return block
  const start = range.start + (marks.exec(written)?.[0].length ?? 0)
  const runs = runsOf(node.children, text, {start, end: range.end})
  const kind = runs.length === 0 ? `${block.kind} without words` : block.kind
  const title = node.type === 'heading' ? toString(node, {includeImageAlt: false}) : ''
  return {...block, kind, runs, images: imagesIn(node.children), title}
}

// Instructions of Microsoft's Markdown that are no words: `[!VIDEO …]`, `[!INCLUDE […](…)]`, `[!div …]`, `:::image …`.
const apart = /^(?:\[!(?:video|include|div|code)[\s-]|:::)/i
const marks = /^(?:\[!\w+\][ \t]*(?:(?:\r\n|\n|\r)[ \t>]*)?|#{1,6}[ \t]+|\|[ \t]*)/

type TextBlock = Extract<Nodes, {type: 'paragraph' | 'heading' | 'tableCell'}>

function isText(node: Nodes): node is TextBlock {
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell'
}

const kinds: ReadonlyMap<string, string> = new Map([
  ['listItem', 'item'],
  ['blockquote', 'quote'],
  ['thematicBreak', 'line across'],
  ['code', 'code block'],
  ['html', 'HTML'],
  ['tableRow', 'table row'],
  ['tableCell', 'table cell'],
  ['footnoteDefinition', 'footnote'],
])

function kindOf(node: Nodes): string {
  if (node.type === 'heading') return `heading of level ${node.depth}`
  if (node.type === 'list')
    return node.ordered === true ? `list numbered from ${node.start ?? 1}` : 'list with bullets'
  return kinds.get(node.type) ?? node.type
}

/** An image of HTML has its description in one language, so it is left out. */
function literalOf(node: Nodes, written: string): string {
  if (node.type === 'blockquote') return /^[ \t]*>[ \t]*\[!(\w+)\]/.exec(written)?.[1]?.toUpperCase() ?? ''
  if (isText(node)) return addressesIn(node.children).join(' ')
  if (node.type === 'code') return node.value.replace(/\r\n?/g, '\n')
  if (node.type === 'html') return /^<img\b/i.test(node.value) ? '' : node.value.replace(/\r\n?/g, '\n')
  return node.type === 'definition' ? `${node.identifier} ${node.url}` : ''
}

/** Addresses of images: both languages show the same ones. */
function addressesIn(nodes: readonly PhrasingContent[]): readonly string[] {
  return nodes.flatMap(node => {
    if (node.type === 'image') return [node.url]
    if (node.type === 'imageReference') return [node.identifier]
    return 'children' in node ? addressesIn(node.children) : []
  })
}

function imagesIn(nodes: readonly PhrasingContent[]): readonly BlockImage[] {
  return nodes.flatMap(node => {
    if (node.type === 'image' || node.type === 'imageReference')
      return [{range: offsetsOf(node), alt: node.alt ?? ''}]
    return 'children' in node ? imagesIn(node.children) : []
  })
}
