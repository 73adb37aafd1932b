// Whether what Graph answered is as the action expects.
import type {Expectation, GraphRead} from '../model/action.ts'
import type {ReadResult} from '../model/run.ts'
import {toMilliseconds} from '../model/duration.ts'
import {isTime, mostAhead} from '../model/output.ts'
import type {GraphAnswer} from './ports.ts'
import {roleKindOf} from './roles.ts'
import {keep, select, shortened, type Kept} from './select.ts'

/** What a successful answer says for one read. `now` is milliseconds since the epoch, for ages. */
export function check(read: GraphRead, answer: GraphAnswer, now: number): ReadResult {
  const value = keep(select(answer.body, read.value))
  const outcome = read.expect ? judge(read.expect, value, now) : value === null ? 'unknown' : 'read'
  return {
    read: read.id,
    // A role that was not seen may come another way: not seen is never "not as required".
    outcome: outcome === 'not-met' && roleKindOf(read) ? 'read' : outcome,
    value: shortened(value),
    found: read.found ? shortened(keep(select(answer.body, read.found.value))) : null,
    requestId: answer.requestId,
  }
}

/** The result of a read that gave no answer to judge. */
export function unanswered(read: GraphRead, answer: GraphAnswer): ReadResult {
  return {read: read.id, outcome: 'unknown', value: null, found: null, requestId: answer.requestId}
}

/** Whether a value meets an expectation. Null or absent is judged only where the expectation says how. */
export function judge(expect: Expectation, value: Kept, now: number): 'met' | 'not-met' | 'unknown' {
  if (value === null) return expect.null ?? 'unknown'
  const met = meets(expect, value, now)
  return met === null ? 'unknown' : met ? 'met' : 'not-met'
}

function meets(expect: Expectation, value: Exclude<Kept, null>, now: number): boolean | null {
  const {equals, oneOf, contains, exists, youngerThan} = expect
  if (equals !== undefined) return isScalar(value) ? value === equals : null
  if (oneOf !== undefined) return isScalar(value) ? oneOf.includes(value) : null
  if (contains !== undefined) {
    const wanted = new Set(contains.map(String))
    return (isScalar(value) ? [String(value)] : value).some(entry => wanted.has(entry))
  }
  if (exists !== undefined) return (isScalar(value) || value.length > 0) === exists
  if (youngerThan !== undefined) {
    const age = isTime(value) ? now - Date.parse(value) : Number.NaN
    // A moment that is still to come has no age.
    return Number.isNaN(age) || age < -mostAhead ? null : age < toMilliseconds(youngerThan)
  }
  return null
}

function isScalar(value: Exclude<Kept, null>): value is string | number | boolean {
  return typeof value !== 'object'
}
