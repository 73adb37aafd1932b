// Any event a record may hold.
import fc from 'fast-check'
import {
  operationStatuses,
  outputVerdicts,
  problemCodes,
  type RunEvent,
  type RunEventBody,
} from '../../src/model/run.ts'
import {contoso, fabrikam, model} from './contoso.ts'

const id = fc.oneof(
  fc.constantFrom(
    ...model.steps.map(step => step.id),
    'run',
    'roles',
    'check',
    'look',
    'visit',
    '__proto__',
    'constructor',
  ),
  fc.string({maxLength: 20}),
)
const name = fc.string({maxLength: 30})
const time = fc
  .integer({min: Date.parse('2020-01-01'), max: Date.parse('2030-01-01')})
  .map(milliseconds => new Date(milliseconds).toISOString())
const code = fc.option(id, {nil: null})
const scalar = fc.oneof(name, fc.boolean(), fc.integer())
const kept = fc.oneof(fc.constant(null), scalar, fc.array(name, {maxLength: 3}))
const ids = fc.array(id, {maxLength: 4})
const attribution = fc.record({
  by: fc.option(name, {nil: null}),
  enteredBy: fc.option(name, {nil: null}),
  source: fc.constantFrom('account', 'typed', 'browser'),
})
const problem = fc.record({
  code: fc.constantFrom(...problemCodes),
  status: fc.option(fc.constantFrom(400, 403, 500), {nil: null}),
  errorCode: code,
  requestId: code,
  scopes: ids,
})
const result = fc.record({
  read: id,
  outcome: fc.constantFrom('met', 'not-met', 'read', 'unknown'),
  value: kept,
  found: kept,
  requestId: code,
})
const event = fc.record({at: time, name, by: fc.option(name, {nil: null}), earlier: fc.boolean()})
const values = fc.dictionary(
  fc.constantFrom('softMatch', 'hardMatch', '__proto__'),
  fc.oneof(fc.option(scalar, {nil: null}), fc.constantFrom([], [contoso.id])),
  {maxKeys: 3},
)
const object = fc.record({id: fc.constantFrom(contoso.id, null), name: fc.option(name, {nil: null})})
const is = <T extends string>(type: T) => fc.constant(type)
const declared = {step: id, attribution}
const tenant = fc.record({
  id: fc.constantFrom(contoso.id, fabrikam.id, '0d0cc0a3-5f6e-4e0f-9a55-1c2b3d4e5f60'),
  name,
})
const mode = fc.constantFrom('practice', 'unsigned', 'graph')

/** Bodies of every type, the start of a run apart. */
const anyBody: fc.Arbitrary<RunEventBody> = fc.oneof(
  fc.record({type: is('mode-changed'), mode: fc.constantFrom('unsigned', 'graph')}),
  fc.record({type: is('context-set'), ticket: name, changeWindow: name, server: name, forest: name}),
  fc.record({type: is('operator-named'), name}),
  fc.record({type: is('answer-given'), question: id, options: ids}),
  fc.record({type: is('answer-given'), question: id, options: ids, forest: name}),
  fc.record({type: is('forest-removed'), question: id, forest: name}),
  fc.record({type: is('step-ticked'), ...declared}),
  fc.record({type: is('step-unticked'), ...declared}),
  fc.record({type: is('step-noted'), step: id, note: name}),
  fc.record({
    type: is('output-judged'),
    ...declared,
    verdict: fc.constantFrom(...outputVerdicts),
    kept: fc.dictionary(name, fc.oneof(fc.constant(null), scalar), {maxKeys: 3}),
  }),
  fc.record({
    type: is('output-judged'),
    ...declared,
    verdict: fc.constantFrom(...outputVerdicts),
    short: id,
    kept: fc.dictionary(name, fc.oneof(fc.constant(null), scalar), {maxKeys: 3}),
  }),
  fc.record({type: is('output-reported'), ...declared, report: id}),
  fc.record({type: is('signed-in'), account: fc.record({objectId: id, name, username: name}), tenant}),
  fc.record({type: is('tenant-named'), tenant}),
  fc.record({type: is('signed-out')}),
  fc.record({
    type: is('press-done'),
    step: id,
    press: id,
    results: fc.array(result, {maxLength: 3}),
    readAt: time,
    extraScopes: ids,
  }),
  fc.record({type: is('press-failed'), step: id, press: id, problem}),
  fc.record({type: is('baseline-set'), baseline: time}),
  fc.record({type: is('portal-opened'), step: id}),
  fc.record({type: is('box-ticked'), ...declared}),
  fc.record({type: is('box-unticked'), ...declared}),
  fc.record({type: is('saved'), visit: id, steps: ids, attribution}),
  fc.record({type: is('save-withdrawn'), visit: id, steps: ids, attribution}),
  fc.record({
    type: is('evidence-searched'),
    step: id,
    since: time,
    events: fc.array(event, {maxLength: 3}),
    requestId: code,
    readAt: time,
    stopped: fc.boolean(),
  }),
  fc.record({type: is('evidence-failed'), step: id, problem}),
  fc.record({type: is('pilot-reported'), ...declared, eventId: fc.nat({max: 40000}), seenAt: time}),
  fc.record({type: is('change-read'), step: id, object, values, readAt: time, requestId: code}),
  fc.record({
    type: is('change-stale'),
    step: id,
    object,
    undo: fc.boolean(),
    confirmed: values,
    found: values,
    readAt: time,
    requestId: code,
  }),
  fc.record({
    type: is('change-sent'),
    step: id,
    object,
    undo: fc.boolean(),
    before: values,
    wanted: values,
    clientRequestId: id,
  }),
  fc.record({
    type: is('change-answered'),
    step: id,
    clientRequestId: id,
    problem: fc.option(problem, {nil: null}),
    requestId: code,
    operation: fc.constantFrom(null, '/v1.0/users/u/authentication/operations/o?aadgdc=DUB02P'),
  }),
  fc.record({
    type: is('operation-read'),
    step: id,
    clientRequestId: id,
    status: fc.constantFrom(...operationStatuses),
    readAt: time,
    requestId: code,
  }),
  fc.record({type: is('input-set'), input: id, value: name, shown: name}),
  fc.record({type: is('step-skipped'), ...declared, reason: name}),
  fc.record({type: is('step-unskipped'), ...declared}),
  fc.record({type: is('run-continued'), articleHash: id, build: id}),
  fc.record({
    type: is('plan-approved'),
    approver: fc.record({objectId: id, name, username: name}),
    approvedAt: time,
    checkedAt: time,
    sha256: id,
  }),
  fc.record({type: is('run-imported'), sha256: id}),
)

const anyStart: fc.Arbitrary<RunEventBody> = fc.record({
  type: is('run-started'),
  runbook: id,
  articleHash: id,
  build: id,
  mode,
  situation: fc.option(id, {nil: null}),
  locale: fc.constantFrom('en-US', 'fr-FR'),
})

/** A whole log: a start and anything after it, numbered without gaps. */
export const anyLog: fc.Arbitrary<readonly RunEvent[]> = fc
  .tuple(anyStart, fc.array(anyBody, {maxLength: 25}), time, fc.integer({min: -720, max: 840}))
  .map(([first, rest, at, utcOffset]) =>
    [first, ...rest].map((body, seq) => ({...body, v: 1, seq, at, utcOffset})),
  )
