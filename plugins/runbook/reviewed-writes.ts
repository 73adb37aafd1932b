// What action files may change in Graph: each request was read once, by a person, against its Graph page. The tests hold
// the names, types and scopes against Graph's own schema and permission table where those are at hand.

import {reviewedReads} from './reviewed-reads.ts'
import type {ReviewedRead} from './reviewed-reads.ts'

/** One request that changes something, and the read that shows what it changed. */
export interface ReviewedWrite {
  /** `{key}` stands for the id of the object. */
  readonly patch: string
  /** Delegated scopes with which Graph takes it. */
  readonly scopes: readonly string[]
  /** What it may set of the properties that its read shows. */
  readonly properties: readonly string[]
  readonly read: ReviewedRead
}

/**
 * All of them. Left out on purpose, though Graph's schema has them: `passwordWritebackEnabled`, which is not in use, and
 * `softMatchOnUpnEnabled` and `synchronizeUpnForManagedUsersEnabled`, which nothing undoes.
 */
export const reviewedWrites: readonly ReviewedWrite[] = [
  {
    patch: '/v1.0/directory/onPremisesSynchronization/{key}',
    scopes: ['OnPremDirectorySynchronization.ReadWrite.All'],
    properties: [
      'features.blockSoftMatchEnabled',
      'features.blockCloudObjectTakeoverThroughHardMatchEnabled',
    ],
    read: reviewedReads.synchronization,
  },
]
