// Every state of a card, in the order that is promised, and what makes it hold.
import type {BoundStep, ReadPress} from '../../src/model/action.ts'
import type {Change, ChangeValues} from '../../src/model/change.ts'
import type {PageModel} from '../../src/model/page.ts'
import type {ProblemCode, RunEventBody} from '../../src/model/run.ts'
import type {CardId} from '../../src/engine/chip.ts'
import type {LiveStep} from '../../src/engine/live.ts'
import {block} from './change-page.ts'
import {amira, contoso, hybridAdmin, judged, stepNamed} from './contoso.ts'

/** What makes a state hold. Two of them together are one card, where they fit. */
export interface Ingredient {
  readonly events?: readonly RunEventBody[]
  /** Recorded before this page load. */
  readonly old?: readonly RunEventBody[]
  /** Recorded by another tab, after all else. */
  readonly tail?: readonly RunEventBody[]
  readonly live?: LiveStep
  readonly step?: Partial<BoundStep>
  /** Who reads is gone, or nobody has begun. */
  readonly session?: 'signed-out' | 'unsigned' | 'none'
  readonly inputs?: PageModel['inputs']
}

export interface State {
  readonly family: string
  readonly id: CardId
  /** What tells it from another state with the same chip. */
  readonly name?: string
  readonly by: readonly Ingredient[]
}

const at = '2026-11-22T09:10:00.000Z'
const id = 'all'
const declared = {step: id, attribution: amira}

function problem(code: ProblemCode) {
  return {code, status: 403, errorCode: null, requestId: 'r', scopes: ['AuditLog.Read.All']}
}

function press(name: string, over: Partial<ReadPress> = {}): ReadPress {
  const [first] = stepNamed('account').presses
  if (!first) throw new TypeError('No press')
  return {...first, id: name, ...over}
}

const spare = ['consent', 'role', 'licence', 'unknown', 'failed'] as const
const change: Change = {...block, requires: [{id: 'fits', when: 'fits', says: 'fits.not'}]}
const followed: Change = {
  ...change,
  properties: [],
  method: 'POST',
  follow: {path: '/v1.0/users/{key}/operations/{operation}', scopes: [], source: ''},
}

const {portal} = stepNamed('prerequisites')
const {evidence, ...save} = stepNamed('save')
/** What only a step that reads or changes something has. */
export const asks: Partial<BoundStep> = {change, ...(evidence ? {evidence} : {})}
/** A step that can be in every state but those of one that is only ticked. */
export const everything: BoundStep = {
  ...save,
  ...stepNamed('finish'),
  id,
  place: 'cloud',
  kind: 'change',
  presses: [
    ...stepNamed('account').presses,
    ...stepNamed('prerequisites').presses,
    ...spare.map(name => press(name)),
  ],
}
/** One that reads nothing. */
const plain: Partial<BoundStep> = {presses: [], kind: 'tick'}
export const other: BoundStep = {...stepNamed('wizard'), id: 'other'}

function results(name: string, outcome: 'met' | 'not-met' | 'read', value: readonly string[] = []) {
  const {reads} = everything.presses.find(each => each.id === name) ?? press(name)
  return reads.map(read => ({
    read: read.id,
    outcome,
    value: read.id === 'eligible' ? value : [],
    found: null,
    requestId: 'r',
  }))
}

function done(name: string, outcome: 'met' | 'not-met' | 'read', value?: readonly string[]): RunEventBody {
  return {
    type: 'press-done',
    step: id,
    press: name,
    results: results(name, outcome, value),
    readAt: at,
    extraScopes: [],
  }
}

const failing = (name: string, code: ProblemCode): Ingredient => ({
  events: [{type: 'press-failed', step: id, press: name, problem: problem(code)}],
})

const object = {id: contoso.id, name: null}
const off = {softMatch: false, hardMatch: false}
const on = {softMatch: true, hardMatch: true}
const looked = (values: ChangeValues): RunEventBody => ({
  type: 'change-read',
  step: id,
  object,
  values: {fits: true, ...values},
  readAt: at,
  requestId: 'r',
})
const sent = (undo = false): RunEventBody => ({
  type: 'change-sent',
  step: id,
  undo,
  object,
  before: undo ? on : off,
  wanted: undo ? off : on,
  clientRequestId: 'c',
})
const answered: RunEventBody = {
  type: 'change-answered',
  step: id,
  clientRequestId: 'c',
  problem: null,
  requestId: 'r',
  operation: null,
}

function found(name: string, earlier: boolean): Ingredient {
  const events = name === '' ? [] : [{at, name, by: null, earlier}]
  return {
    events: [
      {
        type: 'evidence-searched',
        step: id,
        since: at,
        events,
        requestId: null,
        readAt: at,
        stopped: false,
      },
    ],
  }
}

const output = (verdict: Parameters<typeof judged>[0]): Ingredient => ({
  events: [{...judged(verdict), step: id} as RunEventBody],
})
const asking = (phase: 'consent-required' | 'sign-in-required'): Ingredient => ({
  live: {phase, press: 'run', problem: problem('consent-required')},
})
const user = {id: 'user', kind: 'upn', label: 'user'} as const
const forUser = press('of-user', {
  reads: (stepNamed('account').presses[0]?.reads ?? []).map(read => ({...read, path: '/v1.0/users/{user}'})),
})

