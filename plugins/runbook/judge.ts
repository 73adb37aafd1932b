import type {Finding} from '../bilingual/finding.ts'
import {judgeOutput} from '../../src/model/output.ts'
import {sampleAt} from '../../src/model/sample.ts'
import type {ActionFile, ChangeEntry, ReadEntry, VerifyEntry} from './action-file.ts'
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
      const {verdict: actual} = judgeOutput(verify, sampleAt(sample.output, later), {select, now: later})
      if (actual === sample.verdict) return []
      const args = {sample: sample.id, actual, expected: sample.verdict}
      return [{ruleId: 'sample-misjudged', args, range: places.value(sample, 'verdict')}]
    })
  })
}

// A sample is pasted long after it was written: a time that stands in it as such has become too old by then.
const later = Date.UTC(2100, 0)

const select = (from: unknown, expression: string) => evaluate(expression, from)

interface Expression {
  readonly branch: object
  readonly key: string
  readonly expression: string
}

function expressionsOf(file: ActionFile): readonly Expression[] {
  const reads = callsOf(file).flatMap(call => {
    if (call.kind === 'request') return ofChange(call.entry)
    return call.kind === 'read' ? ofRead(call.entry) : []
  })
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

function ofChange(change: ChangeEntry): readonly Expression[] {
  const {key, name = '', requires = [], properties, carries = []} = change
  return [
    {branch: change, key: 'key', expression: key},
    {branch: change, key: 'name', expression: name},
    ...requires.map(each => ({branch: each, key: 'when', expression: each.when})),
    ...[...properties, ...carries].map(each => ({branch: each, key: 'value', expression: each.value})),
  ]
}

function ofVerifier(verify: VerifyEntry): readonly Expression[] {
  const judged = (['understood', 'confirmed', 'contradicted'] as const).map(key => {
    return {branch: verify, key, expression: verify[key]}
  })
  const short = (verify.short ?? []).map(each => ({branch: each, key: 'when', expression: each.when}))
  const proof = verify.proof ? [{branch: verify.proof, key: 'value', expression: verify.proof.value}] : []
  return [
    ...judged,
    ...short,
    ...proof,
    ...verify.keep.map(each => ({branch: each, key: 'value', expression: each.value})),
  ]
}
