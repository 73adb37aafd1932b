// What a pasted output of the server says. The text itself is never kept.
import type {OutputVerifier} from '../model/action.ts'
import {toKept} from './kept.ts'
import type {OutputRecord} from './run.ts'
import {select} from './select.ts'

const mostCharacters = 200_000

/** A verdict on a pasted output, with the fields that the action allows to keep. */
type OutputJudgement = Pick<OutputRecord, 'verdict' | 'kept'>

/**
 * The verdict on a pasted output. It is `confirmed` or `contradicted` only where the action's expression
 * says exactly `true`; both or neither, no single JSON object, or far too long a
 * text, is `not-understood` and keeps nothing.
 */
export function judgeOutput(verifier: OutputVerifier, text: string): OutputJudgement {
  const output = text.length > mostCharacters ? null : objectIn(text)
  const says = (expression: string) => select(output, expression) === true
  if (output === null || !says(verifier.understood)) return notUnderstood
  const confirmed = says(verifier.confirmed)
  if (confirmed === says(verifier.contradicted)) return notUnderstood
  const kept = verifier.keep.map(
    field => [field.name, toKept(field.as, select(output, field.value))] as const,
  )
  return {verdict: confirmed ? 'confirmed' : 'contradicted', kept: Object.fromEntries(kept)}
}

const notUnderstood: OutputJudgement = {verdict: 'not-understood', kept: {}}

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