/** The order as it is promised: the families, and in each its states. */
export const order: readonly State[] = [
  {
    family: 'running',
    id: 'throttled',
    by: [{live: {phase: 'throttled', press: 'run', until: 1, fromHeader: true}}],
  },
  {family: 'running', id: 'running', by: [{live: {phase: 'running', press: 'run'}}]},
  {family: 'running', id: 'consent', by: [asking('consent-required')]},
  {family: 'running', id: 'sign-in', name: 'asked', by: [asking('sign-in-required')]},
  {family: 'sent-unknown', id: 'sent-unknown', by: [{events: [looked(off), sent()]}]},
  {family: 'failed', id: 'failed', by: [failing('failed', 'offline')]},
  {
    family: 'failed',
    id: 'operation-failed',
    by: [
      {
        step: {change: followed},
        events: [
          sent(),
          answered,
          {
            type: 'operation-read',
            step: id,
            clientRequestId: 'c',
            status: 'failed',
            readAt: at,
            requestId: 'r',
          },
        ],
      },
    ],
  },
  {
    family: 'stale',
    id: 'stale',
    by: [
      {
        events: [
          looked(off),
          {
            type: 'change-stale',
            step: id,
            undo: false,
            object,
            confirmed: off,
            found: on,
            readAt: at,
            requestId: 'r',
          },
        ],
      },
    ],
  },
  {
    family: 'stale',
    id: 'out-of-date',
    by: [
      {
        tail: [
          {type: 'run-continued', articleHash: 'sha256-of-another', build: 'b1'},
          {...judged('not-understood'), step: id} as RunEventBody,
        ],
      },
    ],
  },
  {
    family: 'skipped',
    id: 'skipped',
    by: [{events: [{type: 'step-skipped', ...declared, reason: 'Not used in this tenant.'}]}],
  },
  {family: 'done', id: 'output-disagrees', by: [output('contradicted')]},
  {family: 'done', id: 'not-as-required', by: [{events: [done('check', 'not-met')]}]},
  {family: 'done', id: 'opposite-event', by: [found('Disable', false)]},
  {family: 'done', id: 'role-eligible', by: [{events: [done('roles', 'read', [hybridAdmin])]}]},
  {family: 'done', id: 'evidence-found', by: [found('Enable', false)]},
  {family: 'done', id: 'confirmed-by-output', by: [output('confirmed')]},
  {family: 'done', id: 'change-done', by: [{events: [looked(off), sent(), answered, looked(on)]}]},
  {
    family: 'done',
    id: 'undone',
    by: [{events: [looked(off), sent(), answered, looked(on), sent(true), answered, looked(off)]}],
  },
  {family: 'done', id: 'accepted', by: [{events: [looked(off), sent(), answered, looked(off)]}]},
  {family: 'done', id: 'done-by-other', by: [{events: [looked(off), looked(on)]}]},
  {family: 'done', id: 'already-so', by: [{events: [looked(on)]}]},
  {family: 'done', id: 'read-verified', by: [{events: [done('run', 'read')]}]},
  {
    family: 'done',
    id: 'not-read-since',
    by: [{old: [done('run', 'read')]}, {old: [looked(on)]}],
  },
  {family: 'done', id: 'earlier-event', by: [found('Enable', true)]},
  {family: 'done', id: 'nothing-found', by: [found('', true)]},
  {family: 'done', id: 'output-inconclusive', by: [output('inconclusive')]},
  {family: 'done', id: 'output-too-old', by: [output('too-old')]},
  {family: 'done', id: 'ticked-not-saved', by: [{events: [{type: 'box-ticked', ...declared}]}]},
  {
    family: 'done',
    id: 'reported',
    by: [{events: [{type: 'pilot-reported', ...declared, eventId: 31002, seenAt: at}]}],
  },
  {family: 'done', id: 'output-not-understood', by: [output('not-understood')]},
  {family: 'done', id: 'marked-done', by: [{events: [{type: 'step-ticked', ...declared}]}]},
  {
    family: 'blocked',
    id: 'blocked',
    name: 'input',
    by: [
      {inputs: [user], step: {presses: [...everything.presses, forUser]}},
      {inputs: [user], step: {presses: [forUser]}},
    ],
  },
  {family: 'blocked', id: 'blocked', name: 'step', by: [{step: {after: ['other']}}]},
  {family: 'blocked', id: 'blocked', name: 'condition', by: [{events: [looked({...off, fits: false})]}]},
  {family: 'sign-in', id: 'sign-in', name: 'nobody', by: [{session: 'signed-out'}]},
  {family: 'sign-in', id: 'unsigned', by: [{session: 'unsigned'}]},
  {family: 'consent', id: 'could-not-check', name: 'consent', by: [failing('consent', 'consent-declined')]},
  {family: 'role', id: 'could-not-check', name: 'role', by: [failing('role', 'role-missing')]},
  {family: 'licence', id: 'could-not-check', name: 'licence', by: [failing('licence', 'licence-missing')]},
  {family: 'unknown', id: 'could-not-check', name: 'other', by: [failing('unknown', 'permission-missing')]},
  {family: 'ready', id: 'ready-change', by: [{events: [looked(off)]}]},
  {family: 'ready', id: 'to-tick', by: [{step: plain}, {step: {...plain, kind: 'portal'}}]},
  {
    family: 'ready',
    id: 'ready-portal',
    by: [{step: portal ? {portal} : {}}, {step: {...plain, kind: 'portal'}}],
  },
  {family: 'ready', id: 'ready-read', by: [{}]},
  {family: 'not-started', id: 'not-started', by: [{session: 'none'}]},
]
