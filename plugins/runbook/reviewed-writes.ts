// What action files may change in Graph: each request was read once, by a person, against its Graph page. The tests hold
// the names, types and scopes against Graph's own schema and permission table where those are at hand.

import type {BodyTemplate, Change} from '../../src/model/change.ts'
import {reviewedReads} from './reviewed-reads.ts'
import type {ReviewedRead} from './reviewed-reads.ts'

/** One request that changes something, and the read that shows what it changed. */
interface Reviewed {
  /** `{key}` stands for the id of the object. */
  readonly path: string
  /** Delegated scopes with which Graph takes it. */
  readonly scopes: readonly string[]
  readonly object: Change['object']
  /** The property that names the object. */
  readonly name?: string
  readonly read: ReviewedRead
  /** Conditions without which it is not sent, whatever it sets. */
  readonly requires: readonly string[]
}

/** A request that sets properties. */
export interface ReviewedPatch extends Reviewed {
  readonly method: 'PATCH'
  /** What it may set of the properties that its read shows. */
  readonly properties: readonly string[]
}

/** A request whose body is written out, one way or the other: `wanted` true or false of its one property. */
export interface ReviewedToggle extends Reviewed {
  readonly method: 'POST'
  readonly shows: string
  readonly bodies: Readonly<
    Record<
      'true' | 'false',
      {
        readonly body: BodyTemplate
        readonly undo: BodyTemplate
        readonly requires: readonly string[]
        /** What the undo needs beside, by the id that it has in `undo`. */
        readonly carries: Readonly<Record<string, string>>
      }
    >
  >
}

/** A request that Graph only accepts, and that nothing undoes. */
export interface ReviewedTask extends Reviewed {
  readonly method: 'POST'
  /** `{password}` stands for the secret. */
  readonly body: BodyTemplate
  readonly follow: {readonly get: string; readonly scopes: readonly string[]}
}

/** A request that somebody reviewed. */
export type ReviewedWrite = ReviewedPatch | ReviewedToggle | ReviewedTask

const licence = "licenseAssignmentStates[?skuId=='{option}'"
const direct = `${licence} && assignedByGroup==\`null\`]`
const isDirect = `length(${direct}) > \`0\``

/**
 * All of them. Left out on purpose, though Graph's schema has them: `passwordWritebackEnabled`, which is not in use, and
 * `softMatchOnUpnEnabled` and `synchronizeUpnForManagedUsersEnabled`, which nothing undoes; of users, everything but the
 * usage location, and `passwordProfile` above all, which is no documented way of writeback.
 */
export const reviewedWrites: readonly ReviewedWrite[] = [
  {
    method: 'PATCH',
    path: '/v1.0/directory/onPremisesSynchronization/{key}',
    scopes: ['OnPremDirectorySynchronization.ReadWrite.All'],
    object: 'tenant',
    read: reviewedReads.synchronization,
    requires: [],
    properties: [
      'features.blockSoftMatchEnabled',
      'features.blockCloudObjectTakeoverThroughHardMatchEnabled',
    ],
  },
  {
    method: 'PATCH',
    path: '/v1.0/users/{key}',
    // The scopes of single properties of a user (account, phone, mail) do not cover this one.
    scopes: ['User.ReadWrite.All'],
    object: 'user',
    name: 'userPrincipalName',
    read: reviewedReads.user,
    requires: [],
    properties: ['usageLocation'],
  },
  {
    method: 'POST',
    path: '/v1.0/users/{key}/assignLicense',
    scopes: ['LicenseAssignment.ReadWrite.All'],
    object: 'user',
    name: 'userPrincipalName',
    read: reviewedReads.user,
    requires: [],
    shows: isDirect,
    bodies: {
      true: {
        body: {addLicenses: [{skuId: '{option}', disabledPlans: []}], removeLicenses: []},
        undo: {addLicenses: [], removeLicenses: ['{option}']},
        requires: ['usageLocation != `null`'],
        carries: {},
      },
      false: {
        body: {addLicenses: [], removeLicenses: ['{option}']},
        undo: {addLicenses: [{skuId: '{option}', disabledPlans: '{disabled-plans}'}], removeLicenses: []},
        // What only a group gives cannot be taken from the user.
        requires: [`${isDirect} || length(${licence}]) == \`0\``],
        carries: {'disabled-plans': `${direct}.disabledPlans[]`},
      },
    },
  },
  {
    method: 'POST',
    // The GUID is the same in every tenant: the password of a user is the method with this id.
    path: '/v1.0/users/{key}/authentication/methods/28c10230-6103-485e-b985-444c60001490/resetPassword',
    scopes: ['UserAuthenticationMethod.ReadWrite.All'],
    object: 'user',
    name: 'userPrincipalName',
    read: reviewedReads.user,
    // Graph does not reset one's own password so, and without synchronisation nothing would be written back.
    requires: ['onPremisesSyncEnabled == `true`', 'accountEnabled == `true`', "id != '{account}'"],
    body: {newPassword: '{password}'},
    follow: {
      get: '/v1.0/users/{key}/authentication/operations/{operation}',
      // Not the reading one, which would be one more to grant: the request needs this anyway.
      scopes: ['UserAuthenticationMethod.ReadWrite.All'],
    },
  },
]
