// Reads of Graph that a person read once against their Graph page, so that a wrong name is found before an operator meets
// an empty answer. A read of another path is checked by its form only.

import {nearest} from './likeness.ts'
import {named} from './placeholders.ts'
import type {InputKinds} from './placeholders.ts'

/** A type of JSON, as far as a value of it is judged or set. */
type JsonType = 'boolean' | 'number' | 'string' | 'guid' | 'array' | 'object'

/** What is known of a property: its type, or the texts that Graph documents for it. */
export type PropertyType = JsonType | readonly string[]

/** One read: with which delegated scopes Graph gives it, and what of its answer is known. */
export interface ReviewedRead {
  /** `{upn}` stands for an input of that kind. */
  readonly get: string
  readonly scopes: readonly string[]
  /** Where the object stands in the answer; empty: it is the answer. `value[]`: a list of them. */
  readonly root: string
  /** Its properties, names joined by dots and `[]` behind a list, with their types; the first name may be selected. */
  readonly properties: Readonly<Record<string, PropertyType>>
}

/** All of them; what they leave out on purpose is not in use, or says something else than it seems to. */
export const reviewedReads = {
  me: {
    get: '/v1.0/me',
    scopes: ['User.Read'],
    root: '',
    properties: {id: 'string', displayName: 'string', userPrincipalName: 'string'},
  },
  organization: {
    get: '/v1.0/organization',
    scopes: ['User.Read', 'Organization.Read.All'],
    root: 'value[0]',
    properties: {
      id: 'string',
      displayName: 'string',
      verifiedDomains: 'array',
      onPremisesSyncEnabled: 'boolean',
      onPremisesLastSyncDateTime: 'string',
    },
  },
  // A collection of one; the read of the object by its id is taken with the writing scope only.
  synchronization: {
    get: '/v1.0/directory/onPremisesSynchronization',
    scopes: ['OnPremDirectorySynchronization.Read.All'],
    root: 'value[0]',
    properties: {
      id: 'string',
      configuration: 'object',
      'features.blockSoftMatchEnabled': 'boolean',
      'features.blockCloudObjectTakeoverThroughHardMatchEnabled': 'boolean',
    },
  },
  // `User.ReadBasic.All` gives the names only, and filters by nothing else.
  users: {
    get: '/v1.0/users',
    scopes: ['User.Read.All'],
    root: 'value[]',
    properties: {id: 'string', onPremisesSyncEnabled: 'boolean'},
  },
  user: {
    get: '/v1.0/users/{upn}',
    scopes: ['User.Read.All'],
    root: '',
    properties: {
      id: 'string',
      displayName: 'string',
      userPrincipalName: 'string',
      accountEnabled: 'boolean',
      onPremisesSyncEnabled: 'boolean',
      lastPasswordChangeDateTime: 'string',
      usageLocation: 'string',
      'licenseAssignmentStates[].skuId': 'guid',
      'licenseAssignmentStates[].assignedByGroup': 'string',
      'licenseAssignmentStates[].disabledPlans[]': 'guid',
      'licenseAssignmentStates[].state': ['Active', 'ActiveWithError', 'Disabled', 'Error'],
    },
  },
  licenceDetails: {
    get: '/v1.0/users/{upn}/licenseDetails',
    scopes: ['LicenseAssignment.Read.All'],
    root: 'value[]',
    properties: {skuId: 'guid', skuPartNumber: 'string', servicePlans: 'array'},
  },
  subscriptions: {
    get: '/v1.0/subscribedSkus',
    scopes: ['LicenseAssignment.Read.All', 'Organization.Read.All'],
    root: 'value[]',
    properties: {
      skuId: 'guid',
      skuPartNumber: 'string',
      appliesTo: ['User', 'Company'],
      capabilityStatus: ['Enabled', 'Warning', 'Suspended', 'Deleted', 'LockedOut'],
      consumedUnits: 'number',
      'prepaidUnits.enabled': 'number',
      'servicePlans[].servicePlanId': 'guid',
    },
  },
  audits: {
    get: '/v1.0/auditLogs/directoryAudits',
    scopes: ['AuditLog.Read.All'],
    root: 'value[]',
    properties: {
      id: 'string',
      activityDisplayName: 'string',
      activityDateTime: 'string',
    },
  },
} as const satisfies Readonly<Record<string, ReviewedRead>>

/** The read of a path; null where nobody reviewed one. */
export function reviewedReadOf(get: string, inputs: InputKinds): ReviewedRead | null {
  return Object.values(reviewedReads).find(each => named(each.get, [get], inputs) === get) ?? null
}

/** A reviewed path that this one was probably meant to be; null where it is one, or is like none. */
export function meantPathOf(get: string, inputs: InputKinds): string | null {
  const other = Object.values(reviewedReads).find(each => unfilled(each.get) === unfilled(get))
  if (other !== undefined) return other.get === get ? null : named(other.get, [], inputs)
  const depth = get.split('/').length
  const paths = Object.values(reviewedReads).map(read => named(read.get, [get], inputs))
  const near = nearest(
    get,
    paths.filter(path => path.split('/').length === depth),
    each => each,
  )
  return near !== null && near.likeness >= 0.85 && near.likeness < 1 ? near.candidate : null
}

/** A path without the names of what is put into it: one that differs by them only was meant to be the other. */
function unfilled(path: string): string {
  return path.replace(/\{[^/]*\}/g, '{}')
}

/** What may be selected. */
export function selectable({properties}: ReviewedRead): readonly string[] {
  return [...new Set(Object.keys(properties).map(each => each.split(/[.[]/)[0] ?? ''))]
}

/** A reviewed read's property at its place in the answer: `value[0].features.x`, or `x` where it is the answer itself. */
export function placeIn({root}: Pick<ReviewedRead, 'root'>, property: string): string {
  return root === '' ? property : `${root}.${property}`
}
