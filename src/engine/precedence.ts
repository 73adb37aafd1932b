// Which states of a card hold, strongest first: the one place where that order is written.
import type {BoundStep} from '../model/action.ts'
import type {ProblemCode} from '../model/run.ts'
import {searchOutcome} from './bearing.ts'
import type {ChangeOutcome} from './change.ts'
import type {CardChip, CardId, PressState, Unchecked} from './chip.ts'
import type {LiveStep} from './live.ts'
import {own} from './own.ts'
import {decidingOutput, type FailureRecord, type StepRecord} from './step-record.ts'
import type {SessionView} from './session.ts'

/** What the state of a card depends on. */
interface CardContext {
  readonly step: BoundStep
  readonly record: StepRecord
  readonly presses: readonly PressState[]
  /** What came of the step's change; null where it has none. */
  readonly change: ChangeOutcome | null
  readonly live: LiveStep | undefined
  readonly session: SessionView
}

/** A state and when it holds. */
interface CardRule {
  readonly id: CardId
  readonly when: (context: CardContext) => CardChip | null
}

/**
 * All states, strongest first. Shown is the first that holds: what goes on now, then what a person can put
 * right, then what was found, then what was declared, then what can be begun. Each press is judged by itself: one
 * that could not be checked takes nothing away from what another has verified, and stands beside it.
 */
export const precedence: readonly CardRule[] = [
  {id: 'throttled', when: throttled},
  {id: 'running', when: running},
  {id: 'sent-unknown', when: sentUnknown},
  {id: 'consent', when: consentAsked},
  {id: 'sign-in', when: ({live}) => (live?.phase === 'sign-in-required' ? {id: 'sign-in'} : null)},
  {id: 'failed', when: failed},
  {id: 'stale', when: stale},
  {id: 'could-not-check', when: context => (isVerified(context) ? null : couldNotCheck(context))},
  {id: 'output-disagrees', when: outputDisagrees},
  {id: 'not-as-required', when: notAsRequired},
  {id: 'opposite-event', when: context => searched(context, 'opposite-event')},
  {id: 'role-eligible', when: roleEligible},
  {id: 'evidence-found', when: context => searched(context, 'evidence-found')},
  {id: 'confirmed-by-output', when: confirmedByOutput},
  {id: 'change-done', when: context => changed(context, 'change-done')},
  {id: 'undone', when: context => changed(context, 'undone')},
  {id: 'accepted', when: accepted},
  {id: 'already-so', when: alreadySo},
  {id: 'ready-change', when: readyChange},
  {id: 'read-verified', when: readVerified},
  {id: 'not-read-since', when: notReadSince},
  {id: 'could-not-check', when: context => (isVerified(context) ? couldNotCheck(context) : null)},
  {id: 'earlier-event', when: context => searched(context, 'earlier-event')},
  {id: 'nothing-found', when: nothingFound},
  {id: 'output-inconclusive', when: outputInconclusive},
  {id: 'output-too-old', when: outputTooOld},
  {id: 'ticked-not-saved', when: tickedNotSaved},
  {id: 'reported', when: reported},
  {id: 'output-not-understood', when: outputNotUnderstood},
  {id: 'marked-done', when: markedDone},
  {id: 'to-tick', when: context => (isReading(context) || context.step.portal ? null : {id: 'to-tick'})},
  {id: 'unsigned', when: unsigned},
  {id: 'not-started', when: notStarted},
  {id: 'sign-in', when: nobodySignedIn},
  {id: 'ready-portal', when: readyPortal},
  {id: 'ready-read', when: ready},
]

/** The states of a card that hold, strongest first; what can be begun stands in it only where nothing else does. */
export function chipsOf(context: CardContext): readonly [CardChip, ...CardChip[]] {
  const held = precedence.map(({when}) => when(context)).filter(chip => chip !== null)
  const [chip, ...also] = held.filter(({id}) => !beginnings.has(id))
  return chip ? [chip, ...also] : [held[0] ?? ready()]
}

const beginnings: ReadonlySet<CardId> = new Set<CardId>([
  'to-tick',
  'not-started',
  'ready-portal',
  'ready-read',
])

