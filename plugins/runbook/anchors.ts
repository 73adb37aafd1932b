import type {Finding} from '../bilingual/finding.ts'
import type {Range} from '../bilingual/segment.ts'
import {normalise} from '../bilingual/index.ts'
import type {ActionFile, ProcedureEntry, StepEntry} from './action-file.ts'
import {nearest} from './likeness.ts'
import type {ArticleProcedure, ArticleStep} from './steps.ts'
import type {Places} from './yaml-places.ts'

/** Which entries of the action file belong to which steps and lists of the article. */
export interface Anchoring {
  readonly stepEntryOf: ReadonlyMap<ArticleStep, StepEntry>
  readonly procedureEntryOf: ReadonlyMap<ArticleProcedure, ProcedureEntry>
  /** Unbound steps and lists that a finding names already: they need no finding of their own. */
  readonly suspected: ReadonlySet<ArticleStep | ArticleProcedure>
  readonly findings: readonly Finding[]
}

/**
 * Ties the entries of an action file to the article by their normalised English text and, where that occurs more than
 * once, the occurrence. Exact or not at all: a lost anchor names its nearest candidate and is never attached to it.
 */
export function anchor(file: ActionFile, procedures: readonly ArticleProcedure[], places: Places): Anchoring {
  const steps = tie(
    file.steps.map(entry => ({entry, anchor: entry.on, range: places.value(entry, 'on')})),
    procedures.flatMap(each => each.steps).map(step => ({aim: step, text: step.text})),
    {lost: 'anchor-lost', ambiguous: 'anchor-ambiguous'},
  )
  const lists = tie(
    file.procedures.map(entry => ({entry, anchor: entry.after, range: places.value(entry, 'after')})),
    procedures.map(procedure => ({aim: procedure, text: procedure.intro})),
    {lost: 'procedure-lost', ambiguous: 'procedure-ambiguous'},
  )
  return {
    stepEntryOf: steps.bound,
    procedureEntryOf: lists.bound,
    suspected: new Set([...steps.suspected, ...lists.suspected]),
    findings: [...lists.findings, ...steps.findings],
  }
}

interface Anchored<Entry> {
  readonly entry: Entry
  readonly anchor: string
  readonly range: Range
}

interface Candidate<Aim> {
  readonly aim: Aim
  readonly text: string
}

/** A tag of a pair that could not be read: it stands in the text as it is written and has a finding of its own. */
export const pairTag = /<span\b[^<>]*(?:data-[ts]tu-id|sxs-lookup)/

function tie<Entry extends {readonly occurrence?: number}, Aim>(
  entries: readonly Anchored<Entry>[],
  all: readonly Candidate<Aim>[],
  rule: {readonly lost: string; readonly ambiguous: string},
) {
  const bound = new Map<Aim, Entry>()
  const unreadable = all.filter(({text}) => pairTag.test(text))
  const candidates = all.filter(({text}) => text !== '' && !pairTag.test(text))
  const suspected = new Set(unreadable.map(({aim}) => aim))
  const findings: Finding[] = []
  const lost: Anchored<Entry>[] = []
  for (const each of entries) {
    const {entry, anchor: actual, range} = each
    // An empty anchor is one that the schema missed.
    if (actual === '') continue
    const same = candidates.filter(({text}) => text === normalise(actual))
    if (same.length === 0 && unreadable.some(({text}) => text.includes(normalise(actual)))) continue
    const count = same.length
    const found = entry.occurrence === undefined && count > 1 ? undefined : same[(entry.occurrence ?? 1) - 1]
    if (count === 0) lost.push(each)
    else if (found === undefined) {
      for (const {aim} of same) suspected.add(aim)
      const [ruleId, occurrence] = [
        entry.occurrence ? 'occurrence-invalid' : rule.ambiguous,
        entry.occurrence ?? 0,
      ]
      findings.push({ruleId, args: {actual, count, occurrence}, range})
    } else if (bound.has(found.aim)) findings.push({ruleId: 'anchor-shared', args: {actual}, range})
    else bound.set(found.aim, entry)
  }
  for (const {anchor: actual, range} of lost) {
    const free = candidates.filter(({aim}) => !bound.has(aim))
    const near = nearestOf(normalise(actual), free)
    if (near !== null) suspected.add(near.candidate.aim)
    const named = {nearest: near?.candidate.text ?? '', percent: Math.floor((near?.likeness ?? 0) * 100)}
    findings.push({ruleId: rule.lost, args: {actual, ...named}, range})
  }
  return {bound, suspected, findings}
}

/**
 * The candidate that an anchor may have meant: the most alike, if at least half alike, or else one that begins with it or
 * that it begins with, because a step that a long command was put into is its old self by its first words only.
 */
function nearestOf<Aim>(anchor: string, candidates: readonly Candidate<Aim>[]) {
  const near = nearest(anchor, candidates, ({text}) => text)
  if (near !== null && near.likeness >= 0.5) return near
  const grown = candidates.filter(({text}) => text.startsWith(`${anchor} `) || anchor.startsWith(`${text} `))
  return nearest(anchor, grown, ({text}) => text)
}
