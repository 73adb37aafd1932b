// One assignment of the passages of an old revision to those of a new one: exact texts first, then alike ones between
// them, in the same procedure. Never by number or id. The same whichever revision is the old one.
import {likeness, nearest, type ArticleProcedure, type ArticleStep} from '../runbook/index.ts'
import {backboneOf, gapOf, type Pair} from './backbone.ts'
import {pairProcedures} from './procedure-pairs.ts'
import {compare, vetoesOf, type Veto} from './veto.ts'

/** A step or the sentence before a procedure, in the new revision. */
export type Passage = ArticleStep | ArticleProcedure

/** What became of a passage. */
export type Fate<P extends Passage = Passage> =
  /** The same text. With `below` it stands below another sentence: for a person to say. */
  | {readonly kind: 'same'; readonly now: P; readonly below: Below | null}
  /** Another text at its place, alike enough to be the same instruction: for a person to say. */
  | {readonly kind: 'reworded'; readonly now: P; readonly likeness: number}
  | Lost<P>

/** What a passage stands below in both revisions, where that is another procedure or says something else now. */
interface Below {
  readonly was: string
  readonly now: string
}

/** Why a passage has no place in the new revision, and what is most like it there; null where nothing is. */
export interface Lost<P extends Passage = Passage> {
  readonly kind: 'lost'
  readonly why: 'gone' | 'vetoed' | 'ambiguous'
  readonly vetoes: readonly Veto[]
  readonly nearest: {readonly now: P; readonly likeness: number} | null
}

/** What became of every step and of every procedure. */
export interface Assignment {
  readonly steps: ReadonlyMap<ArticleStep, Fate<ArticleStep>>
  readonly procedures: ReadonlyMap<ArticleProcedure, Fate<ArticleProcedure>>
}

/** How alike a reworded text must be at least, from 0 to 1. */
export const threshold = 0.8
// By how much more than any other.
const margin = 0.05

/** The passages of one revision of an article → what became of each in another one. */
export function assign(old: readonly ArticleProcedure[], now: readonly ArticleProcedure[]): Assignment {
  const unique = pairUnique(stepsIn(old), stepsIn(now))
  const partners = pairProcedures(old, now, unique)
  const exact = pairRepeated(partners, unique)
  return {
    steps: stepFates(old, now, {partners, exact}),
    procedures: new Map(old.map(procedure => [procedure, procedureFate(procedure, now, partners)])),
  }
}

/** Steps whose text stands once in both revisions. */
function pairUnique(
  old: readonly ArticleStep[],
  now: readonly ArticleStep[],
): ReadonlyMap<ArticleStep, ArticleStep> {
  const [a, b] = [byText(old), byText(now)]
  const pairs = new Map<ArticleStep, ArticleStep>()
  for (const [text, [step, ...others]] of a) {
    const [match, ...more] = b.get(text) ?? []
    if (text === '' || step === undefined || match === undefined) continue
    if (others.length + more.length === 0) pairs.set(step, match)
  }
  return pairs
}

/**
 * The pairs given, and steps with the same text as others: those between the same neighbours of the same procedure,
 * where they are as many as before.
 */
function pairRepeated(
  partners: ReadonlyMap<ArticleProcedure, ArticleProcedure>,
  unique: ReadonlyMap<ArticleStep, ArticleStep>,
): ReadonlyMap<ArticleStep, ArticleStep> {
  const pairs = new Map(unique)
  for (const {olds, fresh} of gapsOf(partners, unique)) {
    const found = byText(fresh)
    for (const [text, steps] of byText(olds)) {
      const matches = found.get(text) ?? []
      if (steps.length !== matches.length) continue
      for (const [index, match] of matches.entries()) {
        const step = steps[index]
        if (step !== undefined) pairs.set(step, match)
      }
    }
  }
  return pairs
}

interface Gap {
  readonly olds: readonly ArticleStep[]
  readonly fresh: readonly ArticleStep[]
}

