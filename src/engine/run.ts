// What a run is, derived from its events: one reducer, no other way to change it.
import type {LocaleTag} from '../model/locale.ts'
import type {AccountRef, Attribution, RunEvent, RunMode, TenantRef} from '../model/run.ts'
import {holds, type ChangeReading, type ChangeRecord, type SentChange} from './change.ts'
import {withoutForest, type Answers} from './forests.ts'
import type {Asked, Moment, Stamp} from './moment.ts'
import {omit, own, put} from './own.ts'
import {untouched, type OutputRecord, type StepRecord} from './step-record.ts'

/** How the run was begun. */
export interface RunStart extends Moment {
  readonly runbook: string
  readonly articleHash: string
  readonly build: string
  readonly situation: string | null
  readonly locale: LocaleTag
}

/** The page that a run went on with: an article's revision and a build of the site. */
export interface PageMark extends Moment {
  readonly articleHash: string
  readonly build: string
}

/** A value that was given for the run. */
export interface InputRecord extends Moment {
  readonly value: string
  /** As it is shown. */
  readonly shown: string
}

/** Who approved a plan, as a file says: a courtesy check, no control. */
export interface PlanApproval extends Moment {
  readonly approver: AccountRef
  readonly approvedAt: string
  /** When what was approved had been read. */
  readonly checkedAt: string
  readonly sha256: string
}

/** What the operator noted about the surroundings of the run; every field may be empty. */
export interface RunContext {
  readonly ticket: string
  readonly changeWindow: string
  readonly server: string
  readonly forest: string
}

/** The fields of a run's context, in the order in which they are asked for and told. */
export const contextFields = [
  'ticket',
  'changeWindow',
  'server',
  'forest',
] as const satisfies readonly (keyof RunContext)[]

/** Everything a run record says, derived. */
export interface RunState extends Answers {
  readonly started: RunStart | null
  /** The pages it was made with, oldest first: the one it was begun with, then each other that it went on with. */
  readonly pages: readonly PageMark[]
  readonly mode: RunMode
  readonly context: RunContext
  /** The name typed once for the run; never that of a file, which is of whoever made the file. */
  readonly operator: string | null
  readonly steps: Readonly<Record<string, StepRecord>>
  /** What the run is about, by the id of the input. */
  readonly inputs: Readonly<Record<string, InputRecord>>
  /** Who is signed in, as the record last knew it. */
  readonly account: AccountRef | null
  /** The first tenant of the run: locked from then on. */
  readonly tenant: TenantRef | null
  /** The other tenant an account came with; while it stands nothing may run. */
  readonly tenantConflict: TenantRef | null
  /** Graph's time after which an audit event belongs to this run, ISO; never that of a file, which stays in `said`. */
  readonly baseline: string | null
  /** The last approval of a plan that was kept in the run; never one that a run's file tells of. */
  readonly approval: PlanApproval | null
  /** The file the run was opened from, and what that file itself said. */
  readonly imported: (Moment & {readonly sha256: string; readonly said: RunState}) | null
}

/** A run before its first event. */
export const emptyRun: RunState = {
  started: null,
  pages: [],
  mode: 'unsigned',
  context: {ticket: '', changeWindow: '', server: '', forest: ''},
  operator: null,
  answers: {},
  forests: {},
  steps: {},
  inputs: {},
  account: null,
  tenant: null,
  tenantConflict: null,
  baseline: null,
  approval: null,
  imported: null,
}

/** The record of one step of a run. */
export function stepOf(state: RunState, step: string): StepRecord {
  return own(state.steps, step) ?? untouched
}

/** Whether something stands in the record only because the file that was opened says so. */
export function isAsFileSays({imported}: Pick<RunState, 'imported'>, {seq}: Pick<Moment, 'seq'>): boolean {
  return imported !== null && seq < imported.seq
}

/** What a record says of the change of a step, requests that only a file tells of left out: nothing rests on those. */
export function ownChange(state: RunState, step: string): ChangeRecord {
  const {change} = stepOf(state, step)
  return {...change, sent: change.sent.filter(each => !isAsFileSays(state, each))}
}

/** The state after all events of a log, in their order. */
export function replay(events: readonly RunEvent[]): RunState {
  return events.reduce(reduce, emptyRun)
}

