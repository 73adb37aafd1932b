/**
 * How alike two texts are, from 0 to 1: 1 − Levenshtein distance / longer length. Texts that are less alike than `floor`
 * are told sooner, as not alike at all.
 */
export function likeness(a: string, b: string, floor = 0): number {
  const longer = Math.max(a.length, b.length)
  if (longer === 0) return 1
  // Rounding must not put out what stands at the floor.
  const found = distance(a, b, (1 - floor) * longer + 1e-9)
  return found === null ? 0 : 1 - found / longer
}

/** The candidate most like a text, with its likeness; null where there is no candidate. */
export function nearest<T>(
  text: string,
  candidates: readonly T[],
  textOf: (candidate: T) => string,
): {readonly candidate: T; readonly likeness: number} | null {
  let best: {candidate: T; likeness: number} | null = null
  for (const candidate of candidates) {
    const alike = likeness(text, textOf(candidate), best?.likeness)
    if (best === null || alike > best.likeness) best = {candidate, likeness: alike}
  }
  return best
}

// Above this many comparisons all letters between the first and the last difference count as changed: less alike than
// the texts are, never more.
const mostCells = 25_000_000

/** Letters to change, between the first and the last that differ: edits of long texts are short. Null above `most`. */
function distance(a: string, b: string, most: number): number | null {
  if (Math.abs(a.length - b.length) > most) return null
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a[start] === b[start]) start++
  let end = 0
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const [from, to] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  const found = from.length * to.length > mostCells ? Math.max(from.length, to.length) : edits(from, to, most)
  return found === null || found > most ? null : found
}

function edits(from: string, to: string, most: number): number | null {
  let previous = Uint32Array.from({length: to.length + 1}, (_, index) => index)
  let current = new Uint32Array(to.length + 1)
  for (let i = 0; i < from.length; i++) {
    const letter = from.charCodeAt(i)
    let left = i + 1
    let least = left
    let diagonal = previous[0] ?? 0
    current[0] = left
    for (let j = 1; j <= to.length; j++) {
      const above = previous[j] ?? 0
      left = Math.min(diagonal + (letter === to.charCodeAt(j - 1) ? 0 : 1), above + 1, left + 1)
      diagonal = above
      current[j] = left
      if (left < least) least = left
    }
    // No row below has less than the least of this one.
    if (least > most) return null
    ;[previous, current] = [current, previous]
  }
  return previous[to.length] ?? 0
}
