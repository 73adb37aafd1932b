import type {Finding} from '../../src/model/finding.ts'
import {normalise} from '../bilingual/index.ts'
import type {ActionFile, ProcedureEntry, StepEntry} from './action-file.ts'
import {nearest} from './likeness.ts'
import type {ArticleProcedure, ArticleStep} from './steps.ts'
import type {Places} from './yaml-places.ts'

/** Which entry of the action file belongs to which step and procedure of the article. */
export interface Anchoring {
  readonly entryOf: ReadonlyMap<ArticleStep, StepEntry>
  readonly stepOf: ReadonlyMap<StepEntry, ArticleStep>
  readonly placeOf: ReadonlyMap<ArticleProcedure, ProcedureEntry>
  /** Unbound steps that a lost anchor names as its nearest: they need no finding of their own. */
  readonly suspected: ReadonlySet<ArticleStep>
  readonly findings: readonly Finding[]
}

/**
 * Ties the entries of an action file to the article by their normalised English text and, where that occurs more than
 * once, the occurrence. Exact or not at all: a lost anchor names its nearest candidate and is never attached to it.
 */
export function anchor(file: ActionFile, procedures: readonly ArticleProcedure[], places: Places): Anchoring {
  const findings: Finding[] = []
  const steps = procedures.flatMap(each => each.steps)
  const bound = tie(
    file.steps.filter(each => each.on !== ''),
    steps,
    {
      anchorOf: entry => entry.on,
      textOf: step => step.text,
      onTwice: (entry, step, first) => {
        const args = {number: numberOf(step, procedures), expected: first.id}
        findings.push({ruleId: 'anchor-shared', args, range: places.value(entry, 'on')})
      },
      onAmbiguous: (entry, count) => {
        findings.push({
          ruleId: 'anchor-ambiguous',
          args: {actual: entry.on, count},
          range: places.value(entry, 'on'),
        })
      },
    },
  )
  const suspected = new Set<ArticleStep>()
  for (const entry of bound.lost) {
    const free = steps.filter(each => !bound.byAim.has(each))
    const near = nearest(normalise(entry.on), free, each => each.text)
    if (near !== null && near.likeness >= 0.5) suspected.add(near.candidate)
    const range = places.value(entry, 'on')
    findings.push({ruleId: 'anchor-lost', args: {actual: entry.on, ...named(near, each => each.text)}, range})
  }
  const lists = anchorLists(file, procedures, places, findings)
  return {entryOf: bound.byAim, stepOf: bound.byEntry, placeOf: lists, suspected, findings}
}

/** `part.step`, where step is the article's own number. */
export function numberOf(step: ArticleStep, procedures: readonly ArticleProcedure[]): string {
  const steps = procedures.find(each => each.part === step.part)?.steps ?? []
  return `${step.part}.${steps.indexOf(step) + (steps[0]?.ordinal ?? 1)}`
}

function anchorLists(
  file: ActionFile,
  procedures: readonly ArticleProcedure[],
  places: Places,
  findings: Finding[],
): ReadonlyMap<ArticleProcedure, ProcedureEntry> {
  const lists = tie(
    file.procedures.filter(each => each.after !== ''),
    procedures,
    {
      anchorOf: entry => entry.after,
      textOf: procedure => procedure.intro,
      onTwice: (entry, procedure) => {
        const args = {number: String(procedure.part), expected: entry.after}
        findings.push({ruleId: 'anchor-shared', args, range: places.value(entry, 'after')})
      },
      onAmbiguous: (entry, count) => {
        const args = {actual: entry.after, count}
        findings.push({ruleId: 'procedure-ambiguous', args, range: places.value(entry, 'after')})
      },
    },
  )
  for (const entry of lists.lost) {
    const free = procedures.filter(each => !lists.byAim.has(each) && each.intro !== '')
    const near = nearest(normalise(entry.after), free, each => each.intro)
    const args = {actual: entry.after, ...named(near, each => each.intro)}
    findings.push({ruleId: 'procedure-lost', args, range: places.value(entry, 'after')})
  }
  return lists.byAim
}

interface Tying<Entry, Aim> {
  readonly anchorOf: (entry: Entry) => string
  readonly textOf: (aim: Aim) => string
  readonly onTwice: (entry: Entry, aim: Aim, first: Entry) => void
  readonly onAmbiguous: (entry: Entry, count: number) => void
}

function tie<Entry extends {readonly occurrence?: number}, Aim>(
  entries: readonly Entry[],
  aims: readonly Aim[],
  {anchorOf, textOf, onTwice, onAmbiguous}: Tying<Entry, Aim>,
) {
  const byAim = new Map<Aim, Entry>()
  const byEntry = new Map<Entry, Aim>()
  const lost: Entry[] = []
  for (const entry of entries) {
    const text = normalise(anchorOf(entry))
    const same = aims.filter(each => textOf(each) === text)
    if (same.length > 1 && entry.occurrence === undefined) {
      onAmbiguous(entry, same.length)
      // Neither missing nor bound: the fault is named once.
      continue
    }
    const aim = same[(entry.occurrence ?? 1) - 1]
    const first = aim === undefined ? undefined : byAim.get(aim)
    if (aim === undefined) lost.push(entry)
    else if (first !== undefined) onTwice(entry, aim, first)
    else {
      byAim.set(aim, entry)
      byEntry.set(entry, aim)
    }
  }
  return {byAim, byEntry, lost}
}

function named<T>(
  near: {readonly candidate: T; readonly likeness: number} | null,
  textOf: (candidate: T) => string,
) {
  if (near === null) return {nearest: '', percent: 0}
  return {nearest: textOf(near.candidate), percent: Math.floor(near.likeness * 100)}
}
