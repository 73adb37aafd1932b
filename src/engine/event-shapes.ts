// The allow-list of a run record: every event type, every field. What is not named here does not enter.
import {
  operationStatuses,
  outputVerdicts,
  problemCodes,
  type AccountRef,
  type Attribution,
  type AuditEvent,
  type ObjectRef,
  type ProblemRecord,
  type ReadResult,
  type RunEvent,
  type RunEventBody,
  type TenantRef,
} from '../model/run.ts'
import {isOperation} from './operation.ts'
import {
  either,
  fields,
  finite,
  flag,
  guid,
  list,
  map,
  orNull,
  ShapeError,
  text,
  time,
  whole,
  word,
  type Shape,
} from './shape.ts'

type Body<T extends RunEventBody['type']> = Extract<RunEventBody, {readonly type: T}>

/** A recorded event, copied by the allow-list; throws `ShapeError` where it is not one. */
export const toRunEvent: Shape<RunEvent> = value => {
  const frame = frameShape(value)
  const type = Object.keys(bodies).find(name => name === frame.type) as RunEventBody['type'] | undefined
  if (type === undefined) throw new ShapeError('type')
  return {...bodies[type](value), v: frame.v, seq: frame.seq, at: frame.at, utcOffset: frame.utcOffset}
}

const id = text(200)
const name = text(500)
const code = orNull(text(200))
const scopes = list(id, 100)
const mode = word('practice', 'unsigned', 'graph')
const minutes = whole(-1440, 1440)
const scalar = either(text(2000), either(finite, flag))
const kept = orNull(either(scalar, list(text(2000), 200)))

const frameShape = fields<{v: 1; seq: number; at: string; utcOffset: number; type: string}>({
  v: word(1),
  seq: whole(0, Number.MAX_SAFE_INTEGER),
  at: time,
  utcOffset: minutes,
  type: id,
})

const attribution = fields<Attribution>({
  by: orNull(name),
  enteredBy: orNull(name),
  source: word('account', 'typed', 'browser'),
})

const account = fields<AccountRef>({objectId: id, name, username: name})
const tenant = fields<TenantRef>({id: guid, name})

const result = fields<ReadResult>({
  read: id,
  outcome: word('met', 'not-met', 'read', 'unknown'),
  value: kept,
  found: kept,
  requestId: code,
})

const auditEvent = fields<AuditEvent>({at: time, name, by: orNull(name), earlier: flag})

const problem = fields<ProblemRecord>({
  code: word(...problemCodes),
  status: orNull(whole(-1, 999)),
  errorCode: code,
  requestId: code,
  scopes,
})

const values = map(orNull(either(name, either(finite, either(flag, list(guid, 100))))), 50)
const object = fields<ObjectRef>({id: orNull(guid), name: orNull(name)})
/** Below Graph's host: version, segments, and a query of plain words. */
const operation: Shape<string> = value =>
  typeof value === 'string' && isOperation(value) ? value : text(0)(value)
const reading = {readAt: time, requestId: code}

const declared = {step: id, attribution}
const saving = {visit: id, steps: list(id, 200), attribution}

const answer = {type: word('answer-given'), question: id, options: list(name, 100)}
const ofAll = fields<Omit<Body<'answer-given'>, 'forest'>>(answer)
const ofForest = fields<Required<Body<'answer-given'>>>({...answer, forest: name})

const judged = {
  type: word('output-judged'),
  ...declared,
  verdict: word(...outputVerdicts),
  kept: map(orNull(either(name, either(finite, flag))), 50),
}
const judgedShort = fields<Required<Body<'output-judged'>>>({...judged, short: id})
const judgedWhole = fields<Omit<Body<'output-judged'>, 'short'>>(judged)

