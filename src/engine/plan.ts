// Which reads a plan makes, how they are cut into requests, and what the cards then say together. Pure.
import type {BoundStep, ReadPress} from '../model/action.ts'
import type {PageModel} from '../model/page.ts'
import {toCall} from './call.ts'
import type {CardState} from './card.ts'
import type {CardChip, Unchecked} from './chip.ts'
import {missingInputs, withInputs, type Inputs} from './inputs.ts'
import type {GraphCall} from './ports.ts'
import {scopesOf} from './press-state.ts'
import {roleKindOf} from './roles.ts'

/** One reading of a plan, its inputs filled in. */
export interface PlanReading {
  readonly step: BoundStep
  /** Null: how the step's change stands. */
  readonly press: ReadPress | null
  readonly scopes: readonly string[]
}

/** Calls that go together, each once, and the readings they answer. */
export interface PlanBatch {
  readonly calls: readonly GraphCall[]
  /** `at`: which of the calls are the reading's own, in its order. */
  readonly readings: readonly (PlanReading & {readonly at: readonly number[]})[]
}

/** How many requests a plan makes at most, and how many calls Graph takes in one. */
export const planLimits = {batches: 2, calls: 20} as const

/**
 * What a plan reads: the first press of each step, how each change stands, and how many it affects. Roles and the audit
 * log are left to presses of their own, and a step that lacks a value is left out.
 */
export function readingsOf(model: PageModel, inputs: Inputs): readonly PlanReading[] {
  return model.steps
    .filter(step => missingInputs(step, model, inputs).length === 0)
    .map(step => withInputs(step, inputs))
    .flatMap(step => [...firstPress(step), ...counts(step, model), ...look(step)])
}

/** What tells the readings of a plan apart. */
export function readingKey({step, press}: PlanReading): string {
  return `${step.id} ${press?.id ?? ''}`
}

/** The scopes that these readings need, each once. */
export function scopesOfReadings(readings: readonly PlanReading[]): readonly string[] {
  return [...new Set(readings.flatMap(({scopes}) => scopes))]
}

/**
 * The readings in batches: a call of the same address and headers is sent once, a reading is never cut in two, and a batch
 * is of one API version. What does not fit is left to its own press.
 */
export function batchesOf(
  readings: readonly PlanReading[],
  {account, batches: most}: {readonly account: string; readonly batches: number},
): readonly PlanBatch[] {
  const batches: {
    readonly calls: GraphCall[]
    readonly readings: (PlanReading & {at: readonly number[]})[]
  }[] = []
  for (const reading of readings) {
    const calls = callsOf(reading, account)
    let batch = batches.find(taken => fits(calls, taken.calls))
    if (!batch && batches.length < most && fits(calls, [])) batches.push((batch = {calls: [], readings: []}))
    if (!batch) continue
    for (const call of calls) if (placeOf(call, batch.calls) < 0) batch.calls.push(call)
    const {calls: taken} = batch
    batch.readings.push({...reading, at: calls.map(call => placeOf(call, taken))})
  }
  return batches
}

/** What a plan says of a step. Read and declared are never one kind. */
export type PlanKind =
  | 'change'
  | 'already'
  | 'verified'
  | 'not-met'
  | 'hand'
  | 'declared'
  | 'blocked'
  | 'input'
  | 'failed'
  | 'unsettled'
  | 'skipped'
  | 'unread'

/** Steps of one kind, in the order of the page. */
export interface PlanCount {
  readonly kind: PlanKind
  /** Of `blocked`: what it lacks. */
  readonly because: Unchecked | 'condition' | 'step' | null
  readonly steps: readonly string[]
}

const order: readonly PlanKind[] = [
  'change',
  'already',
  'verified',
  'not-met',
  'hand',
  'declared',
  'input',
  'blocked',
  'failed',
  'unsettled',
  'skipped',
  'unread',
]

/** What the cards say together: every step once, the kinds in the order in which they are told. */
export function planCounts(
  steps: readonly BoundStep[],
  cards: Readonly<Record<string, CardState>>,
): readonly PlanCount[] {
  const counts = new Map<string, PlanCount>()
  for (const step of steps) {
    const card = cards[step.id]
    if (!card) continue
    const told = kindOf(step, card)
    const key = `${told.kind} ${told.because ?? ''}`
    counts.set(key, {...told, steps: [...(counts.get(key)?.steps ?? []), step.id]})
  }
  return [...counts.values()].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}

function firstPress(step: BoundStep): readonly PlanReading[] {
  const [press] = step.presses
  if (!press || press.reads.some(read => roleKindOf(read) !== null)) return []
  return [{step, press, scopes: scopesOf(press.reads)}]
}

function counts(step: BoundStep, {steps}: PageModel): readonly PlanReading[] {
  const named = steps.flatMap(({change}) => change?.affects ?? [])
  return step.presses
    .slice(1)
    .filter(({id}) => named.some(each => each.step === step.id && each.press === id))
    .map(press => ({step, press, scopes: scopesOf(press.reads)}))
}

function look(step: BoundStep): readonly PlanReading[] {
  return step.change ? [{step, press: null, scopes: step.change.read.scopes}] : []
}

function callsOf({step, press}: PlanReading, account: string): readonly GraphCall[] {
  const reads = press?.reads ?? (step.change ? [step.change.read] : [])
  return reads.map(read => toCall(read, {account}))
}

function fits(calls: readonly GraphCall[], taken: readonly GraphCall[]): boolean {
  const versions = new Set([...taken, ...calls].map(({url}) => url.split('/', 2)[1]))
  return versions.size === 1 && new Set([...taken, ...calls].map(sameness)).size <= planLimits.calls
}

function placeOf(call: GraphCall, calls: readonly GraphCall[]): number {
  return calls.findIndex(taken => sameness(taken) === sameness(call))
}

/** What two calls have in common that are one to Graph. */
function sameness({url, headers}: GraphCall): string {
  return JSON.stringify([url, Object.entries(headers).sort()])
}

// What goes on at a card just now says nothing of what was found.
const passing: ReadonlySet<string> = new Set(['throttled', 'running', 'consent', 'sign-in'])

function kindOf(step: BoundStep, card: CardState): Pick<PlanCount, 'kind' | 'because'> {
  const chip = [card, ...card.also].find(({id}) => !passing.has(id)) ?? card
  if (card.missing.length > 0 && !card.declared && chip.id !== 'skipped')
    return {kind: 'input', because: null}
  if (chip.id === 'could-not-check') return {kind: 'blocked', because: chip.because}
  if (chip.id === 'blocked')
    return chip.by.kind === 'input'
      ? {kind: 'input', because: null}
      : {kind: 'blocked', because: chip.by.kind}
  return {kind: own(step, card, chip), because: null}
}

function own({kind}: BoundStep, {declared}: CardState, {id}: CardChip): PlanKind {
  switch (id) {
    case 'ready-change':
    case 'undone':
      return 'change'
    case 'already-so':
    case 'change-done':
    case 'done-by-other':
      return 'already'
    case 'not-as-required':
      return 'not-met'
    case 'failed':
    case 'operation-failed':
      return 'failed'
    case 'sent-unknown':
    case 'accepted':
      return 'unsettled'
    case 'skipped':
      return 'skipped'
    case 'read-verified':
      if (kind === 'read') return 'verified'
      break
    default:
  }
  if (declared) return 'declared'
  return kind === 'tick' || kind === 'portal' ? 'hand' : 'unread'
}