/** How a problem of a read shows on the card; null: it does not, the next press simply asks again. */
const showsAs: Readonly<Record<ProblemCode, 'failed' | Unchecked | null>> = {
  'sign-in-required': null,
  'sign-in-cancelled': null,
  'sign-in-timed-out': null,
  'popup-blocked': null,
  'interaction-in-progress': null,
  'sign-out-incomplete': null,
  'second-factor-required': null,
  stopped: null,
  'consent-required': 'consent',
  'consent-declined': 'consent',
  'admin-consent-required': 'consent',
  'role-missing': 'role',
  'licence-missing': 'licence',
  'field-not-returned': 'field',
  'permission-missing': 'other',
  'exchange-refused': 'other',
  'claims-required': 'other',
  'conditional-access': 'other',
  'not-assigned': 'other',
  'account-not-in-tenant': 'other',
  'application-unknown': 'other',
  'application-single-tenant': 'other',
  'resource-missing': 'other',
  'redirect-not-registered': 'other',
  'not-found': 'other',
  'synced-object': 'failed',
  conflict: 'failed',
  'changed-since': 'failed',
  'dependency-failed': 'failed',
  'tenant-changed': 'failed',
  throttled: 'failed',
  offline: 'failed',
  'request-invalid': 'failed',
  'server-failed': 'failed',
  'call-not-compiled': 'failed',
  'record-not-kept': 'failed',
  unexpected: 'failed',
}

function throttled({live}: CardContext): CardChip | null {
  if (live?.phase !== 'throttled') return null
  return {id: 'throttled', until: live.until, fromHeader: live.fromHeader}
}

function running({live}: CardContext): CardChip | null {
  switch (live?.phase) {
    case 'running':
    case 'searching':
    case 'signing-in':
    case 'consenting':
    case 'sending':
    case 'verifying':
      return {id: 'running', press: live.press}
    case 'throttled':
    case 'confirming':
    case 'preparing':
    case 'press-again':
    case 'sign-in-required':
    case 'consent-required':
    case undefined:
      return null
  }
}

function sentUnknown({change}: CardContext): CardChip | null {
  return change?.id === 'sent-unknown' ? change : null
}

function stale({change}: CardContext): CardChip | null {
  return change?.id === 'stale' ? change : null
}

function accepted({change}: CardContext): CardChip | null {
  return change?.id === 'accepted' ? change : null
}

// What was read before this page load is shown with its time, and is nobody's green any more.
function changed({change, session}: CardContext, id: 'change-done' | 'undone'): CardChip | null {
  if (change?.id !== (id === 'undone' ? 'undone' : 'done') || !session.fresh.has(change.reading.seq))
    return null
  return {id, sent: change.sent, readAt: change.reading.readAt}
}

function alreadySo({change, session}: CardContext): CardChip | null {
  if (change?.id !== 'already' || !session.fresh.has(change.reading.seq)) return null
  return {id: 'already-so', readAt: change.reading.readAt}
}

function readyChange({change, session}: CardContext): CardChip | null {
  if (change?.id !== 'ready' || !session.fresh.has(change.reading.seq)) return null
  return {id: 'ready-change', count: change.count, readAt: change.reading.readAt}
}

function consentAsked({live}: CardContext): CardChip | null {
  return live?.phase === 'consent-required' ? {id: 'consent', scopes: live.problem.scopes} : null
}

// What Graph refused to change was no check.
function failed(context: CardContext): CardChip | null {
  const sending = own(context.record.failures, 'send')
  const failure = failuresOf(context).find(
    each =>
      (each === sending && showsAs[each.problem.code] !== null) || showsAs[each.problem.code] === 'failed',
  )
  return failure ? {id: 'failed', cause: failure.problem} : null
}

function couldNotCheck(context: CardContext): CardChip | null {
  const sending = own(context.record.failures, 'send')
  for (const {problem} of failuresOf(context).filter(each => each !== sending)) {
    const because = showsAs[problem.code]
    if (because !== null && because !== 'failed') return {id: 'could-not-check', because, cause: problem}
  }
  const silent = context.presses.some(press => has(press, 'unknown')) || context.change?.id === 'unknown'
  return silent ? {id: 'could-not-check', because: 'field', cause: null} : null
}

function outputDisagrees({step, record}: CardContext): CardChip | null {
  if (decidingOutput(record)?.verdict !== 'contradicted') return null
  return {id: 'output-disagrees', backTo: step.verify?.backTo ?? null}
}

function notAsRequired({presses}: CardContext): CardChip | null {
  const press = presses.find(candidate => has(candidate, 'not-met'))
  return press?.done ? {id: 'not-as-required', press: press.id, readAt: press.done.readAt} : null
}

// Only on the card that reads roles: elsewhere a role is a need, and order is advice.
function roleEligible({presses, session}: CardContext): CardChip | null {
  const {read, active, eligible} = session.roles
  const here = presses.some(press => press.fresh && press.readsRoles)
  return here && read && active.length === 0 && eligible.length > 0
    ? {id: 'role-eligible', roles: eligible}
    : null
}

function searched(
  {step, record: {evidence}}: CardContext,
  id: 'evidence-found' | 'opposite-event' | 'earlier-event',
): CardChip | null {
  const outcome = evidence ? searchOutcome(step.evidence ?? {}, evidence.events) : null
  return outcome && outcome.id !== 'nothing-found' && outcome.id === id ? {id, event: outcome.event} : null
}