/** The unpaired steps of each two procedures that are one, between the pairs that keep their order. */
function gapsOf(
  partners: ReadonlyMap<ArticleProcedure, ArticleProcedure>,
  pairs: ReadonlyMap<ArticleStep, ArticleStep>,
): readonly Gap[] {
  const taken = new Set(pairs.values())
  return [...partners].flatMap(([{steps: olds}, {steps: fresh}]) => {
    const positions = new Map(fresh.map((step, index) => [step, index]))
    const inside = olds.flatMap((step, was): readonly Pair[] => {
      const match = pairs.get(step)
      const at = match === undefined ? undefined : positions.get(match)
      return at === undefined ? [] : [{was, now: at}]
    })
    const backbone = backboneOf(inside)
    const gaps = new Map<number, {olds: ArticleStep[]; fresh: ArticleStep[]}>()
    const gapAt = (index: number, side: keyof Pair) => {
      const name = gapOf(index, side, backbone)
      const gap = gaps.get(name) ?? {olds: [], fresh: []}
      gaps.set(name, gap)
      return gap
    }
    for (const [index, step] of olds.entries()) if (!pairs.has(step)) gapAt(index, 'was').olds.push(step)
    for (const [index, step] of fresh.entries()) if (!taken.has(step)) gapAt(index, 'now').fresh.push(step)
    return [...gaps.values()]
  })
}

function stepFates(
  old: readonly ArticleProcedure[],
  now: readonly ArticleProcedure[],
  {
    partners,
    exact,
  }: {
    readonly partners: ReadonlyMap<ArticleProcedure, ArticleProcedure>
    readonly exact: ReadonlyMap<ArticleStep, ArticleStep>
  },
): ReadonlyMap<ArticleStep, Fate<ArticleStep>> {
  const taken = new Set(exact.values())
  const free = {
    old: stepsIn(old).filter(step => !exact.has(step)),
    now: stepsIn(now).filter(step => !taken.has(step)),
  }
  const procedureOf = new Map(now.flatMap(each => each.steps.map(step => [step, each] as const)))
  const homes = new Map(gapsOf(partners, exact).flatMap(gap => gap.olds.map(step => [step, gap] as const)))
  return new Map(
    old.flatMap(procedure => {
      const partner = partners.get(procedure)
      return procedure.steps.map(step => {
        const match = exact.get(step)
        const fate: Fate<ArticleStep> =
          match === undefined
            ? rewordedFate(step, homes.get(step)?.fresh ?? [], free)
            : sameFate([step, procedure], [match, procedureOf.get(match)], partner)
        return [step, fate] as const
      })
    }),
  )
}

/** What became of a step whose text stands in the new revision: not the same where it leads or belongs elsewhere. */
function sameFate(
  [step, procedure]: readonly [ArticleStep, ArticleProcedure],
  [now, home]: readonly [ArticleStep, ArticleProcedure | undefined],
  partner: ArticleProcedure | undefined,
): Fate<ArticleStep> {
  const isElsewhere = home === undefined || home !== partner
  const turned = home === undefined ? [] : turnsOf(procedure, home)
  const vetoes = [...compare('link', step.links, now.links), ...(isElsewhere ? turned : [])]
  if (vetoes.length > 0) return {kind: 'lost', why: 'vetoed', vetoes, nearest: {now, likeness: 1}}
  // Where a link of the sentence leads now does not turn what it says; that it has one, or none, belongs to its words.
  const isProposed =
    isElsewhere || turned.some(({kind, was, now: other}) => kind !== 'link' || was === '' || other === '')
  return {kind: 'same', now, below: isProposed ? {was: topOf(procedure), now: topOf(home)} : null}
}

/** Why the steps of a procedure cannot be those of another one: the sentence before it, or a heading above it, differs. */
function turnsOf(was: ArticleProcedure, now: ArticleProcedure): readonly Veto[] {
  return [...vetoesOf(was.intro, now.intro), ...headingTurnsOf(was, now)]
}

// Numbers, labels and links of a heading change with the chapters; what it says to do does not.
function headingTurnsOf(was: ArticleProcedure, now: ArticleProcedure): readonly Veto[] {
  return vetoesOf(was.headings.join(' / '), now.headings.join(' / ')).filter(veto => veto.kind === 'polarity')
}

