// What a record says of a change, and what follows from it: the difference, the body, the outcome. Pure.
import type {Change, ChangeCondition, ChangeProperty, ChangeValue, ChangeValues} from '../model/change.ts'
import type {ObjectRef, OperationStatus, ProblemRecord} from '../model/run.ts'
import type {Asked, Moment} from './moment.ts'

/** Something that Graph was read for. */
export interface Seen extends Asked {
  /** Graph's time of the answer, ISO. */
  readonly readAt: string
  readonly requestId: string | null
}

/** How the properties of a change stood when Graph was read. */
export interface ChangeReading extends Seen {
  readonly object: ObjectRef
  readonly values: ChangeValues
}

/** How far Graph was with what it accepted. */
export interface OperationReading extends Seen {
  readonly status: OperationStatus
}

/** Nothing was sent, because what was found is not what was confirmed. */
export interface StaleChange extends ChangeReading {
  readonly undo: boolean
  readonly confirmed: ChangeValues
}

/** A request that was about to leave, and what is known of it since. */
export interface SentChange extends Asked {
  readonly undo: boolean
  readonly object: ObjectRef
  /** Of the properties that were sent, and what only the undo sends. */
  readonly before: ChangeValues
  readonly wanted: ChangeValues
  readonly clientRequestId: string
  /** Null: no answer was recorded. Its `problem` null: Graph accepted the request. */
  readonly answer: ChangeAnswer | null
  /** Of what Graph goes on with by itself; null: not read yet. */
  readonly progress: OperationReading | null
  /** How things stood since, oldest first: the first is the one that was to show the effect. */
  readonly readings: readonly ChangeReading[]
}

/** What Graph said to a request. */
interface ChangeAnswer extends Moment {
  readonly problem: ProblemRecord | null
  readonly requestId: string | null
  /** Where the end of what Graph goes on with is read. */
  readonly operation: string | null
}

/** All that a record says of the change of one step. */
export interface ChangeRecord {
  readonly reading: ChangeReading | null
  /** What stood there before, oldest first: one for each time that it was something else. */
  readonly earlier: readonly ChangeReading[]
  readonly stale: StaleChange | null
  readonly sent: readonly SentChange[]
}

/** A change to which nothing happened yet. */
export const unchanged: ChangeRecord = {reading: null, earlier: [], stale: null, sent: []}

/** What came of a change. `reading` is the newest. */
export type ChangeOutcome =
  | {readonly id: 'unread'}
  /** Graph did not return one of the properties. */
  | {readonly id: 'unknown'; readonly reading: ChangeReading}
  /** Something that has to hold before does not. */
  | {readonly id: 'lacking'; readonly condition: ChangeCondition; readonly reading: ChangeReading}
  | {readonly id: 'ready'; readonly count: number; readonly reading: ChangeReading}
  | {readonly id: 'already'; readonly reading: ChangeReading}
  | {readonly id: 'stale'; readonly stale: StaleChange}
  /** Nobody knows whether the request arrived; `reading`, if any, does not show its effect. */
  | {readonly id: 'sent-unknown'; readonly sent: SentChange; readonly reading: ChangeReading | null}
  /** Graph accepted the request and does not show its effect yet. */
  | {readonly id: 'accepted'; readonly sent: SentChange; readonly reading: ChangeReading | null}
  /** Graph went on with what it accepted, and says that it failed. */
  | {readonly id: 'operation-failed'; readonly sent: SentChange; readonly reading: Seen}
  | {readonly id: 'done' | 'undone'; readonly sent: SentChange; readonly reading: Seen}

/** The properties that a change would set, from what to what. */
export function differences(change: Change, values: ChangeValues): readonly ChangeProperty[] {
  return change.properties.filter(({id, wanted}) => !isSame(valueOf(values, id), wanted))
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
  return Object.entries(expected).every(([id, value]) => isSame(valueOf(values, id), value))
}

/** True where Graph returned all that a change is about: its properties, conditions and carried values. */
export function isKnown({properties, requires, carries}: Change, values: ChangeValues): boolean {
  return (
    [...properties, ...carries].every(({id}) => valueOf(values, id) !== null) &&
    requires.every(({id}) => typeof valueOf(values, id) === 'boolean')
  )
}

