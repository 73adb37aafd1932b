import {normalise} from '../bilingual/index.ts'
import {
  anchor,
  numberOf,
  type ActionSource,
  type ArticleProcedure,
  type ArticleStep,
} from '../runbook/index.ts'
import {assign, type Assignment, type Fate, type Passage} from './assignment.ts'

/** A passage in one revision, with what tells it from others of the same text. */
export interface Spot {
  readonly passage: Passage
  /** `2.3` for a step, `2` for a procedure. */
  readonly number: string
  /** From 1, among `count` passages with this text. */
  readonly occurrence: number
  readonly count: number
}

type Entry = Pick<Carried, 'id' | 'key' | 'index' | 'text'>

/** One entry of an action file on its way to the next revision. */
export interface Carried {
  /** The step's id, or `procedures.1` for the first entry under `procedures`. */
  readonly id: string
  readonly key: 'on' | 'after'
  /** From 0, among the entries of its kind. */
  readonly index: number
  /** Its text in the old revision, normalised. */
  readonly text: string
  /** Null where the old revision has no such passage. */
  readonly from: Spot | null
  /** Null where it is lost. */
  readonly to: Spot | null
  readonly state: 'kept' | 'moved' | 'reworded' | 'lost'
  /** Null where the old revision has no such passage. */
  readonly fate: Fate | null
}

/** The states in the order in which they are told. */
export const states = ['kept', 'moved', 'reworded', 'lost'] as const

/** The entries of an action file that is bound to the old revision, as the new one has them. */
export function carry(
  {file, places}: ActionSource,
  old: readonly ArticleProcedure[],
  now: readonly ArticleProcedure[],
): readonly Carried[] {
  if (file === null) return []
  const [before, after] = [anchor(file, old, places), anchor(file, now, places)]
  const assignment = assign(old, now)
  const spots = {old: spotsOf(old), now: spotsOf(now)}
  const follow = (entry: Entry, was: Passage | null, at: Passage | null) => {
    // An entry that is bound to the new revision already was carried before.
    if (was === null && at !== null)
      return {...entry, from: null, to: spots.now(at), state: 'kept', fate: null} as const
    return carried(entry, was === null ? null : spots.old(was), {assignment, spotOf: spots.now})
  }
  return [
    ...file.procedures.map((entry, index) => {
      const [was, at] = [before, after].map(each => keyOf(each.procedureEntryOf, entry))
      const id = `procedures.${String(index + 1)}`
      return follow({id, key: 'after', index, text: normalise(entry.after)}, was ?? null, at ?? null)
    }),
    ...file.steps.map((entry, index) => {
      const [was, at] = [before, after].map(each => keyOf(each.stepEntryOf, entry))
      return follow({id: entry.id, key: 'on', index, text: normalise(entry.on)}, was ?? null, at ?? null)
    }),
  ]
}

/** The passages of the new revision that none of the old one became and to which no entry was carried. */
export function addedBy(
  carried: readonly Carried[],
  old: readonly ArticleProcedure[],
  now: readonly ArticleProcedure[],
): readonly Spot[] {
  const {steps, procedures} = assign(old, now)
  const known = new Set<Passage | undefined>(carried.map(each => each.to?.passage))
  for (const fate of [...steps.values(), ...procedures.values()])
    if (fate.kind !== 'lost') known.add(fate.now)
  return passagesOf(now)
    .filter(passage => !known.has(passage) && textOf(passage) !== '')
    .map(spotsOf(now))
}

/** Every step, and every sentence before a procedure, as if an action file had an entry for it. */
export function carryAll(
  old: readonly ArticleProcedure[],
  now: readonly ArticleProcedure[],
): readonly Carried[] {
  const assignment = assign(old, now)
  const [from, to] = [spotsOf(old), spotsOf(now)]
  return passagesOf(old)
    .filter(passage => !isProcedure(passage) || passage.intro !== '')
    .map((passage, index) => {
      const spot = from(passage)
      const key = isProcedure(passage) ? 'after' : 'on'
      return carried({id: spot.number, key, index, text: textOf(passage)}, spot, {assignment, spotOf: to})
    })
}

function carried(
  entry: Entry,
  from: Spot | null,
  {assignment, spotOf}: {readonly assignment: Assignment; readonly spotOf: (passage: Passage) => Spot},
): Carried {
  const fate = from === null ? undefined : fateOf(from.passage, assignment)
  if (from === null || fate === undefined) return {...entry, from, to: null, state: 'lost', fate: null}
  if (fate.kind === 'lost') return {...entry, from, to: null, state: 'lost', fate}
  const to = spotOf(fate.now)
  if (fate.kind === 'reworded') return {...entry, from, to, state: 'reworded', fate}
  // Its words are the same; what they stand below was reworded, and a person has to accept that.
  if (fate.below !== null) return {...entry, from, to, state: 'reworded', fate}
  const stays = from.number === to.number && from.occurrence === to.occurrence
  return {...entry, from, to, state: stays ? 'kept' : 'moved', fate}
}

function fateOf(passage: Passage, {steps, procedures}: Assignment): Fate | undefined {
  return isProcedure(passage) ? procedures.get(passage) : steps.get(passage)
}

function spotsOf(procedures: readonly ArticleProcedure[]): (passage: Passage) => Spot {
  const steps = procedures.flatMap(each => each.steps)
  return passage => {
    const all: readonly Passage[] = isProcedure(passage) ? procedures : steps
    const same = all.filter(each => textOf(each) === textOf(passage))
    const number = isProcedure(passage) ? String(passage.part) : numberOf(passage)
    return {passage, number, occurrence: same.indexOf(passage) + 1, count: same.length}
  }
}

function passagesOf(procedures: readonly ArticleProcedure[]): readonly Passage[] {
  return procedures.flatMap(each => [each, ...each.steps])
}

function isProcedure(passage: Passage): passage is ArticleProcedure {
  return 'intro' in passage
}

/** The text that an anchor names. */
export function textOf(passage: ArticleStep | ArticleProcedure): string {
  return isProcedure(passage) ? passage.intro : passage.text
}

function keyOf<Key, Value>(map: ReadonlyMap<Key, Value>, value: Value): Key | null {
  for (const [key, each] of map) if (each === value) return key
  return null
}
