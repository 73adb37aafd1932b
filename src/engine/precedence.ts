// Which states of a card hold, strongest first: the one place where that order is written.
import {searchOutcome} from './bearing.ts'
import {isReading, type CardContext} from './card-context.ts'
import {
  accepted,
  alreadySo,
  changed,
  doneByOther,
  operationFailed,
  readyChange,
  sentUnknown,
  stale,
} from './change-states.ts'
import type {Block, CardChip, CardId, PressState} from './chip.ts'
import {couldNotCheck, failed, has, isSignInRefused} from './failure-states.ts'
import {decidingOutput} from './step-record.ts'

/** The families of states, strongest first. */
export const families = [
  'running',
  'sent-unknown',
  'failed',
  'stale',
  'skipped',
  'done',
  'blocked',
  'sign-in',
  'consent',
  'role',
  'licence',
  'unknown',
  'ready',
  'not-started',
] as const

/** A state, its family, and when it holds. */
interface CardRule {
  readonly family: (typeof families)[number]
  readonly id: CardId
  readonly when: (context: CardContext) => CardChip | null
}

/**
 * All states, strongest first; the first that holds is shown, the others are listed beside it.
 *
 * `running` is also what a person is asked right now, after a press. `done` is all that came of the step: what was found
 * against it, what proves it, what was looked for in vain, what somebody declared. `consent`, `role` and `licence` are why
 * a read told nothing, and take nothing from what another press has verified; `unknown` is where nobody said why. A
 * sign-in that was itself refused is no state `sign-in`: it names what is lacking. Each press is judged by itself.
 */
export const precedence: readonly CardRule[] = [
  {family: 'running', id: 'throttled', when: throttled},
  {family: 'running', id: 'running', when: running},
  {family: 'running', id: 'consent', when: consentAsked},
  {family: 'running', id: 'sign-in', when: signInAsked},
  {family: 'sent-unknown', id: 'sent-unknown', when: sentUnknown},
  {family: 'failed', id: 'failed', when: failed},
  {family: 'failed', id: 'operation-failed', when: operationFailed},
  {family: 'stale', id: 'stale', when: stale},
  {family: 'stale', id: 'out-of-date', when: outOfDate},
  {family: 'skipped', id: 'skipped', when: skipped},
  {family: 'done', id: 'output-disagrees', when: outputDisagrees},
  {family: 'done', id: 'not-as-required', when: notAsRequired},
  {family: 'done', id: 'opposite-event', when: context => searched(context, 'opposite-event')},
  {family: 'done', id: 'role-eligible', when: roleEligible},
  {family: 'done', id: 'evidence-found', when: context => searched(context, 'evidence-found')},
  {family: 'done', id: 'confirmed-by-output', when: confirmedByOutput},
  {family: 'done', id: 'change-done', when: context => changed(context, 'change-done')},
  {family: 'done', id: 'undone', when: context => changed(context, 'undone')},
  {family: 'done', id: 'accepted', when: accepted},
  {family: 'done', id: 'done-by-other', when: doneByOther},
  {family: 'done', id: 'already-so', when: alreadySo},
  {family: 'done', id: 'read-verified', when: readVerified},
  {family: 'done', id: 'not-read-since', when: notReadSince},
  {family: 'done', id: 'earlier-event', when: context => searched(context, 'earlier-event')},
  {family: 'done', id: 'nothing-found', when: nothingFound},
  {family: 'done', id: 'output-inconclusive', when: outputInconclusive},
  {family: 'done', id: 'output-too-old', when: outputTooOld},
  {family: 'done', id: 'ticked-not-saved', when: tickedNotSaved},
  {family: 'done', id: 'reported', when: reported},
  {family: 'done', id: 'output-not-understood', when: outputNotUnderstood},
  {family: 'done', id: 'marked-done', when: markedDone},
  {family: 'blocked', id: 'blocked', when: context => blocked(context, 'input')},
  {family: 'blocked', id: 'blocked', when: context => blocked(context, 'step')},
  {family: 'blocked', id: 'blocked', when: context => blocked(context, 'condition')},
  {family: 'sign-in', id: 'sign-in', when: nobodySignedIn},
  {family: 'sign-in', id: 'unsigned', when: unsigned},
  {family: 'consent', id: 'could-not-check', when: context => couldNotCheck(context, ['consent'])},
  {family: 'role', id: 'could-not-check', when: context => couldNotCheck(context, ['role'])},
  {family: 'licence', id: 'could-not-check', when: context => couldNotCheck(context, ['licence'])},
  {family: 'unknown', id: 'could-not-check', when: context => couldNotCheck(context, ['field', 'other'])},
  {family: 'ready', id: 'ready-change', when: readyChange},
  {family: 'ready', id: 'to-tick', when: toTick},
  {family: 'ready', id: 'ready-portal', when: readyPortal},
  {family: 'ready', id: 'ready-read', when: readyRead},
  {family: 'not-started', id: 'not-started', when: notStarted},
]

