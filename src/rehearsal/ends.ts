// How each step of our runbooks has to end in each situation of the practice tenant, where nothing goes wrong. Written
// down from the articles and from what each situation is, not taken from the engine.
import {nameOf, type Deed} from './deeds.ts'
import type {End} from './faults.ts'

/** Where nothing else is written down: what was asked for is done, by one request where it is a change. */
const usual: Readonly<Record<Deed['kind'], End>> = {
  read: {chip: 'read-verified', said: 'read-done'},
  search: {chip: 'earlier-event', said: 'earlier-event'},
  look: {chip: 'ready-change', said: 'change-read'},
  send: {chip: 'change-done', said: 'change-done', sent: 1},
  undo: {chip: 'undone', said: 'change-undone', sent: 1},
}

const noConsent: End = {chip: 'could-not-check', because: 'consent', said: 'failed'}
const noRole: End = {chip: 'could-not-check', because: 'role', said: 'failed'}
const noRoleForSome: End = {chip: 'could-not-check', because: 'role', said: 'could-not-check'}
const noLicenceForSome: End = {chip: 'could-not-check', because: 'licence', said: 'could-not-check'}
const refused: End = {chip: 'failed', said: 'failed', sent: 1}
const notAsRequired: End = {chip: 'not-as-required', said: 'not-as-required'}
const lacking: End = {chip: 'blocked', said: 'change-lacking'}
const stale: End = {chip: 'stale', said: 'change-stale'}
const already: End = {chip: 'already-so', said: 'change-read'}
const portal: End = {chip: 'ready-portal', said: 'read-done'}

/** By situation; `else` in all others. */
type Ends = Readonly<Record<string, End>>

const needsApproval: Ends = {'consent-declined': noConsent}
const ofPortal: Ends = {else: portal}
const sends: Ends = {...needsApproval, 'role-eligible': refused}

/** By runbook, then by what is done at which step. */
const ends: Readonly<Record<string, Readonly<Record<string, Ends>>>> = {
  'password-writeback': {
    'account roles': {
      ...needsApproval,
      'role-eligible': {chip: 'role-eligible', said: 'read-done'},
      'no-premium-licence': noLicenceForSome,
    },
    'prerequisites check': {'no-premium-licence': notAsRequired},
    'writeback look': ofPortal,
    'unlock look': ofPortal,
    'save search': {
      ...needsApproval,
      'role-eligible': noRole,
      'no-audit-event': {chip: 'nothing-found', said: 'nothing-found'},
    },
  },
  'block-matching': {
    'values-before run': {...needsApproval, 'role-eligible': noRoleForSome},
    'values-before count': needsApproval,
    'block look': {...needsApproval, 'role-eligible': noRole},
    'block send': {...needsApproval, 'role-eligible': noRole, 'changed-outside': stale},
    // Rehearsed before anything was blocked.
    'values-after run': {...needsApproval, 'role-eligible': noRole, else: notAsRequired},
  },
  'user-licence': {
    'find-user run': needsApproval,
    'usage-location look': needsApproval,
    'usage-location send': sends,
    // The main licence is another where there is no premium.
    'free-unit run': {'no-free-licence': notAsRequired, 'no-premium-licence': notAsRequired},
    'assign look': needsApproval,
    'assign send': {
      ...sends,
      'no-free-licence': refused,
      'no-premium-licence': refused,
      'changed-outside': stale,
    },
    'direct run': {...needsApproval, 'no-premium-licence': notAsRequired},
    'remove look': {...needsApproval, 'no-premium-licence': already},
    'remove send': {...sends, 'no-premium-licence': already, 'changed-outside': stale},
    'errors run': needsApproval,
  },
  'prove-writeback': {
    'find-user run': {...needsApproval, 'user-not-synchronised': notAsRequired},
    'reset look': {...needsApproval, 'user-not-synchronised': lacking},
    'reset send': {
      ...sends,
      'user-not-synchronised': lacking,
      'writeback-off': {chip: 'operation-failed', said: 'operation-failed', sent: 1},
    },
    'audit run': {...needsApproval, 'role-eligible': noRole},
  },
}

/** How a deed has to end in a situation without a fault. */
export function endOf(runbook: string, deed: Deed, situation: string): End {
  const own = ends[runbook]?.[nameOf(deed)] ?? {}
  return own[situation] ?? own['else'] ?? usual[deed.kind]
}

/** Whether a deed gets as far as its own request there: nobody was refused a permission before, and nothing was stale. */
export function reaches(runbook: string, deed: Deed, situation: string): boolean {
  const sending: Deed = deed.kind === 'undo' ? {...deed, kind: 'send'} : deed
  const end = endOf(runbook, sending, situation)
  if (deed.kind === 'undo') return end.chip === 'change-done'
  return deed.kind === 'send' ? end.sent === 1 : end !== noConsent
}
