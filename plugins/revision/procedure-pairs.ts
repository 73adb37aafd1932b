import type {ArticleProcedure, ArticleStep} from '../runbook/index.ts'
import {backboneOf, gapOf, type Pair} from './backbone.ts'

/**
 * Which procedure of the old revision is which of the new one. First those that share the most steps or the sentence
 * before them, then, between those, equal ones in their order, then the only one left on both sides.
 */
export function pairProcedures(
  old: readonly ArticleProcedure[],
  now: readonly ArticleProcedure[],
  steps: ReadonlyMap<ArticleStep, ArticleStep>,
): ReadonlyMap<ArticleProcedure, ArticleProcedure> {
  const shared = mutualBest(old, now, sharedParts(old, now, steps))
  const equal = pairInGaps(old, now, shared, (olds, fresh) => {
    const contents = new Set(olds.map(contentOf))
    return [...contents].flatMap(content => {
      const [a, b] = [olds, fresh].map(each => each.filter(procedure => contentOf(procedure) === content))
      return a?.length === b?.length ? zip(a ?? [], b ?? []) : []
    })
  })
  const alone = pairInGaps(old, now, equal, (olds, fresh) =>
    olds.length === 1 && fresh.length === 1 ? zip(olds, fresh) : [],
  )
  return new Map(alone.flatMap(({was, now: at}) => zip(old.slice(was, was + 1), now.slice(at, at + 1))))
}

/** How much each two procedures share: their matched steps, and the sentence before them where it stands once. */
function sharedParts(
  old: readonly ArticleProcedure[],
  now: readonly ArticleProcedure[],
  steps: ReadonlyMap<ArticleStep, ArticleStep>,
): (was: number, at: number) => number {
  const homes = new Map(now.flatMap((each, index) => each.steps.map(step => [step, index] as const)))
  const counts = old.map(({intro, steps: own}) => {
    const row = new Map<number, number>()
    const add = (index: number | undefined) => {
      if (index !== undefined && index >= 0) row.set(index, (row.get(index) ?? 0) + 1)
    }
    for (const step of own) {
      const match = steps.get(step)
      if (match !== undefined) add(homes.get(match))
    }
    const isOnce = (all: readonly ArticleProcedure[]) => all.filter(each => each.intro === intro).length === 1
    if (intro !== '' && isOnce(old) && isOnce(now)) add(now.findIndex(each => each.intro === intro))
    return row
  })
  return (was, at) => counts[was]?.get(at) ?? 0
}

/** Pairs of which each is the one best partner of the other. */
function mutualBest(
  old: readonly unknown[],
  now: readonly unknown[],
  score: (was: number, at: number) => number,
): readonly Pair[] {
  const best = (count: number, of: (index: number) => number): number | null => {
    const scores = Array.from({length: count}, (_, index) => of(index))
    const most = Math.max(0, ...scores)
    const first = scores.indexOf(most)
    return most > 0 && scores.lastIndexOf(most) === first ? first : null
  }
  return old.flatMap((_, was): readonly Pair[] => {
    const at = best(now.length, index => score(was, index))
    return at !== null && best(old.length, index => score(index, at)) === was ? [{was, now: at}] : []
  })
}

/** The pairs given and those found among the unpaired procedures of each gap between them. */
function pairInGaps(
  old: readonly ArticleProcedure[],
  now: readonly ArticleProcedure[],
  pairs: readonly Pair[],
  find: (
    olds: readonly ArticleProcedure[],
    fresh: readonly ArticleProcedure[],
  ) => readonly (readonly [ArticleProcedure, ArticleProcedure])[],
): readonly Pair[] {
  const backbone = backboneOf(pairs)
  const gaps = new Map<number, {olds: ArticleProcedure[]; fresh: ArticleProcedure[]}>()
  const put = (all: readonly ArticleProcedure[], side: keyof Pair, key: 'olds' | 'fresh') => {
    const taken = new Set(pairs.map(pair => pair[side]))
    for (const [index, procedure] of all.entries()) {
      if (taken.has(index)) continue
      const name = gapOf(index, side, backbone)
      const gap = gaps.get(name) ?? {olds: [], fresh: []}
      gap[key].push(procedure)
      gaps.set(name, gap)
    }
  }
  put(old, 'was', 'olds')
  put(now, 'now', 'fresh')
  const found = [...gaps.values()].flatMap(({olds, fresh}) => find(olds, fresh))
  return [...pairs, ...found.map(([a, b]) => ({was: old.indexOf(a), now: now.indexOf(b)}))]
}

function contentOf({intro, steps}: ArticleProcedure): string {
  return JSON.stringify([intro, steps.map(step => step.text)])
}

function zip<A, B>(as: readonly A[], bs: readonly B[]): readonly (readonly [A, B])[] {
  return as.flatMap((a, index) => {
    const b = bs[index]
    return b === undefined ? [] : [[a, b] as const]
  })
}