/** The states of a card that hold, strongest first; what can be begun stands in it only where nothing else does. */
export function chipsOf(context: CardContext): readonly [CardChip, ...CardChip[]] {
  const held = precedence.map(({when}) => when(context)).filter(chip => chip !== null)
  const [chip, ...also] = held.filter(({id}) => !beginnings.has(id))
  return chip ? [chip, ...also] : [held[0] ?? {id: 'ready-read'}]
}

const beginnings: ReadonlySet<CardId> = new Set<CardId>([
  'to-tick',
  'not-started',
  'ready-portal',
  'ready-read',
])

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

function consentAsked({live}: CardContext): CardChip | null {
  return live?.phase === 'consent-required' ? {id: 'consent', scopes: live.problem.scopes} : null
}

function signInAsked({live}: CardContext): CardChip | null {
  return live?.phase === 'sign-in-required' ? {id: 'sign-in'} : null
}

function outOfDate({outdated}: CardContext): CardChip | null {
  return outdated && {id: 'out-of-date', ...outdated}
}

function skipped({record}: CardContext): CardChip | null {
  return record.skipped && {id: 'skipped', reason: record.skipped.reason, stamp: record.skipped}
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

function blocked({blocks}: CardContext, kind: Block['kind']): CardChip | null {
  const by = blocks.find(block => block.kind === kind)
  return by ? {id: 'blocked', by} : null
}

function nobodySignedIn(context: CardContext): CardChip | null {
  const {account, mode, started} = context.session
  if (!isReading(context) || !started || account !== null || mode === 'unsigned') return null
  return isSignInRefused(context) ? null : {id: 'sign-in'}
}

function unsigned(context: CardContext): CardChip | null {
  return isReading(context) && context.session.mode === 'unsigned' ? {id: 'unsigned'} : null
}

function toTick(context: CardContext): CardChip | null {
  return isReading(context) || context.step.portal ? null : {id: 'to-tick'}
}

function readyPortal(context: CardContext): CardChip | null {
  const {step} = context
  if (isIdle(context)) return null
  return step.portal || (step.kind === 'portal' && !step.evidence) ? {id: 'ready-portal'} : null
}

function readyRead(context: CardContext): CardChip | null {
  return isReading(context) && !isIdle(context) ? {id: 'ready-read'} : null
}

function notStarted(context: CardContext): CardChip | null {
  return isIdle(context) ? {id: 'not-started'} : null
}

/** No run and nobody signed in: nothing is known of what could be read. */
function isIdle(context: CardContext): boolean {
  const {started, account} = context.session
  return isReading(context) && !started && account === null
}

// A light read beside a box of the portal says nothing of that box: such a card is never green. Of the other presses
// each counts until one before it failed: what a later press verifies rests on the earlier ones.
function verifiedOf({step, presses}: CardContext): readonly PressState[] {
  if (step.box) return []
  const broken = presses.findIndex(isBroken)
  return (broken < 0 ? presses : presses.slice(0, broken)).filter(({done}) => done !== null)
}

function isBroken(press: PressState): boolean {
  return press.failure !== null || has(press, 'unknown') || has(press, 'not-met')
}
