import type {Range} from './segment.ts'

/** What a `span` tag is to the bilingual format; `open` and `close` are tags of any other span. */
type TagKind = 'target' | 'lookup' | 'source' | 'open' | 'close'

/** A `span` tag of the text. */
export interface Tag {
  readonly kind: TagKind
  readonly range: Range
  /** Segment id and its place; empty where the kind has none. */
  readonly id: string
  readonly idRange: Range
  /** Written exactly as the format has it: attribute order, double quotes, one blank. */
  readonly exact: boolean
  /** False where the tag ends without `>`. */
  readonly closed: boolean
}

/** What the format writes, up to the id where there is one. */
export const literal = {
  target: '<span data-ttu-id="',
  close: '</span>',
  lookup: '<span class="sxs-lookup">',
  source: '<span data-stu-id="',
} as const

// A quoted value may hold `>`. One pass: each alternative begins with another character and none crosses into the next
// tag, so reading is linear in the text.
const anySpan = /<\/span>|<span(?![\w-])(?:[^<>=]+|=[ \t]*(?:"[^"<\r\n]*"|'[^'<\r\n]*')(?=[\s/>])|=)*>?/gi
const markedId = /data-[ts]tu-id\s*=\s*["']?([^"'\s<>]*)/i

/** Every `span` tag of a text in order; linear. */
export function readTags(text: string): readonly Tag[] {
  return Array.from(text.matchAll(anySpan), match => toTag(match[0], match.index))
}

function toTag(written: string, start: number): Tag {
  const range = {start, end: start + written.length}
  const closed = written.endsWith('>')
  if (written === literal.close) return plain('close', range, closed)
  if (written === literal.lookup) return plain('lookup', range, closed)
  for (const kind of ['target', 'source'] as const) {
    const lead = literal[kind]
    if (written.startsWith(lead) && written.indexOf('"', lead.length) === written.length - 2 && closed) {
      const idRange = {start: start + lead.length, end: range.end - 2}
      return {kind, range, id: written.slice(lead.length, -2), idRange, exact: true, closed}
    }
  }
  return loose(written, range, closed)
}

function loose(written: string, range: Range, closed: boolean): Tag {
  const kind = looseKind(written.toLowerCase())
  if (kind === 'open' || kind === 'close') return plain(kind, range, closed)
  return {kind, range, id: markedId.exec(written)?.[1] ?? '', idRange: range, exact: false, closed}
}

function looseKind(written: string): TagKind {
  if (written.startsWith('</')) return 'close'
  if (written.includes('data-ttu-id')) return 'target'
  if (written.includes('data-stu-id')) return 'source'
  return written.includes('sxs-lookup') ? 'lookup' : 'open'
}

function plain(kind: TagKind, range: Range, closed: boolean): Tag {
  return {kind, range, id: '', idRange: range, exact: true, closed}
}