function topOf(procedure: ArticleProcedure | undefined): string {
  const {headings = [], intro = ''} = procedure ?? {}
  const sentence = intro.replace(/^#+ /, '')
  return [...headings.filter(each => each !== sentence), sentence].filter(each => each !== '').join(' / ')
}

/** What became of a step whose text is gone: the one step at its place that is alike, or lost. */
function rewordedFate(
  step: ArticleStep,
  near: readonly ArticleStep[],
  free: {readonly old: readonly ArticleStep[]; readonly now: readonly ArticleStep[]},
): Fate<ArticleStep> {
  const alike = rank(step, near)
  const best = alike.find(each => stepVetoesOf(step, each.now).length === 0)
  if (free.now.some(other => other.text === step.text)) return lost(step, free.now, 'ambiguous')
  if (best === undefined) {
    const [vetoed] = alike
    if (vetoed === undefined) return lost(step, free.now, 'gone')
    return {kind: 'lost', why: 'vetoed', vetoes: stepVetoesOf(step, vetoed.now), nearest: vetoed}
  }
  const rivals = [
    ...free.now.filter(other => other !== best.now).map(other => [step, other] as const),
    ...free.old.filter(other => other !== step).map(other => [other, best.now] as const),
  ]
  const isRivalled = rivals.some(([was, now]) => {
    const floor = best.likeness - margin
    return likeness(was.text, now.text, floor) >= floor && stepVetoesOf(was, now).length === 0
  })
  if (isRivalled) return {kind: 'lost', why: 'ambiguous', vetoes: [], nearest: best}
  return {kind: 'reworded', ...best}
}

/** What stands against two steps: their texts, or the addresses behind them, which a definition can hold. */
function stepVetoesOf(was: ArticleStep, now: ArticleStep): readonly Veto[] {
  const vetoes = vetoesOf(was.text, now.text)
  return vetoes.some(veto => veto.kind === 'link')
    ? vetoes
    : [...vetoes, ...compare('link', was.links, now.links)]
}

function procedureFate(
  procedure: ArticleProcedure,
  now: readonly ArticleProcedure[],
  partners: ReadonlyMap<ArticleProcedure, ArticleProcedure>,
): Fate<ArticleProcedure> {
  const partner = partners.get(procedure)
  if (partner === undefined) return {...lostBy(procedure.intro, now, each => each.intro), why: 'gone'}
  if (partner.intro === procedure.intro) {
    const isTurned = headingTurnsOf(procedure, partner).length > 0
    return {kind: 'same', now: partner, below: isTurned ? {was: topOf(procedure), now: topOf(partner)} : null}
  }
  const alike = likeness(procedure.intro, partner.intro)
  const vetoes = vetoesOf(procedure.intro, partner.intro)
  if (alike >= threshold && vetoes.length === 0) return {kind: 'reworded', now: partner, likeness: alike}
  const why = alike >= threshold ? 'vetoed' : 'gone'
  return {kind: 'lost', why, vetoes: why === 'vetoed' ? vetoes : [], nearest: {now: partner, likeness: alike}}
}

function lost(step: ArticleStep, free: readonly ArticleStep[], why: Lost['why']): Lost<ArticleStep> {
  return {...lostBy(step.text, free, each => each.text), why}
}

function lostBy<P extends Passage>(text: string, all: readonly P[], textOf: (passage: P) => string): Lost<P> {
  const near = nearest(
    text,
    all.filter(each => textOf(each) !== ''),
    textOf,
  )
  const found = near !== null && near.likeness >= 0.5 ? {now: near.candidate, likeness: near.likeness} : null
  return {kind: 'lost', why: 'gone', vetoes: [], nearest: found}
}

/** The steps that are alike enough, the most alike first. */
function rank(step: ArticleStep, others: readonly ArticleStep[]) {
  return others
    .map(other => ({now: other, likeness: likeness(step.text, other.text, threshold)}))
    .filter(each => each.likeness >= threshold)
    .sort((a, b) => b.likeness - a.likeness)
}

function stepsIn(procedures: readonly ArticleProcedure[]): readonly ArticleStep[] {
  return procedures.flatMap(each => each.steps)
}

function byText(steps: readonly ArticleStep[]): ReadonlyMap<string, readonly ArticleStep[]> {
  const found = new Map<string, ArticleStep[]>()
  for (const step of steps) found.set(step.text, [...(found.get(step.text) ?? []), step])
  return found
}
