/** Why two texts of one article differ; `other`: the words themselves do. */
export type Reason = 'escapes' | 'image alt' | 'white space' | 'invisible signs' | 'other'

/** How a projected text compares with the published one. */
export interface Comparison {
  /** The fewest reasons that explain every difference; none where the texts are equal. */
  readonly reasons: readonly Reason[]
  /** The first line that differs, from 1, on both sides; null where the texts are equal. */
  readonly first: {readonly line: number; readonly ours: string; readonly theirs: string} | null
}

const levellers: readonly (readonly [Reason, (text: string) => string])[] = [
  ['escapes', text => text.replace(/\\([!-/:-@[-`{-~])/g, '$1')],
  ['image alt', withoutAlt],
  ['white space', text => text.replace(/\s+/g, '')],
  ['invisible signs', text => text.replace(/\p{Cf}+/gu, '')],
]

/** Compares a text with the published one, and says by what difference of form they would be equal. */
export function compare(ours: string, theirs: string): Comparison {
  if (ours === theirs) return {reasons: [], first: null}
  const subsets = Array.from({length: 2 ** levellers.length}, (_, bits) =>
    levellers.filter((_leveller, index) => (bits & (1 << index)) !== 0),
  ).sort((a, b) => a.length - b.length)
  const levelled = (text: string, by: typeof levellers) => by.reduce((now, [, level]) => level(now), text)
  const found = subsets.find(by => levelled(ours, by) === levelled(theirs, by))
  return {reasons: found?.map(([reason]) => reason) ?? ['other'], first: firstDifference(ours, theirs)}
}

/** An alt may hold brackets of its own; the description ends at the first `](`. */
function withoutAlt(text: string): string {
  return text.replace(/!\[[^\n]*?\]\(/g, '![](').replace(/ (?:alt|title)=(?:"[^"]*"|'[^']*')/g, '')
}

function firstDifference(ours: string, theirs: string): Comparison['first'] {
  const [left, right] = [ours.split('\n'), theirs.split('\n')]
  const at = left.findIndex((line, index) => line !== right[index])
  const index = at === -1 ? left.length : at
  const [own, other] = [left[index] ?? '', right[index] ?? '']
  let same = 0
  while (same < own.length && own[same] === other[same]) same += 1
  const from = Math.max(0, same - 24)
  return {line: index + 1, ours: own.slice(from, from + 72), theirs: other.slice(from, from + 72)}
}
