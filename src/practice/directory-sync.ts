// /directory/onPremisesSynchronization: what the tenant lets directory synchronisation do.
import {badRequest, isRecord, noObject, notAnObject, refusedByDirectory, unknownProperty} from './refusals.ts'
import {roles} from './roles.ts'
import type {Caller, Refusal, Route} from './route.ts'
import type {Directory, TenantState} from './state.ts'
import {type SyncFeatures, syncFeatures} from './sync-features.ts'

/** Milliseconds between a `PATCH` and the moment reads show it. */
export const featureDelay = 4_000

const typeName = 'microsoft.graph.onPremisesDirectorySynchronization'
const properties = ['id', 'configuration', 'features']
// Microsoft's pages of GET and PATCH: "Global Administrator is the only role supported for this operation".
const anyRole = [roles.globalAdministrator.id]
const writes = 'OnPremDirectorySynchronization.ReadWrite.All'
// "This property isn't in use and updating it isn't supported": a write is accepted, and that is all.
const dead: readonly string[] = ['passwordWritebackEnabled']

/** The two paths of the synchronisation object: the collection that holds it, and the object by its id, the tenant's. */
export const syncRoutes: readonly Route[] = [
  {
    // https://learn.microsoft.com/graph/api/onpremisesdirectorysynchronization-get
    path: '/v1.0/directory/onPremisesSynchronization',
    type: typeName,
    properties,
    anyRole,
    scopes: ['OnPremDirectorySynchronization.Read.All', writes],
    rows: ({directory}) => [directory.synchronization],
    seen: changedOutside,
  },
  {
    // https://learn.microsoft.com/graph/api/onpremisesdirectorysynchronization-update
    path: '/v1.0/directory/onPremisesSynchronization/{id}',
    type: typeName,
    properties,
    anyRole,
    single: true,
    // The page of GET names Read.All too; the permission table has it for the collection only.
    scopes: [writes],
    refuse: otherObject,
    rows: ({directory}) => [directory.synchronization],
    seen: changedOutside,
    writing: {
      scopes: [writes],
      anyRole,
      refuse: otherObject,
      write: (state, body, {now}) => {
        const features = without(featuresOf(body), dead)
        return (
          refusalOf(body, standing(state)) ?? {
            state: {...state, lagging: [...state.lagging, {visibleAt: now + featureDelay, features}]},
          }
        )
      },
    },
  },
]

/** A directory with some features of its synchronisation set. */
export function withFeatures(directory: Directory, features: Partial<SyncFeatures>): Directory {
  const {synchronization} = directory
  return {
    ...directory,
    synchronization: {...synchronization, features: {...synchronization.features, ...features}},
  }
}

/**
 * The tenant after somebody else has set some features. Reads show it at once, and a change that is still on its way
 * does not take it back.
 */
export function setFeatures(state: TenantState, features: Partial<SyncFeatures>): TenantState {
  const names = Object.keys(features)
  return {
    ...state,
    directory: withFeatures(state.directory, features),
    lagging: state.lagging.map(change => ({...change, features: without(change.features ?? {}, names)})),
  }
}

function otherObject({tenantId}: TenantState, {key}: Caller): Refusal | null {
  return key.toLowerCase() === tenantId ? null : noObject(key)
}

// The first who reads sees how it stood; whoever reads then sees what somebody else has made of it.
function changedOutside(state: TenantState): TenantState {
  return state.outside === null ? state : {...setFeatures(state, state.outside.features), outside: null}
}

// As the next write finds them, seen or not yet.
function standing({directory, lagging}: TenantState): SyncFeatures {
  const {features} = directory.synchronization
  return lagging.reduce(
    (last, change) => ({...last, ...change.directory?.synchronization?.features, ...change.features}),
    features,
  )
}

// Nothing but the features is written here, so anything else is refused loudly.
function refusalOf(body: unknown, now: SyncFeatures): Refusal | null {
  if (!isRecord(body)) return notAnObject
  const stray = Object.keys(body).find(name => name !== 'features')
  if (stray !== undefined) return unknownProperty(stray, typeName)
  const features = body['features'] ?? {}
  if (!isRecord(features))
    return badRequest(`A value of type '${typeName}Feature' was expected for the property 'features'.`)
  for (const [name, value] of Object.entries(features)) {
    if (!Object.hasOwn(syncFeatures, name)) return unknownProperty(name, `${typeName}Feature`)
    if (typeof value !== 'boolean')
      return badRequest(
        `Cannot convert the literal '${JSON.stringify(value)}' to the expected type 'Edm.Boolean'.`,
      )
  }
  // Documented: it cannot be disabled once enabled. How Graph refuses that is unchecked.
  return now.synchronizeUpnForManagedUsersEnabled &&
    features['synchronizeUpnForManagedUsersEnabled'] === false
    ? refusedByDirectory('The feature synchronizeUpnForManagedUsersEnabled cannot be disabled.')
    : null
}

function without(features: Partial<SyncFeatures>, names: readonly string[]): Partial<SyncFeatures> {
  return Object.fromEntries(Object.entries(features).filter(([name]) => !names.includes(name)))
}

function featuresOf(body: unknown): Partial<SyncFeatures> {
  return (body as {features?: Partial<SyncFeatures>} | null)?.features ?? {}
}
