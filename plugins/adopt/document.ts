import type {Finding} from '../bilingual/finding.ts'
import type {Range} from '../bilingual/segment.ts'
import {readFrontMatter, scan} from '../bilingual/index.ts'
import {findTooDeep} from '../remark-bilingual/index.ts'
import {parse} from '../runbook/index.ts'
import {blocksOf, type Block} from './blocks.ts'

/** A plain Markdown document, read for adoption. */
export interface Document {
  readonly text: string
  /** The front matter with its fences, empty at the start where there is none. */
  readonly frontMatter: Range
  readonly attributes: Readonly<Record<string, unknown>>
  readonly blocks: readonly Block[]
  /** Why it cannot be adopted: its front matter cannot be read, it is empty, it nests too deep, it has segments already. */
  readonly findings: readonly Finding[]
}

/** Reads a plain Markdown document: CommonMark with the extensions of GitHub below its front matter. */
export function readDocument(text: string): Document {
  const read = scan(text)
  const {attributes, range, findings} = readFrontMatter(read, 'source')
  const start = text.startsWith('\uFEFF') ? 1 : 0
  const frontMatter = range ?? {start, end: start}
  // Blanks keep the offsets of what follows.
  const blank = text.slice(0, frontMatter.end).replace(/[^\r\n]/g, ' ')
  const tree = parse(blank + text.slice(frontMatter.end))
  const [pair] = [...read.segments, ...read.findings]
  const deep = findTooDeep(text)
  if (deep !== null) {
    const refused = [{ruleId: 'nesting-refused', args: {}, range: deep}]
    return {text, frontMatter, attributes, blocks: [], findings: refused}
  }
  const blocks = blocksOf(tree, text)
  const empty = {ruleId: 'document-empty', args: {}, range: {start: frontMatter.end, end: frontMatter.end}}
  const faults = [...findings, ...(blocks.length === 0 ? [empty] : [])]
  return {text, frontMatter, attributes, blocks, findings: pair ? [toUnwritable(text, pair.range)] : faults}
}

/** A text with the line ends of another one, where that has any. */
export function withLineEndsOf(other: string, text: string): string {
  const [end] = lineEnd.exec(other) ?? []
  return end === undefined ? text : text.replace(lineEnds, end)
}

const lineEnd = /\r\n|\n|\r/
const lineEnds = /\r\n|\n|\r/g

/** The finding at the first span of a text, or of a place in it: such a tag could not be told from those of a pair. */
export function toUnwritable(text: string, within: Range = {start: 0, end: text.length}): Finding {
  const tag = /<\/?span(?![\w-])[^<>]*>?/i.exec(text.slice(within.start, within.end))
  const start = within.start + (tag?.index ?? 0)
  const range = {start, end: tag === null ? within.end : start + tag[0].length}
  return {ruleId: 'pair-unwritable', args: {tag: text.slice(range.start, range.end)}, range}
}
