// What a pasted output of the server says. The text itself is never kept.
import type {OutputVerifier} from '../model/action.ts'
import type {OutputRecord} from './run.ts'
import {select} from './select.ts'

const longest = 200

/** A verdict on a pasted output, with the fields that the action allows to keep. */
type OutputJudgement = Pick<OutputRecord, 'verdict' | 'kept'>

/**
 * The verdict on a pasted output. It is `confirmed` or `contradicted` only where the action's expression
 * says exactly `true`; both or neither, or no single JSON object, is `not-understood` and keeps nothing.
 */
export function judgeOutput(verifier: OutputVerifier, text: string): OutputJudgement {
  const output = objectIn(text)
  const says = (expression: string) => select(output, expression) === true
  if (output === null || !says(verifier.understood)) return notUnderstood
  const confirmed = says(verifier.confirmed)
  if (confirmed === says(verifier.contradicted)) return notUnderstood
  const kept = verifier.keep.map(field => [field.name, toField(select(output, field.value))] as const)
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
  return parse(trimmed.slice(trimmed.search(/^\s*\{/m), trimmed.lastIndexOf('}') + 1).trim())
}

function parse(text: string): object | null {
  if (!text.startsWith('{')) return null
  try {
    return JSON.parse(text) as object
  } catch {
    return null
  }
}

function toField(value: unknown): string | number | boolean | null {
  if (Array.isArray(value))
    return value
      .map(toField)
      .filter(entry => entry !== null)
      .join(', ')
      .slice(0, longest)
  if (typeof value === 'string') return value.slice(0, longest)
  return typeof value === 'number' || typeof value === 'boolean' ? value : null
}