function confirmedByOutput({record}: CardContext): CardChip | null {
  const output = decidingOutput(record)
  return output?.verdict === 'confirmed' ? {id: 'confirmed-by-output', output} : null
}

function readVerified(context: CardContext): CardChip | null {
  const press = verifiedOf(context)
    .filter(({fresh}) => fresh)
    .at(-1)
  if (!press?.done) return null
  const {verified: text, met, total, done} = press
  return {id: 'read-verified', text, met, total, readAt: done.readAt}
}

function notReadSince(context: CardContext): CardChip | null {
  const {change, session} = context
  if (change && 'reading' in change && change.reading && !session.fresh.has(change.reading.seq))
    return {id: 'not-read-since', readAt: change.reading.readAt}
  const verified = verifiedOf(context)
  const last = verified.some(({fresh}) => fresh) ? undefined : verified.at(-1)
  return last?.done ? {id: 'not-read-since', readAt: last.done.readAt} : null
}

function nothingFound({step, record: {evidence}}: CardContext): CardChip | null {
  if (!evidence || searchOutcome(step.evidence ?? {}, evidence.events).id !== 'nothing-found') return null
  return {id: 'nothing-found', since: evidence.since}
}

function outputInconclusive({record}: CardContext): CardChip | null {
  const output = decidingOutput(record)
  return output?.verdict === 'inconclusive' ? {id: 'output-inconclusive', output} : null
}

function outputTooOld({record}: CardContext): CardChip | null {
  const output = decidingOutput(record)
  return output?.verdict === 'too-old' ? {id: 'output-too-old', output} : null
}

// A paste that nobody could read displaces nothing that was understood or reported.
function outputNotUnderstood({record: {unreadable}}: CardContext): CardChip | null {
  return unreadable && {id: 'output-not-understood', output: unreadable}
}

function tickedNotSaved({record}: CardContext): CardChip | null {
  return record.box && !record.saved ? {id: 'ticked-not-saved', stamp: record.box} : null
}

function reported({step, record}: CardContext): CardChip | null {
  if (record.pilot) return {id: 'reported', report: null, stamp: record.pilot}
  if (decidingOutput(record)) return null
  const option = step.verify?.report.find(({id}) => id === record.reported?.report)
  return record.reported && option ? {id: 'reported', report: option.label, stamp: record.reported} : null
}

function markedDone({record}: CardContext): CardChip | null {
  const stamp = record.saved ?? record.ticked
  return stamp ? {id: 'marked-done', stamp} : null
}

function unsigned(context: CardContext): CardChip | null {
  return isReading(context) && context.session.mode === 'unsigned' ? {id: 'unsigned'} : null
}

function notStarted(context: CardContext): CardChip | null {
  const {started, account} = context.session
  return isReading(context) && !started && account === null ? {id: 'not-started'} : null
}

function nobodySignedIn(context: CardContext): CardChip | null {
  const {account, mode, started} = context.session
  return isReading(context) && started && account === null && mode !== 'unsigned' ? {id: 'sign-in'} : null
}

function readyPortal({step}: CardContext): CardChip | null {
  return step.portal || (step.kind === 'portal' && !step.evidence) ? {id: 'ready-portal'} : null
}

function ready(): CardChip {
  return {id: 'ready-read'}
}

function isReading({step}: CardContext): boolean {
  return step.presses.length > 0 || step.evidence !== undefined || step.change !== undefined
}

// Newest first. A problem whose press is asking the person just now is being put right.
function failuresOf({record, presses, live}: CardContext): readonly FailureRecord[] {
  const asking =
    live?.phase === 'consent-required' || live?.phase === 'sign-in-required' ? live.press : undefined
  const failures = presses.map(({id, failure}) => (id === asking ? null : failure))
  const search = asking === null ? null : record.evidenceFailure
  const ofChange = ['change', 'send'].map(id => (id === asking ? null : (own(record.failures, id) ?? null)))
  return [...failures, ...ofChange, search].filter(failure => failure !== null).sort((a, b) => b.seq - a.seq)
}

// A light read beside a box of the portal says nothing of that box: such a card is never green. Of the other presses
// each counts until one before it failed: what a later press verifies rests on the earlier ones.
function verifiedOf({step, presses}: CardContext): readonly PressState[] {
  if (step.box) return []
  const broken = presses.findIndex(isBroken)
  return (broken < 0 ? presses : presses.slice(0, broken)).filter(({done}) => done !== null)
}

function isVerified(context: CardContext): boolean {
  return verifiedOf(context).length > 0
}

function isBroken(press: PressState): boolean {
  return press.failure !== null || has(press, 'unknown') || has(press, 'not-met')
}

function has({done}: PressState, outcome: 'unknown' | 'not-met'): boolean {
  return done?.results.some(result => result.outcome === outcome) ?? false
}
