// Reads of Graph that a person read once against their Graph page, so that a wrong name is found before an operator meets
// an empty answer. A read of another path is checked by its form only.

import {nearest} from './likeness.ts'

/** A type of JSON, as far as a value of it is judged or set. */
type JsonType = 'boolean' | 'number' | 'string' | 'array' | 'object'

/** One read: with which delegated scopes Graph gives it, and what of its answer is known. */
export interface ReviewedRead {
  readonly get: string
  readonly scopes: readonly string[]
  /** Where the object stands in the answer. */
  readonly root: string
  /** Its properties, names joined by dots, with their types; the first name of each may be selected. */
  readonly properties: Readonly<Record<string, JsonType>>
}

/** All of them; what they leave out on purpose is not in use, or says something else than it seems to. */
export const reviewedReads = {
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
} as const satisfies Readonly<Record<string, ReviewedRead>>

/** The read of a path; null where nobody reviewed one. */
export function reviewedReadOf(get: string): ReviewedRead | null {
  return Object.values(reviewedReads).find(each => each.get === get) ?? null
}

/** A reviewed path that this one was probably meant to be; null where it is one, or is like none. */
export function meantPathOf(get: string): string | null {
  const depth = get.split('/').length
  const paths = Object.values(reviewedReads).map(read => read.get)
  const near = nearest(
    get,
    paths.filter(path => path.split('/').length === depth),
    each => each,
  )
  return near !== null && near.likeness >= 0.85 && near.likeness < 1 ? near.candidate : null
}

/** What may be selected. */
export function selectable({properties}: ReviewedRead): readonly string[] {
  return [...new Set(Object.keys(properties).map(each => each.split('.')[0] ?? ''))]
}