const bodies: {readonly [T in RunEventBody['type']]: Shape<Body<T>>} = {
  'run-started': fields<Body<'run-started'>>({
    type: word('run-started'),
    runbook: id,
    articleHash: id,
    build: id,
    mode,
    situation: orNull(id),
    locale: id,
  }),
  'run-continued': fields<Body<'run-continued'>>({
    type: word('run-continued'),
    articleHash: id,
    build: id,
  }),
  'mode-changed': fields<Body<'mode-changed'>>({type: word('mode-changed'), mode: word('unsigned', 'graph')}),
  'context-set': fields<Body<'context-set'>>({
    type: word('context-set'),
    ticket: name,
    changeWindow: name,
    server: name,
    forest: name,
  }),
  'operator-named': fields<Body<'operator-named'>>({type: word('operator-named'), name}),
  'answer-given': value => (Object.hasOwn(value as object, 'forest') ? ofForest(value) : ofAll(value)),
  'forest-removed': fields<Body<'forest-removed'>>({
    type: word('forest-removed'),
    question: id,
    forest: name,
  }),
  'step-ticked': fields<Body<'step-ticked'>>({type: word('step-ticked'), ...declared}),
  'step-unticked': fields<Body<'step-unticked'>>({type: word('step-unticked'), ...declared}),
  'step-noted': fields<Body<'step-noted'>>({type: word('step-noted'), step: id, note: text(4000)}),
  'output-judged': value =>
    Object.hasOwn(value as object, 'short') ? judgedShort(value) : judgedWhole(value),
  'output-reported': fields<Body<'output-reported'>>({
    type: word('output-reported'),
    ...declared,
    report: id,
  }),
  'signed-in': fields<Body<'signed-in'>>({type: word('signed-in'), account, tenant}),
  'tenant-named': fields<Body<'tenant-named'>>({type: word('tenant-named'), tenant}),
  'signed-out': fields<Body<'signed-out'>>({type: word('signed-out')}),
  'press-done': fields<Body<'press-done'>>({
    type: word('press-done'),
    step: id,
    press: id,
    results: list(result, 100),
    readAt: time,
    extraScopes: scopes,
  }),
  'press-failed': fields<Body<'press-failed'>>({type: word('press-failed'), step: id, press: id, problem}),
  'baseline-set': fields<Body<'baseline-set'>>({type: word('baseline-set'), baseline: time}),
  'portal-opened': fields<Body<'portal-opened'>>({type: word('portal-opened'), step: id}),
  'box-ticked': fields<Body<'box-ticked'>>({type: word('box-ticked'), ...declared}),
  'box-unticked': fields<Body<'box-unticked'>>({type: word('box-unticked'), ...declared}),
  saved: fields<Body<'saved'>>({type: word('saved'), ...saving}),
  'save-withdrawn': fields<Body<'save-withdrawn'>>({type: word('save-withdrawn'), ...saving}),
  'evidence-searched': fields<Body<'evidence-searched'>>({
    type: word('evidence-searched'),
    step: id,
    since: time,
    events: list(auditEvent, 100),
    requestId: code,
    readAt: time,
    stopped: flag,
  }),
  'evidence-failed': fields<Body<'evidence-failed'>>({type: word('evidence-failed'), step: id, problem}),
  'pilot-reported': fields<Body<'pilot-reported'>>({
    type: word('pilot-reported'),
    ...declared,
    eventId: whole(0, 1_000_000),
    seenAt: time,
  }),
  'change-read': fields<Body<'change-read'>>({
    type: word('change-read'),
    step: id,
    object,
    values,
    ...reading,
  }),
  'change-stale': fields<Body<'change-stale'>>({
    type: word('change-stale'),
    step: id,
    undo: flag,
    object,
    confirmed: values,
    found: values,
    ...reading,
  }),
  'change-sent': fields<Body<'change-sent'>>({
    type: word('change-sent'),
    step: id,
    undo: flag,
    object,
    before: values,
    wanted: values,
    clientRequestId: id,
  }),
  'change-answered': fields<Body<'change-answered'>>({
    type: word('change-answered'),
    step: id,
    clientRequestId: id,
    problem: orNull(problem),
    requestId: code,
    operation: orNull(operation),
  }),
  'operation-read': fields<Body<'operation-read'>>({
    type: word('operation-read'),
    step: id,
    clientRequestId: id,
    status: word(...operationStatuses),
    ...reading,
  }),
  'input-set': fields<Body<'input-set'>>({type: word('input-set'), input: id, value: name, shown: name}),
  'step-skipped': fields<Body<'step-skipped'>>({type: word('step-skipped'), ...declared, reason: text(4000)}),
  'step-unskipped': fields<Body<'step-unskipped'>>({type: word('step-unskipped'), ...declared}),
  'plan-approved': fields<Body<'plan-approved'>>({
    type: word('plan-approved'),
    approver: account,
    approvedAt: time,
    checkedAt: time,
    sha256: id,
  }),
  'run-imported': fields<Body<'run-imported'>>({type: word('run-imported'), sha256: id}),
}
