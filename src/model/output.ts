// What a pasted output of the server says. The build proves the samples with it, the page judges with it.
import type {OutputProof, OutputVerifier} from './action.ts'
import {isDuration, toMilliseconds} from './duration.ts'
import {pastedObject} from './pasted-object.ts'
import type {OutputVerdict} from './run.ts'

const mostCharacters = 200_000
/** Milliseconds that one clock may be ahead of another: those of one Active Directory differ by five minutes at most. */
export const mostAhead = 300_000

/** The expressions that judge an output. */
export type OutputRules = Pick<OutputVerifier, 'understood' | 'confirmed' | 'contradicted'> & {
  readonly proof?: OutputProof
  readonly short?: readonly {readonly id: string; readonly when: string}[]
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
  /** Id of the condition that an `inconclusive` output fell short of, where the action names one. */
  readonly short?: string
  readonly output: object | null
}

/**
 * The verdict on a pasted output. It is `confirmed` or `contradicted` only where the action's expression
 * says exactly `true`; both at once, no single JSON object, or far too long a text, is `not-understood`. Neither, a
 * condition of `short` that holds, and a proof without a time or of the future, is `inconclusive`. Confirmed by an
 * event that is too old is `too-old`.
 */
export function judgeOutput(rules: OutputRules, text: string, {select, now}: OutputJudge): JudgedOutput {
  const output = text.length > mostCharacters ? null : pastedObject(text)
  const says = (expression: string) => select(output, expression) === true
  if (output === null || !says(rules.understood)) return notUnderstood
  const confirmed = says(rules.confirmed)
  const contradicted = says(rules.contradicted)
  if (confirmed && contradicted) return notUnderstood
  if (contradicted) return {verdict: 'contradicted', output}
  const short = rules.short?.find(({when}) => says(when))
  if (short) return {verdict: 'inconclusive', output, short: short.id}
  if (!confirmed) return {verdict: 'inconclusive', output}
  if (!rules.proof) return {verdict: 'confirmed', output}
  const age = now - newest(select(output, rules.proof.value))
  if (Number.isNaN(age) || age < -mostAhead) return {verdict: 'inconclusive', output}
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

const timeForm =
  /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/

/**
 * Whether a value is a date of the calendar with a time and its offset from UTC, as ISO 8601 writes it. `Date.parse`
 * alone takes many a sentence for one, the 31st of February for March, and a time without an offset for this browser's.
 */
export function isTime(value: unknown): value is string {
  if (typeof value !== 'string' || !timeForm.test(value)) return false
  const day = value.slice(0, 10)
  const midnight = Date.parse(`${day}T00:00Z`)
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(day)
}