/** Next state of a run. Total: an event that does not apply leaves the state unchanged. */
export function reduce(state: RunState, event: RunEvent): RunState {
  switch (event.type) {
    case 'run-started': {
      if (state.started) return state
      const {runbook, articleHash, build, situation, locale} = event
      const started = {...momentOf(event), runbook, articleHash, build, situation, locale}
      return {...state, started, pages: [{...momentOf(event), articleHash, build}], mode: event.mode}
    }
    case 'run-continued': {
      const {articleHash, build} = event
      return {...state, pages: [...state.pages, {...momentOf(event), articleHash, build}]}
    }
    case 'mode-changed':
      return state.mode === 'practice' ? state : {...state, mode: event.mode}
    case 'context-set': {
      const {ticket, changeWindow, server, forest} = event
      return {...state, context: {ticket, changeWindow, server, forest}}
    }
    case 'operator-named':
      return {...state, operator: event.name === '' ? null : event.name}
    case 'answer-given':
      return answered(state, event)
    case 'forest-removed':
      return {...state, ...withoutForest(state, event.question, event.forest)}
    case 'input-set': {
      const {input, value, shown} = event
      return own(state.inputs, input)?.value === value
        ? state
        : {...state, inputs: put(state.inputs, input, {...momentOf(event), value, shown})}
    }
    case 'step-ticked':
      return onStep(state, event.step, () => ({ticked: stampOf(event), skipped: null}))
    case 'step-unticked':
      return onStep(state, event.step, () => ({ticked: null}))
    case 'step-skipped':
      return onStep(state, event.step, () => ({skipped: {...stampOf(event), reason: event.reason}}))
    case 'step-unskipped':
      return onStep(state, event.step, () => ({skipped: null}))
    case 'step-noted':
      return onStep(state, event.step, () => ({note: event.note}))
    case 'output-judged': {
      const {verdict, kept, short = null} = event
      const output = {...stampOf(event), verdict, short, kept}
      return onStep(state, event.step, record =>
        verdict === 'not-understood' ? {unreadable: output} : understood(record, output),
      )
    }
    case 'output-reported':
      return onStep(state, event.step, () => ({reported: {...stampOf(event), report: event.report}}))
    case 'pilot-reported': {
      const {eventId, seenAt} = event
      return onStep(state, event.step, () => ({pilot: {...stampOf(event), eventId, seenAt}}))
    }
    case 'signed-in':
      return signedIn(state, event.account, event.tenant)
    case 'tenant-named':
      return state.tenant?.id === event.tenant.id ? {...state, tenant: event.tenant} : state
    case 'signed-out':
      return {...state, account: null, tenantConflict: null}
    case 'press-done': {
      const {results, readAt, extraScopes} = event
      return onStep(state, event.step, record => ({
        presses: put(record.presses, event.press, {...askedOf(state, event), results, readAt, extraScopes}),
        failures: omit(record.failures, event.press),
      }))
    }
    case 'press-failed':
      return onStep(state, event.step, record => ({
        failures: put(record.failures, event.press, {...askedOf(state, event), problem: event.problem}),
      }))
    case 'baseline-set':
      return {...state, baseline: event.baseline}
    case 'portal-opened':
      return onStep(state, event.step, () => ({portalOpened: momentOf(event)}))
    case 'box-ticked':
      return onStep(state, event.step, () => ({box: stampOf(event)}))
    case 'box-unticked':
      return onStep(state, event.step, () => ({box: null}))
    case 'saved':
      return onSteps(state, event.steps, {saved: stampOf(event), skipped: null})
    case 'save-withdrawn':
      return onSteps(state, event.steps, {saved: null})
    case 'evidence-searched': {
      const {since, events, requestId, readAt, stopped} = event
      const evidence = {...askedOf(state, event), since, events, requestId, readAt, stopped}
      return onStep(state, event.step, () => ({evidence, evidenceFailure: null}))
    }
    case 'evidence-failed':
      return onStep(state, event.step, () => ({
        evidenceFailure: {...askedOf(state, event), problem: event.problem},
      }))
    case 'change-read': {
      const {object, values, readAt, requestId} = event
      return onStep(state, event.step, record =>
        looked(record, {...askedOf(state, event), object, values, readAt, requestId}),
      )
    }
    case 'change-stale': {
      const {undo, object, confirmed, found: values, readAt, requestId} = event
      const reading = {...askedOf(state, event), object, values, readAt, requestId}
      return onStep(state, event.step, record => {
        const {change, failures} = looked(record, reading)
        return {failures, change: {...change, stale: {...reading, undo, confirmed}}}
      })
    }
    case 'change-sent': {
      const {undo, object, before, wanted, clientRequestId} = event
      const sent: SentChange = {
        ...askedOf(state, event),
        ...{undo, object, before, wanted, clientRequestId},
        ...{answer: null, progress: null, readings: []},
      }
      return onStep(state, event.step, ({change, failures}) => ({
        change: {...change, stale: null, sent: [...change.sent, sent]},
        failures: omit(failures, 'send'),
        skipped: null,
      }))
    }
    case 'change-answered': {
      const {clientRequestId, problem, requestId, operation} = event
      const answer = {...momentOf(event), problem, requestId, operation}
      return onStep(state, event.step, ({change}) => ({
        change: {...change, sent: onRequest(change.sent, clientRequestId, {answer})},
      }))
    }
    case 'operation-read': {
      const {clientRequestId, status, readAt, requestId} = event
      const progress = {...askedOf(state, event), status, readAt, requestId}
      return onStep(state, event.step, ({change}) => ({
        change: {...change, sent: onRequest(change.sent, clientRequestId, {progress})},
      }))
    }
    case 'plan-approved': {
      const {approver, approvedAt, checkedAt, sha256} = event
      return {...state, approval: {...momentOf(event), approver, approvedAt, checkedAt, sha256}}
    }
    case 'run-imported':
      return {
        ...state,
        operator: null,
        baseline: null,
        approval: null,
        imported: {...momentOf(event), sha256: event.sha256, said: {...state, imported: null}},
      }
  }
}

