import {roles} from './roles.ts'
import type {Outside} from './state.ts'
import type {SyncFeatures} from './sync-features.ts'

/** A situation of the practice tenant: how it differs from Contoso with everything in order. */
export interface Situation {
  readonly id: string
  /** Template ids of the roles that the operator holds, and of those only eligible through PIM. */
  readonly active: readonly string[]
  readonly eligible: readonly string[]
  /** Scopes that an administrator had approved for everyone beforehand. */
  readonly approved: readonly string[]
  readonly premium: 'P2' | 'none'
  /** Minutes since the last directory synchronisation; null: synchronisation is off. */
  readonly syncedMinutesAgo: number | null
  readonly federated: boolean
  /** A person of another tenant may sign in too: the one whose token a run must refuse. */
  readonly visitor: boolean
  /** Whether a Save in the portal is written to the audit log. */
  readonly audited: boolean
  /** Whether the audit log holds an event from before the visit, which a search must not take for one of its own. */
  readonly earlierEvent: boolean
  /** Features of the synchronisation that are set otherwise at the beginning. */
  readonly features: Partial<SyncFeatures>
  /** What somebody else does as soon as it was read once; null: nothing. */
  readonly outside: Outside | null
  /** Units of each subscription that nobody uses. */
  readonly unitsLeft: number
  /** Whether the users who come from the on-premises directory do; otherwise everybody is in the cloud only. */
  readonly usersSynced: boolean
  /** Whether the server writes back a password that Graph has reset. */
  readonly serverWritesBack: boolean
  /** Calls, as a page compiles them, without any of which it is no situation of its own; null: it is one on every page. */
  readonly of: readonly string[] | null
}

const hybrid = roles.hybridIdentityAdministrator.id
// May consent to delegated permissions that need an administrator.
const consents = roles.cloudApplicationAdministrator.id
// The audit log's own page names this as the least role.
const reports = roles.reportsReader.id
// The only role that Graph lets read and change the features of the synchronisation.
const global = roles.globalAdministrator.id

const licences = roles.licenseAdministrator.id
const resets = roles.authenticationAdministrator.id

const inOrder: Situation = {
  id: 'in-order',
  active: [hybrid, consents, reports, global, licences, resets],
  eligible: [],
  approved: [],
  premium: 'P2',
  syncedMinutesAgo: 12,
  federated: false,
  visitor: false,
  audited: true,
  earlierEvent: true,
  features: {},
  outside: null,
  unitsLeft: 12,
  usersSynced: true,
  serverWritesBack: true,
  of: null,
}

const setsFeatures = 'PATCH /v1.0/directory/onPremisesSynchronization/{key}'
const assigns = 'POST /v1.0/users/{key}/assignLicense'
const resetsPassword =
  'POST /v1.0/users/{key}/authentication/methods/28c10230-6103-485e-b985-444c60001490/resetPassword'

/**
 * The situations an operator may choose, in the order in which they are offered.
 *
 * `consent-declined`: the operator cannot consent for the organisation. An administrator approved the reads of the
 * prerequisites and of licences; roles and audit log were not approved, so Entra asks for an administrator and the way
 * back is a refusal.
 * `no-audit-event`: the log holds nothing of password writeback, so a search ends in *Nothing found*. In the others it
 * holds an earlier event, which a search shows wherever nobody saves: always in `no-premium-licence`.
 * `changed-outside`: right after it was read for the first time, somebody blocks soft match; right after a user was read
 * for the first time, somebody assigns them the organization's main licence, or takes it from them.
 * `writeback-off`: the server does not write passwords back, so a reset that Graph accepted fails in the end (31011).
 */
export const situations = [
  inOrder,
  {...inOrder, id: 'no-premium-licence', premium: 'none'},
  {
    ...inOrder,
    id: 'role-eligible',
    active: [consents],
    eligible: [hybrid, reports, global, licences, resets],
  },
  {
    ...inOrder,
    id: 'consent-declined',
    active: [hybrid, reports, licences, resets],
    approved: ['User.Read', 'Organization.Read.All', 'Domain.Read.All', 'LicenseAssignment.Read.All'],
  },
  {...inOrder, id: 'no-audit-event', audited: false, earlierEvent: false},
  {...inOrder, id: 'soft-match-blocked', features: {blockSoftMatchEnabled: true}, of: [setsFeatures]},
  {
    ...inOrder,
    id: 'changed-outside',
    outside: {features: {blockSoftMatchEnabled: true}, licence: true},
    of: [setsFeatures, assigns],
  },
  {...inOrder, id: 'no-free-licence', unitsLeft: 0, of: [assigns]},
  {...inOrder, id: 'user-not-synchronised', usersSynced: false, of: [resetsPassword]},
  {...inOrder, id: 'writeback-off', serverWritesBack: false, of: [resetsPassword]},
] as const satisfies readonly Situation[]

/** The situations that differ from one another on a page with these calls. */
export function situationsOn(calls: readonly string[]) {
  return situations.filter(({of}) => of === null || of.some(call => calls.includes(call)))
}

/** The situation of that id with some of it changed; `in-order` where the id is not known. */
export function situationOf(id: string, changed: Partial<Situation> = {}): Situation {
  return {...(situations.find(situation => situation.id === id) ?? inOrder), ...changed}
}
