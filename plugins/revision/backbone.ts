/** Positions of one passage in the old and in the new revision. */
export interface Pair {
  readonly was: number
  readonly now: number
}

/**
 * The pairs that keep their order among each other: those that cross most others are taken out until none cross. The
 * same whichever revision is the old one.
 *
 * `[1→1, 2→4, 3→2, 4→3]` → `[1→1, 3→2, 4→3]`
 */
export function backboneOf(pairs: readonly Pair[]): readonly Pair[] {
  let left = pairs
  for (;;) {
    const crossings = left.map(pair => left.filter(other => isCrossing(pair, other)).length)
    const most = Math.max(0, ...crossings)
    if (most === 0) return left
    left = left.filter((_, index) => (crossings[index] ?? 0) < most)
  }
}

/** The old position of the last pair before a position that has none, which names the gap it stands in; -1 before all. */
export function gapOf(position: number, side: keyof Pair, backbone: readonly Pair[]): number {
  let before: Pair = {was: -1, now: -1}
  for (const pair of backbone) if (pair[side] < position && pair[side] > before[side]) before = pair
  return before.was
}

function isCrossing(a: Pair, b: Pair): boolean {
  return (a.was - b.was) * (a.now - b.now) < 0
}