function signedIn(state: RunState, account: AccountRef, tenant: TenantRef): RunState {
  if (!state.tenant) return {...state, account, tenant, tenantConflict: null}
  if (state.tenant.id !== tenant.id) return {...state, account, tenantConflict: tenant}
  // The name is only known once Graph was read; a later sign-in must not lose it.
  // One that only a file gave is no name of this tenant: Graph has yet to give it.
  const known = state.imported?.said.tenant === state.tenant ? '' : state.tenant.name
  const name = tenant.name === '' ? known : tenant.name
  return {...state, account, tenant: {id: tenant.id, name}, tenantConflict: null}
}

function answered(
  state: RunState,
  {question, options, forest}: Extract<RunEvent, {readonly type: 'answer-given'}>,
): RunState {
  if (forest === undefined) return {...state, answers: put(state.answers, question, options)}
  const {answers, forests} = withoutForest(state, question, forest)
  const given = put(own(state.forests, question) ?? {}, forest, options)
  return {...state, answers, forests: put(forests, question, given)}
}

function onStep(
  state: RunState,
  step: string,
  change: (record: StepRecord) => Partial<StepRecord>,
): RunState {
  const record = stepOf(state, step)
  return {...state, steps: put(state.steps, step, {...record, ...change(record)})}
}

function onSteps(state: RunState, steps: readonly string[], change: Partial<StepRecord>): RunState {
  const changed = steps.map(step => [step, {...stepOf(state, step), ...change}] as const)
  return {...state, steps: Object.fromEntries([...Object.entries(state.steps), ...changed])}
}

/** The newest output decides; what it replaces stays as history, unless it said the very same. */
function understood({output: before, earlierOutputs}: StepRecord, output: OutputRecord): Partial<StepRecord> {
  const same = before === null || (before.verdict === output.verdict && before.short === output.short)
  return {output, unreadable: null, earlierOutputs: same ? earlierOutputs : [...earlierOutputs, before]}
}

/** What was read of a change: it is the newest, what could not be done before is over, and the last request has it too. */
function looked(
  {change, failures}: StepRecord,
  reading: ChangeReading,
): Pick<StepRecord, 'change' | 'failures'> {
  const readings = [...(change.sent.at(-1)?.readings ?? []), reading]
  const before = change.reading
  const isOther = before && !(before.object.id === reading.object.id && holds(before.values, reading.values))
  const earlier = isOther ? [...change.earlier, before] : change.earlier
  return {
    change: {reading, earlier, stale: null, sent: onLast(change.sent, {readings})},
    failures: omit(omit(failures, 'change'), 'send'),
  }
}

function onRequest(
  sent: readonly SentChange[],
  clientRequestId: string,
  change: Partial<SentChange>,
): readonly SentChange[] {
  return sent.map(each => (each.clientRequestId === clientRequestId ? {...each, ...change} : each))
}

function onLast(sent: readonly SentChange[], change: Partial<SentChange>): readonly SentChange[] {
  const last = sent.at(-1)
  return last === undefined ? sent : [...sent.slice(0, -1), {...last, ...change}]
}

function momentOf({seq, at, utcOffset}: RunEvent): Moment {
  return {seq, at, utcOffset}
}

// Who was signed in when a file was made is not signed in here.
function askedOf({account, imported}: RunState, event: RunEvent): Asked {
  return {...momentOf(event), account: imported?.said.account === account ? null : account}
}

function stampOf(event: RunEvent & {readonly attribution: Attribution}): Stamp {
  return {...momentOf(event), attribution: event.attribution}
}