/** The first condition of a change that does not hold; null: all do. */
export function lackingOf({requires}: Change, values: ChangeValues): ChangeCondition | null {
  return requires.find(({id}) => valueOf(values, id) === false) ?? null
}

/** True where a request may have arrived although no success came back. */
export function isUnclear({status}: Pick<ProblemRecord, 'status'>): boolean {
  return status === null || status < 400 || status === 408 || status >= 500
}

/** What came of a change, from its record. */
export function outcomeOf(change: Change, {reading, stale, sent}: ChangeRecord): ChangeOutcome {
  const last = sent.at(-1)
  const told = last && !isRefused(last) ? afterSending(change, last) : null
  if (told) return told
  if (stale) return {id: 'stale', stale}
  if (!reading) return {id: 'unread'}
  if (!isKnown(change, reading.values)) return {id: 'unknown', reading}
  const condition = lackingOf(change, reading.values)
  const count = change.follow ? 1 : differences(change, reading.values).length
  if (count === 0) return {id: 'already', reading}
  return condition ? {id: 'lacking', condition, reading} : {id: 'ready', count, reading}
}

/** What is known of a request that was not refused; null where a later look by a person decides. */
function afterSending(change: Change, last: SentChange): ChangeOutcome | null {
  const reading = last.readings.at(-1) ?? null
  const over = change.follow && last.progress && isOver(last.progress.status) ? last.progress : null
  if (over?.status === 'succeeded') return {id: 'done', sent: last, reading: over}
  if (over) {
    const isNewer = reading !== null && reading.seq > over.seq
    return isNewer ? null : {id: 'operation-failed', sent: last, reading: over}
  }
  const isSeen = reading?.object.id === last.object.id && holds(reading.values, last.wanted)
  if (!change.follow && reading && isSeen) {
    if (last.undo) return {id: 'undone', sent: last, reading}
    return differences(change, reading.values).length === 0 ? {id: 'done', sent: last, reading} : null
  }
  // What Graph goes on with by itself leaves no trace on the object: no look at that says what became of it.
  if (last.readings.length >= 2 && change.follow === undefined) return null
  const isAccepted = last.answer !== null && last.answer.problem === null
  return {id: isAccepted ? 'accepted' : 'sent-unknown', sent: last, reading}
}

/** True where Graph does nothing more with an operation. */
export function isOver(status: OperationStatus): boolean {
  return status === 'succeeded' || status === 'failed' || status === 'skipped'
}

/** Whether it stood otherwise in this run, and no request since can have made it as it is wanted. */
export function isByOther(change: Change, {reading, earlier, sent}: ChangeRecord): boolean {
  const before = earlier
    .filter(({object, values}) => object.id === reading?.object.id && isKnown(change, values))
    .filter(({values}) => differences(change, values).length > 0)
    .at(-1)
  return before !== undefined && sent.every(each => isRefused(each) || each.seq < before.seq)
}

/**
 * What an undo would send, from what stands there now; null where there is nothing of ours to undo, or where another
 * object was read since.
 */
export function undoOf(
  change: Change,
  {reading, sent}: ChangeRecord,
): {readonly wanted: ChangeValues; readonly changedSince: boolean} | null {
  const last = sent.filter(each => !isRefused(each)).at(-1)
  if (!change.says.undo || !last || last.undo || !reading) return null
  if (reading.object.id !== last.object.id || holds(reading.values, last.before)) return null
  // What was not there cannot be put back.
  if (change.properties.some(({id, none}) => none !== undefined && last.before[id] === none)) return null
  return {wanted: last.before, changedSince: !holds(reading.values, last.wanted)}
}

/** Graph said no: nothing was changed. */
export function isRefused({answer}: SentChange): boolean {
  return answer !== null && answer.problem !== null && !isUnclear(answer.problem)
}

/** Whether two values are the same. Lists are of ids, whose order says nothing. */
export function isSame(one: ChangeValue, other: ChangeValue): boolean {
  return isList(one) && isList(other) ? sorted(one) === sorted(other) : one === other
}

function isList(value: ChangeValue): value is readonly string[] {
  return Array.isArray(value)
}

function sorted(list: readonly string[]): string {
  return [...list].sort().join(' ')
}

/** A value by its id; null where there is none. */
export function valueOf(values: ChangeValues, id: string): ChangeValue {
  return Object.hasOwn(values, id) ? (values[id] ?? null) : null
}
