// What a pasted output of the server says. The build proves the samples with it, the page judges with it.
import type {OutputProof, OutputVerifier} from './action.ts'
import {isDuration, toMilliseconds} from './duration.ts'
import type {OutputVerdict} from './run.ts'

const mostCharacters = 200_000
// Clocks of one Active Directory differ by at most five minutes: a proof of a later moment is none.
const mostAhead = 300_000

/** The expressions that judge an output. */
export type OutputRules = Pick<OutputVerifier, 'understood' | 'confirmed' | 'contradicted'> & {
  readonly proof?: OutputProof
}

/** What judging needs from outside. */
export interface OutputJudge {
  /** The value of a JMESPath expression over a JSON value; null where a function refuses its argument. */
  readonly select: (from: unknown, expression: string) => unknown
  /** The moment of the paste, milliseconds since the epoch. */
  readonly now: number
}

/** A verdict, with the object that was understood; null where nothing was. */
export interface JudgedOutput {
  readonly verdict: OutputVerdict
  readonly output: object | null
}

/**
 * The verdict on a pasted output. It is `confirmed` or `contradicted` only where the action's expression
 * says exactly `true`; both or neither, no single JSON object, a proof without a time or of the future, or far
 * too long a text, is `not-understood`. Confirmed by an event that is too old is `too-old`.
 */
export function judgeOutput(rules: OutputRules, text: string, {select, now}: OutputJudge): JudgedOutput {
  const output = text.length > mostCharacters ? null : objectIn(text)
  const says = (expression: string) => select(output, expression) === true
  if (output === null || !says(rules.understood)) return notUnderstood
  const confirmed = says(rules.confirmed)
  if (confirmed === says(rules.contradicted)) return notUnderstood
  if (!confirmed) return {verdict: 'contradicted', output}
  if (!rules.proof) return {verdict: 'confirmed', output}
  const age = now - newest(select(output, rules.proof.value))
  if (Number.isNaN(age) || age < -mostAhead) return notUnderstood
  const {youngerThan} = rules.proof.expect
  // A duration that the build has refused already, where the samples are judged all the same.
  if (!isDuration(youngerThan)) return notUnderstood
  const isYoung = age < toMilliseconds(youngerThan)
  return {verdict: isYoung ? 'confirmed' : 'too-old', output}
}

const notUnderstood: JudgedOutput = {verdict: 'not-understood', output: null}

/** The newest of some times in milliseconds; not a number where there is none, or one that cannot be read. */
function newest(times: unknown): number {
  const all = [times].flat().map(time => (isTime(time) ? Date.parse(time) : Number.NaN))
  return all.length > 0 ? Math.max(...all) : Number.NaN
}

/** Whether a value is a date with a time, as ISO 8601 writes it. `Date.parse` alone takes many a sentence for one. */
export function isTime(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= 40 &&
    /^\d{4}-\d\d-\d\dT/.test(value) &&
    !Number.isNaN(Date.parse(value))
  )
}

/** The one JSON object of a text: all of it, between prompt lines, or on a line of its own. */
function objectIn(text: string): object | null {
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  const whole = parse(trimmed)
  if (whole) return whole
  const lines = trimmed.split(/\r?\n/).map(line => parse(line.trim()))
  const objects = lines.filter(object => object !== null)
  if (objects.length > 0) return objects.length === 1 ? (objects[0] ?? null) : null
  // Pretty-printed between a prompt line and the next prompt.
  return parse(trimmed.slice(trimmed.search(/^[ \t]*\{/m), trimmed.lastIndexOf('}') + 1).trim())
}

function parse(text: string): object | null {
  if (!text.startsWith('{')) return null
  try {
    return JSON.parse(text) as object
  } catch {
    return null
  }
}
