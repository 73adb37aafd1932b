import type {Finding} from './finding.ts'
import type {Range} from './segment.ts'
import {frontMatterRange} from './front-matter-range.ts'
import {createPlaces} from './places.ts'

/** An ATX heading of a Markdown text, as far as it stands on its line. */
export interface Heading {
  readonly level: number
  /** What stands behind the `#` signs. */
  readonly text: string
  /** The names of its `<a name="…">`, with the place of each name. */
  readonly anchors: readonly {readonly name: string; readonly range: Range}[]
}

const line = /[^\r\n]+/g
const fence = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]*)?(`{3,}|~{3,})([^\r\n]*)$/
const atx = /^[ \t>]*(#{1,6})(?=[ \t]|$)/
const anchor = /<a name="([^"<>]*)">/g

/** The headings below the front matter of a text, those inside fenced code left out. */
export function readHeadings(text: string): readonly Heading[] {
  const headings: Heading[] = []
  let open: string | null = null
  line.lastIndex = frontMatterRange(text)?.block.end ?? 0
  for (let match = line.exec(text); match !== null; match = line.exec(text)) {
    const [written] = match
    const [, marker, rest] = fence.exec(written) ?? []
    if (open !== null) {
      if (marker?.startsWith(open) === true && rest?.trim() === '') open = null
      continue
    }
    // CommonMark §4.5: the words behind an opening fence of backticks hold none, so this is a code span.
    if (marker !== undefined && !(marker.startsWith('`') && rest?.includes('`') === true)) {
      open = marker
      continue
    }
    const heading = atx.exec(written)
    if (heading !== null) headings.push(toHeading(written, match.index, heading[0].length, heading[1] ?? ''))
  }
  return headings
}

/** A finding for every heading id that an earlier heading of the text has already. */
export function findDuplicateHeadingIds(text: string): readonly Finding[] {
  const findings: Finding[] = []
  const firstOf = new Map<string, number>()
  const places = createPlaces(text)
  for (const {name, range} of readHeadings(text).flatMap(heading => heading.anchors)) {
    const first = firstOf.get(name)
    if (first === undefined) firstOf.set(name, range.start)
    else
      findings.push({ruleId: 'heading-id-duplicate', args: {id: name, firstLine: places(first).line}, range})
  }
  return findings
}

/** A heading's Markdown as plain text: anchors, strong, code and link marks, escapes and closing `#` signs taken away. */
export function toPlainTitle(markdown: string): string {
  return withoutClosingMarks(markdown)
    .replace(/<\/?a\b[^<>]*>/gi, '')
    .replace(/!?\[([^[\]]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g, '$1')
    .replace(/(?<!\\)(?:\*{2,}|`+)/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&(#?\w+);/g, (written, name: string) => characters.get(name) ?? written)
    .trim()
}

const characters: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['nbsp', '\u00A0'],
  ['#39', "'"],
])

/** CommonMark §4.2: a closing sequence of `#` signs stands behind a blank. By hand, for a pattern would be quadratic. */
function withoutClosingMarks(markdown: string): string {
  const trimmed = markdown.trimEnd()
  let end = trimmed.length
  while (trimmed[end - 1] === '#') end -= 1
  return end === 0 || /[ \t]/.test(trimmed[end - 1] ?? '') ? trimmed.slice(0, end) : trimmed
}

function toHeading(written: string, start: number, from: number, marks: string): Heading {
  const anchors = Array.from(written.matchAll(anchor), match => {
    const at = start + match.index + '<a name="'.length
    const name = match[1] ?? ''
    return {name, range: {start: at, end: at + name.length}}
  })
  return {level: marks.length, text: written.slice(from).trim(), anchors}
}
