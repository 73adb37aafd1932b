/** A place in a text as unist has it: line and column from 1, offset from 0. */
export interface Point {
  readonly line: number
  readonly column: number
  readonly offset: number
}

const lineEnd = /\r\n|\n|\r/g

/**
 * Gives the line and column of offsets into a text; one look-up costs the logarithm of the lines.
 * Lines end at LF, CRLF or CR (CommonMark §2.1); a byte order mark takes no column.
 */
export function createPlaces(text: string): (offset: number) => Point {
  const starts = [text.startsWith('\uFEFF') ? 1 : 0]
  for (const match of text.matchAll(lineEnd)) starts.push(match.index + match[0].length)
  return offset => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return {line: low + 1, column: Math.max(0, offset - (starts[low] ?? 0)) + 1, offset}
  }
}
