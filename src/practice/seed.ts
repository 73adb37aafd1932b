import type {Situation} from './situations.ts'
import type {Directory, Person, TenantState} from './state.ts'
import {unitsHeld} from './licences.ts'
import {roles} from './roles.ts'
import {subscriptionsOf} from './subscriptions.ts'
import {syncFeatures} from './sync-features.ts'
import {roleHolder, usersOf} from './user-seed.ts'

/** The practice tenant's id. The same in every run, so that a record can be told apart at a glance. */
export const contosoId = '0c0ffee0-0000-4000-8000-0000c0c0a0a0'

/** The practice operator, whose roles the situation decides. */
export const operator: Person = {
  id: 'a317a000-0000-4000-8000-00000000a001',
  name: 'Amira Haddad',
  username: 'amira.haddad@contoso.example',
}

const colleague: Person = {
  id: 'a317a000-0000-4000-8000-00000000a002',
  name: 'Lucas Moreau',
  username: 'lucas.moreau@contoso.example',
}

const visitor: Person = {
  id: 'a317a000-0000-4000-8000-00000000a003',
  name: 'Noor Visser',
  username: 'noor.visser@retail.contoso.example',
  tenantId: '0c0ffee0-0000-4000-8000-0000c0c0b0b0',
}

const minute = 60_000
const day = 24 * 60 * minute

/** The state of Contoso at the beginning of a situation. */
export function createState(options: {
  readonly situation: Situation
  readonly now: number
  readonly newId: () => string
}): TenantState {
  const {situation, now, newId} = options
  return {
    version: 3,
    situation: situation.id,
    tenantId: contosoId,
    people: situation.visitor ? [operator, colleague, visitor] : [operator, colleague],
    directory: directoryOf(situation, now, newId),
    lagging: [],
    grants: situation.approved.map(scope => ({person: null, scope})),
    audit: situation.earlierEvent ? [{visibleAt: 0, event: earlierEvent(now - 3 * day, newId)}] : [],
    outside: situation.outside,
    writeback: {passwords: false, unlock: false},
    serverWritesBack: situation.serverWritesBack,
    operations: [],
    sessions: [],
    codes: {},
    refresh: {},
    faults: [],
    key: null,
  }
}

function directoryOf(situation: Situation, now: number, newId: () => string): Directory {
  const synced = situation.syncedMinutesAgo
  const held = (definition: string) => ({id: newId(), person: operator.id, definition})
  // Which subscription the users hold is known before how many of each they hold.
  const [main] = subscriptionsOf(situation, contosoId, () => 0)
  const users = usersOf(situation, [operator, colleague], main?.skuId ?? '')
  return {
    organization: {
      id: contosoId,
      displayName: 'Contoso',
      tenantType: 'AAD',
      countryLetterCode: 'FR',
      createdDateTime: '2019-04-08T07:12:00Z',
      verifiedDomains: [{name: 'contoso.example', type: 'Managed', isDefault: true, isInitial: false}],
      onPremisesSyncEnabled: synced === null ? null : true,
      onPremisesLastSyncDateTime: synced === null ? null : graphTime(now - synced * minute),
    },
    domains: [
      {
        id: 'contoso.example',
        authenticationType: situation.federated ? 'Federated' : 'Managed',
        isDefault: true,
        isInitial: false,
        isVerified: true,
        isAdminManaged: true,
        supportedServices: ['Email', 'OfficeCommunicationsOnline'],
      },
      {
        id: 'cloud.contoso.example',
        authenticationType: 'Managed',
        isDefault: false,
        isInitial: true,
        isVerified: true,
        isAdminManaged: true,
        supportedServices: [],
      },
    ],
    skus: subscriptionsOf(situation, contosoId, skuId => unitsHeld(users, skuId)),
    users,
    roles: [
      ...situation.active.map(held),
      {id: newId(), person: roleHolder, definition: roles.privilegedRoleAdministrator.id},
    ],
    eligible: situation.eligible.map(held),
    synchronization: {
      id: contosoId,
      configuration: {
        accidentalDeletionPrevention: {synchronizationPreventionType: 'enabledForCount', alertThreshold: 500},
      },
      features: {...syncFeatures, ...situation.features},
    },
  }
}

// An event of the past, so that a search that forgets the baseline is caught.
function earlierEvent(at: number, newId: () => string) {
  return auditEvent({at, name: 'Disable password writeback for directory', by: colleague, newId})
}

/**
 * An audit event of Password Management in Graph's shape. `target`: the user whose password it is about; absent: it is
 * about the directory. `failed`: why it did not succeed.
 */
export function auditEvent(options: {
  readonly at: number
  readonly name: string
  readonly by: Person
  readonly newId: () => string
  readonly target?: Readonly<Record<'id' | 'displayName' | 'userPrincipalName', string>>
  readonly failed?: string | null
}): Readonly<Record<string, unknown>> {
  const {at, name, by, newId, target, failed = null} = options
  const id = newId()
  return {
    id: `SSPR_${id}`,
    category: target === undefined ? 'DirectoryManagement' : 'UserManagement',
    correlationId: id,
    result: failed === null ? 'success' : 'failure',
    resultReason: failed ?? '',
    activityDisplayName: name,
    activityDateTime: graphTime(at),
    loggedByService: 'Self-service Password Management',
    operationType: 'Update',
    initiatedBy: {
      app: null,
      user: {id: by.id, displayName: by.name, userPrincipalName: by.username, ipAddress: ''},
    },
    targetResources:
      target === undefined ? [] : [{...target, type: 'User', groupType: null, modifiedProperties: []}],
    additionalDetails: [],
  }
}

/** A time as Graph writes it: to the second, without milliseconds. */
export function graphTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d{3}Z$/, 'Z')
}
