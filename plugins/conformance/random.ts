/** A source of numbers that gives the same ones for the same seed. */
export interface Random {
  /** A whole number from 0 to `below - 1`; 0 where there is nothing to choose from. */
  readonly below: (limit: number) => number
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item
}

/** Mulberry32, a generator of 32 bits: enough to choose places in a text, and nothing else. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {below, pick: items => items[below(items.length)] ?? items[0]}
}
