import {roles} from './roles.ts'
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
  /** Features that somebody else sets as soon as they were read once; null: nobody does. */
  readonly outside: Partial<SyncFeatures> | null
}

const hybrid = roles.hybridIdentityAdministrator.id
// May consent to delegated permissions that need an administrator.
const consents = roles.cloudApplicationAdministrator.id
// The audit log's own page names this as the least role.
const reports = roles.reportsReader.id
// The only role that Graph lets read and change the features of the synchronisation.
const global = roles.globalAdministrator.id

const inOrder: Situation = {
  id: 'in-order',
  active: [hybrid, consents, reports, global],
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
}

/**
 * The situations an operator may choose, in the order in which they are offered.
 *
 * `consent-declined`: the operator cannot consent for the organisation. An administrator approved the reads of the
 * prerequisites; roles and audit log were not approved, so Entra asks for an administrator and the way back is a refusal.
 * `no-audit-event`: the log holds nothing of password writeback, so a search ends in *Nothing found*. In the others it
 * holds an earlier event, which a search shows wherever nobody saves: always in `no-premium-licence`.
 * `changed-outside`: somebody blocks soft match right after it was read for the first time.
 */
export const situations = [
  inOrder,
  {...inOrder, id: 'no-premium-licence', premium: 'none'},
  {...inOrder, id: 'role-eligible', active: [consents], eligible: [hybrid, reports, global]},
  {
    ...inOrder,
    id: 'consent-declined',
    active: [hybrid, reports],
    approved: ['User.Read', 'Organization.Read.All', 'Domain.Read.All', 'LicenseAssignment.Read.All'],
  },
  {...inOrder, id: 'no-audit-event', audited: false, earlierEvent: false},
  {...inOrder, id: 'soft-match-blocked', features: {blockSoftMatchEnabled: true}},
  {...inOrder, id: 'changed-outside', outside: {blockSoftMatchEnabled: true}},
] as const satisfies readonly Situation[]

/** The situation of that id with some of it changed; `in-order` where the id is not known. */
export function situationOf(id: string, changed: Partial<Situation> = {}): Situation {
  return {...(situations.find(situation => situation.id === id) ?? inOrder), ...changed}
}
