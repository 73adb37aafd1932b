// What a record says of a change, and what follows from it: the difference, the body, the outcome. Pure.
import type {Change, ChangeProperty, ChangeValues} from '../model/change.ts'
import type {ProblemRecord} from '../model/run.ts'
import type {Moment} from './moment.ts'

/** How the properties of a change stood when Graph was read. */
export interface ChangeReading extends Moment {
  readonly values: ChangeValues
  /** Graph's time of the answer, ISO. */
  readonly readAt: string
  readonly requestId: string | null
}

/** Nothing was sent, because what was found is not what was confirmed. */
export interface StaleChange extends ChangeReading {
  readonly undo: boolean
  readonly confirmed: ChangeValues
}

/** A request that was about to leave, and what is known of it since. */
export interface SentChange extends Moment {
  readonly undo: boolean
  /** Of the properties that were sent. */
  readonly before: ChangeValues
  readonly wanted: ChangeValues
  readonly clientRequestId: string
  /** Null: no answer was recorded. Its `problem` null: Graph accepted the request. */
  readonly answer:
    (Moment & {readonly problem: ProblemRecord | null; readonly requestId: string | null}) | null
  /** How things stood since, oldest first: the first is the one that was to show the effect. */
  readonly readings: readonly ChangeReading[]
}

/** All that a record says of the change of one step. */
export interface ChangeRecord {
  readonly reading: ChangeReading | null
  readonly stale: StaleChange | null
  readonly sent: readonly SentChange[]
}

/** A change to which nothing happened yet. */
export const unchanged: ChangeRecord = {reading: null, stale: null, sent: []}

/** What came of a change. `reading` is the newest. */
export type ChangeOutcome =
  | {readonly id: 'unread'}
  /** Graph did not return one of the properties. */
  | {readonly id: 'unknown'; readonly reading: ChangeReading}
  | {readonly id: 'ready'; readonly count: number; readonly reading: ChangeReading}
  | {readonly id: 'already'; readonly reading: ChangeReading}
  | {readonly id: 'stale'; readonly stale: StaleChange}
  /** Nobody knows whether the request arrived; `reading`, if any, does not show its effect. */
  | {readonly id: 'sent-unknown'; readonly sent: SentChange; readonly reading: ChangeReading | null}
  /** Graph accepted the request and does not show its effect yet. */
  | {readonly id: 'accepted'; readonly sent: SentChange; readonly reading: ChangeReading | null}
  | {readonly id: 'done' | 'undone'; readonly sent: SentChange; readonly reading: ChangeReading}

/** The properties that a change would set, from what to what. */
export function differences(change: Change, values: ChangeValues): readonly ChangeProperty[] {
  return change.properties.filter(({id, wanted}) => valueOf(values, id) !== wanted)
}

/** The values that a change wants of these properties. */
export function wantedOf(properties: readonly ChangeProperty[]): ChangeValues {
  return Object.fromEntries(properties.map(({id, wanted}) => [id, wanted]))
}

/** Some of the values. */
export function only(values: ChangeValues, ids: readonly string[]): ChangeValues {
  return Object.fromEntries(ids.map(id => [id, valueOf(values, id)]))
}

/** True where `values` holds everything that `expected` does. */
export function holds(values: ChangeValues, expected: ChangeValues): boolean {
  return Object.entries(expected).every(([id, value]) => valueOf(values, id) === value)
}

/** True where Graph returned every property that a change is about. */
export function isKnown(change: Change, values: ChangeValues): boolean {
  return change.properties.every(({id}) => valueOf(values, id) !== null)
}

/** The body that sets these values: each at the place its property names, nothing else. */
export function bodyOf(change: Pick<Change, 'properties'>, values: ChangeValues): unknown {
  const body: Branch = {}
  for (const {id, at} of change.properties) {
    if (!Object.hasOwn(values, id)) continue
    const names = at.split('.')
    const last = names.pop() ?? ''
    let branch = body
    for (const name of names) {
      const below = Object.hasOwn(branch, name) ? branch[name] : undefined
      const next: Branch = typeof below === 'object' && below !== null ? below : {}
      branch[name] = next
      branch = next
    }
    branch[last] = valueOf(values, id)
  }
  return body
}

/** True where a request may have arrived although no success came back. */
export function isUnclear({status}: Pick<ProblemRecord, 'status'>): boolean {
  return status === null || status < 400 || status === 408 || status >= 500
}

/** What came of a change, from its record. */
export function outcomeOf(change: Change, {reading, stale, sent}: ChangeRecord): ChangeOutcome {
  const last = sent.at(-1)
  const since = last?.readings.at(-1) ?? null
  if (last && !isRefused(last)) {
    if (since && holds(since.values, last.wanted)) {
      if (last.undo) return {id: 'undone', sent: last, reading: since}
      if (differences(change, since.values).length === 0) return {id: 'done', sent: last, reading: since}
    } else if (last.readings.length < 2) {
      return {id: last.answer?.problem === null ? 'accepted' : 'sent-unknown', sent: last, reading: since}
    }
  }
  if (stale) return {id: 'stale', stale}
  if (!reading) return {id: 'unread'}
  if (!isKnown(change, reading.values)) return {id: 'unknown', reading}
  const count = differences(change, reading.values).length
  return count === 0 ? {id: 'already', reading} : {id: 'ready', count, reading}
}

/** What an undo would send, from what stands there now; null where there is nothing of ours to undo. */
export function undoOf(
  change: Change,
  {reading, sent}: ChangeRecord,
): {readonly wanted: ChangeValues; readonly changedSince: boolean} | null {
  const last = sent.filter(each => !isRefused(each)).at(-1)
  if (!change.says.undo || !last || last.undo || !reading) return null
  if (holds(reading.values, last.before)) return null
  return {wanted: last.before, changedSince: !holds(reading.values, last.wanted)}
}

/** Graph said no: nothing was changed. */
function isRefused({answer}: SentChange): boolean {
  return answer !== null && answer.problem !== null && !isUnclear(answer.problem)
}

interface Branch {
  [name: string]: Branch | ChangeValues[string]
}

function valueOf(values: ChangeValues, id: string): ChangeValues[string] {
  return Object.hasOwn(values, id) ? (values[id] ?? null) : null
}
