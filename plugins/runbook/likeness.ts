/** How alike two texts are, from 0 to 1: 1 − Levenshtein distance / longer length. */
export function likeness(a: string, b: string): number {
  const longer = Math.max(a.length, b.length)
  return longer === 0 ? 1 : 1 - distance(a, b) / longer
}

/** The candidate most like a text, with its likeness; null where there is no candidate. */
export function nearest<T>(
  text: string,
  candidates: readonly T[],
  textOf: (candidate: T) => string,
): {readonly candidate: T; readonly likeness: number} | null {
  let best: {candidate: T; likeness: number} | null = null
  for (const candidate of candidates) {
    const alike = likeness(text, textOf(candidate))
    if (best === null || alike > best.likeness) best = {candidate, likeness: alike}
  }
  return best
}

function distance(a: string, b: string): number {
  let previous = Array.from({length: b.length + 1}, (_, index) => index)
  for (let i = 0; i < a.length; i++) {
    const current = [i + 1]
    for (let j = 0; j < b.length; j++) {
      const swap = (previous[j] ?? 0) + (a[i] === b[j] ? 0 : 1)
      current.push(Math.min(swap, (previous[j + 1] ?? 0) + 1, (current[j] ?? 0) + 1))
    }
    previous = current
  }
  return previous[b.length] ?? 0
}
