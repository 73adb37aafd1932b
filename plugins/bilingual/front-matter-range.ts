import type {Range} from './segment.ts'

/** Where a text's front matter stands. */
export interface FrontMatterRange {
  /** Both fences with their line ends: everything before the body. */
  readonly block: Range
  /** What lies between the fences, its last line end included. */
  readonly yaml: Range
}

const opening = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/
// Not the flag `m`, to which U+2028 ends a line too.
const closing = /(?<![^\r\n])---[ \t]*(?:\r\n|\n|\r|$)/g

/** The front matter between two `---` lines at the very beginning of a text; null where there is none. */
export function frontMatterRange(text: string): FrontMatterRange | null {
  const first = opening.exec(text)
  if (first === null) return null
  const start = first[0].length
  closing.lastIndex = start
  const last = closing.exec(text)
  if (last === null) return null
  return {
    block: {start: first[0].startsWith('\uFEFF') ? 1 : 0, end: last.index + last[0].length},
    yaml: {start, end: last.index},
  }
}

/** Whether a text begins like front matter whose closing `---` is missing. */
export function isFrontMatterUnclosed(text: string): boolean {
  const first = opening.exec(text)
  return (
    first !== null && frontMatterRange(text) === null && /^[\w.-]+[ \t]*:/.test(text.slice(first[0].length))
  )
}
