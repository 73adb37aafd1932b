import type {Finding} from '../../src/model/finding.ts'
import type {ActionFile, ReadEntry, Verdict, VerifyEntry} from './action-file.ts'
import {callsOf} from './calls.ts'
import {evaluate, faultOf} from './expressions.ts'
import type {Places} from './yaml-places.ts'

/** Every expression of an action file that cannot be used. */
export function checkExpressions(file: ActionFile, places: Places): readonly Finding[] {
  return expressionsOf(file).flatMap(({branch, key, expression}): Finding[] => {
    const reason = expression === '' ? null : faultOf(expression)
    if (reason === null) return []
    return [
      {ruleId: 'expression-invalid', args: {actual: expression, reason}, range: places.value(branch, key)},
    ]
  })
}

/** Samples which the verifier's own expressions judge otherwise than the file says. */
export function checkSamples(file: ActionFile, places: Places): readonly Finding[] {
  return file.steps.flatMap(({verify}) => {
    if (verify === undefined) return []
    return verify.samples.flatMap((sample): Finding[] => {
      const actual = judge(verify, sample.output)
      if (actual === sample.verdict) return []
      const args = {sample: sample.id, actual, expected: sample.verdict}
      return [{ruleId: 'sample-misjudged', args, range: places.value(sample, 'verdict')}]
    })
  })
}

/** What a verifier makes of a pasted output: only `true` decides, and nothing that was not understood. */
function judge(verify: VerifyEntry, output: string): Verdict {
  const json = parsed(output)
  const holds = (expression: string) => evaluate(expression, json) === true
  if (json === undefined || !holds(verify.understood)) return 'not-understood'
  if (holds(verify.contradicted)) return 'contradicted'
  return holds(verify.confirmed) ? 'confirmed' : 'not-understood'
}

function parsed(output: string): unknown {
  try {
    return JSON.parse(output) as unknown
  } catch {
    return undefined
  }
}

interface Expression {
  readonly branch: object
  readonly key: string
  readonly expression: string
}

function expressionsOf(file: ActionFile): readonly Expression[] {
  const reads = callsOf(file).flatMap(({entry}) => ('get' in entry ? ofRead(entry) : []))
  const events = file.steps.flatMap(({evidence}) =>
    evidence === undefined ? [] : [{branch: evidence, key: 'events', expression: evidence.events}],
  )
  return [
    ...reads,
    ...events,
    ...file.steps.flatMap(({verify}) => (verify === undefined ? [] : ofVerifier(verify))),
  ]
}

function ofRead(read: ReadEntry): readonly Expression[] {
  const value = {branch: read, key: 'value', expression: read.value}
  return read.found === undefined
    ? [value]
    : [value, {branch: read.found, key: 'value', expression: read.found.value}]
}

function ofVerifier(verify: VerifyEntry): readonly Expression[] {
  const judged = (['understood', 'confirmed', 'contradicted'] as const).map(key => {
    return {branch: verify, key, expression: verify[key]}
  })
  return [...judged, ...verify.keep.map(each => ({branch: each, key: 'value', expression: each.value}))]
}
