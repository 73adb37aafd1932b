// The states of a card of which something could not be done, or could not be checked.
import type {ProblemCode} from '../model/run.ts'
import type {CardContext} from './card-context.ts'
import type {CardChip, PressState, Unchecked} from './chip.ts'
import {own} from './own.ts'
import type {FailureRecord} from './step-record.ts'

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
  'not-recorded': 'failed',
  unexpected: 'failed',
}

// What Graph refused to change was no check.
/** A press, a search or a request failed, and that is all there is to say. */
export function failed(context: CardContext): CardChip | null {
  const sending = own(context.record.failures, 'send')
  const failure = failuresOf(context).find(
    each =>
      (each === sending && showsAs[each.problem.code] !== null) || showsAs[each.problem.code] === 'failed',
  )
  return failure ? {id: 'failed', cause: failure.problem} : null
}

/** Nothing was told for one of these reasons. */
export function couldNotCheck(context: CardContext, reasons: readonly Unchecked[]): CardChip | null {
  for (const {problem} of uncheckedOf(context)) {
    const because = showsAs[problem.code]
    if (because !== null && because !== 'failed' && reasons.includes(because))
      return {id: 'could-not-check', because, cause: problem}
  }
  const silent = context.presses.some(press => has(press, 'unknown')) || context.change?.id === 'unknown'
  return silent && reasons.includes('field') ? {id: 'could-not-check', because: 'field', cause: null} : null
}

/** True where the sign-in itself was refused: what it names is lacking, and not another sign-in. */
export function isSignInRefused(context: CardContext): boolean {
  return uncheckedOf(context).some(({account, problem}) => account === null && showsAs[problem.code] !== null)
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

function uncheckedOf(context: CardContext): readonly FailureRecord[] {
  const sending = own(context.record.failures, 'send')
  return failuresOf(context).filter(each => each !== sending)
}

/** True where one of the reads of a press came out so. */
export function has({done}: PressState, outcome: 'unknown' | 'not-met'): boolean {
  return done?.results.some(result => result.outcome === outcome) ?? false
}
