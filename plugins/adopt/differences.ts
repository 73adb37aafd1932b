import type {Finding} from '../bilingual/finding.ts'
import type {Block} from './blocks.ts'
import type {Document} from './document.ts'

/**
 * A finding at every place of the target at which it has other blocks than the source, whose place the message names.
 * What stands in a block that one of them lacks is no difference of its own.
 */
export function findDifferences(
  source: Document,
  target: Document,
  placeOf: (offset: number) => string,
): readonly Finding[] {
  const ends = {source: source.text.trimEnd().length, target: target.text.trimEnd().length}
  return differencesOf(source.blocks, target.blocks).map(({ours, theirs}) => ({
    ruleId: 'skeleton-differs',
    args: {
      actual: theirs === null ? 'end of the document' : nameOf(theirs),
      expected: ours === null ? 'the end of the document' : nameOf(ours),
      place: placeOf(ours?.range.start ?? ends.source),
    },
    range: theirs?.range ?? {start: ends.target, end: ends.target},
  }))
}

function nameOf({kind, literal}: Block): string {
  const [line = ''] = literal.split(/[\r\n]/)
  return line === '' ? kind : `${kind} \`${line.length > 40 ? `${line.slice(0, 39)}…` : line}\``
}

/** Blocks that stand in each other's place; null where a document has ended there. */
interface Difference {
  readonly ours: Block | null
  readonly theirs: Block | null
}

function differencesOf(source: readonly Block[], target: readonly Block[]): readonly Difference[] {
  const pairs = [...alike(source, target), {ours: source.length, theirs: target.length}]
  const found: Difference[] = []
  let [ours, theirs] = [0, 0]
  for (const pair of pairs) {
    const missing = outermost(source.slice(ours, pair.ours))
    const added = outermost(target.slice(theirs, pair.theirs))
    const length = Math.max(missing.length, added.length)
    for (let at = 0; at < length; at += 1)
      found.push({
        ours: missing[at] ?? source[pair.ours] ?? null,
        theirs: added[at] ?? target[pair.theirs] ?? null,
      })
    ours = pair.ours + 1
    theirs = pair.theirs + 1
  }
  return found
}

interface Alike {
  readonly ours: number
  readonly theirs: number
}

// Above this many comparisons only the beginning and the end are compared.
const mostCells = 4_000_000

/** The longest run of blocks, in order, that both documents have; of several the first. */
function alike(source: readonly Block[], target: readonly Block[]): readonly Alike[] {
  let start = 0
  while (start < source.length && isAlike(source[start], target[start])) start += 1
  const [ours, theirs] = [source.slice(start), target.slice(start)]
  const isLong = ours.length * theirs.length > mostCells
  const rest = isLong ? sameEnd(ours, theirs) : longest(ours, theirs)
  return [
    ...source.slice(0, start).map((_, at) => ({ours: at, theirs: at})),
    ...rest.map(pair => ({ours: pair.ours + start, theirs: pair.theirs + start})),
  ]
}

function sameEnd(source: readonly Block[], target: readonly Block[]): readonly Alike[] {
  const pairs: Alike[] = []
  let [ours, theirs] = [source.length - 1, target.length - 1]
  for (; isAlike(source[ours], target[theirs]); ours -= 1, theirs -= 1) pairs.unshift({ours, theirs})
  return pairs
}

function longest(source: readonly Block[], target: readonly Block[]): readonly Alike[] {
  const width = target.length + 1
  const lengths = new Uint32Array((source.length + 1) * width)
  const lengthAt = (ours: number, theirs: number) => lengths[ours * width + theirs] ?? 0
  for (let ours = source.length - 1; ours >= 0; ours -= 1)
    for (let theirs = target.length - 1; theirs >= 0; theirs -= 1)
      lengths[ours * width + theirs] = isAlike(source[ours], target[theirs])
        ? lengthAt(ours + 1, theirs + 1) + 1
        : Math.max(lengthAt(ours + 1, theirs), lengthAt(ours, theirs + 1))
  const pairs: Alike[] = []
  let [ours, theirs] = [0, 0]
  while (ours < source.length && theirs < target.length) {
    if (isAlike(source[ours], target[theirs])) {
      pairs.push({ours, theirs})
      ours += 1
      theirs += 1
    } else if (lengthAt(ours + 1, theirs) >= lengthAt(ours, theirs + 1)) ours += 1
    else theirs += 1
  }
  return pairs
}

function isAlike(a: Block | undefined, b: Block | undefined): boolean {
  if (a === undefined || b === undefined) return false
  return a.depth === b.depth && a.kind === b.kind && a.literal === b.literal
}

/** Of blocks that follow each other those that stand in none of them. */
function outermost(blocks: readonly Block[]): readonly Block[] {
  let end = -1
  return blocks.filter(({range}) => {
    if (range.start < end) return false
    end = range.end
    return true
  })
}
