/** Positions of one passage in the old and in the new revision. */
export interface Pair {
  readonly was: number
  readonly now: number
}

/**
 * The pairs that keep their order among each other: those that stand in every longest run that does, by `was`. So of two
 * that changed places neither is taken, and it is the same whichever revision is the old one. In O(n log n).
 *
 * `[1→1, 2→4, 3→2, 4→3]` → `[1→1, 3→2, 4→3]`
 */
export function backboneOf(pairs: readonly Pair[]): readonly Pair[] {
  const sorted = [...pairs].sort((a, b) => a.was - b.was)
  const before = runLengths(sorted.map(pair => pair.now))
  const after = runLengths(sorted.map(pair => -pair.now).reverse()).reverse()
  const longest = Math.max(0, ...new Set(before))
  const inLongest = sorted.map((_, index) => (before[index] ?? 0) + (after[index] ?? 0) - 1 === longest)
  const rivals = new Map<number, number>()
  for (const [index, length] of before.entries())
    if (inLongest[index] === true) rivals.set(length, (rivals.get(length) ?? 0) + 1)
  return sorted.filter((_, index) => inLongest[index] === true && rivals.get(before[index] ?? 0) === 1)
}

/**
 * The old position of the last pair before a position that has none, which names the gap it stands in; -1 before all.
 * The backbone is in order.
 */
export function gapOf(position: number, side: keyof Pair, backbone: readonly Pair[]): number {
  return backbone[countWhile(backbone, pair => pair[side] < position) - 1]?.was ?? -1
}

/** For each value the length of the longest rising run that ends in it. */
function runLengths(values: readonly number[]): number[] {
  const least: number[] = []
  return values.map(value => {
    const length = countWhile(least, other => other < value)
    least[length] = value
    return length + 1
  })
}

/** How many stand before the first that a sorted list does not hold for. */
function countWhile<T>(sorted: readonly T[], holds: (each: T) => boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const each = sorted[middle]
    if (each !== undefined && holds(each)) low = middle + 1
    else high = middle
  }
  return low
}
