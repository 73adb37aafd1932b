import type {Situation} from './situations.ts'
import type {Directory, Person, TenantState} from './state.ts'
import {syncFeatures} from './sync-features.ts'

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
    version: 2,
    situation: situation.id,
    tenantId: contosoId,
    people: situation.visitor ? [operator, colleague, visitor] : [operator, colleague],
    directory: directoryOf(situation, now, newId),
    lagging: [],
    grants: situation.approved.map(scope => ({person: null, scope})),
    audit: situation.earlierEvent ? [{visibleAt: 0, event: earlierEvent(now - 3 * day, newId)}] : [],
    outside: situation.outside,
    writeback: {passwords: false, unlock: false},
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
    skus: [
      situation.premium === 'P2'
        ? sku('06ebc4ee-1bb5-47dd-8120-11324bc54e06', 'SPE_E5', premiumPlans)
        : sku('6fd2c87f-b296-42f0-b197-1e91e994b900', 'ENTERPRISEPACK', []),
      sku('f30db892-07e9-47e9-837c-80727f46fd3d', 'FLOW_FREE', []),
    ],
    roles: situation.active.map(held),
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

const premiumPlans = [
  {servicePlanId: '41781fb2-bc02-4b7c-bd55-b576c07bb09d', servicePlanName: 'AAD_PREMIUM'},
  {servicePlanId: 'eec0eb4f-6444-4f95-aba0-50c24d67f998', servicePlanName: 'AAD_PREMIUM_P2'},
]

function sku(
  skuId: string,
  skuPartNumber: string,
  plans: readonly {servicePlanId: string; servicePlanName: string}[],
) {
  const exchange = {
    servicePlanId: '113feb6c-3fe4-4440-bddc-54d774bf0318',
    servicePlanName: 'EXCHANGE_S_FOUNDATION',
  }
  return {
    id: `${contosoId}_${skuId}`,
    skuId,
    skuPartNumber,
    appliesTo: 'User',
    capabilityStatus: 'Enabled',
    consumedUnits: 38,
    prepaidUnits: {enabled: 50, suspended: 0, warning: 0, lockedOut: 0},
    servicePlans: [exchange, ...plans].map(plan => ({
      ...plan,
      provisioningStatus: 'Success',
      appliesTo: plan === exchange ? 'Company' : 'User',
    })),
  }
}

// An event of the past, so that a search that forgets the baseline is caught.
function earlierEvent(at: number, newId: () => string) {
  return auditEvent({at, name: 'Disable password writeback for directory', by: colleague, newId})
}

/** An audit event of Password Management in Graph's shape. */
export function auditEvent(options: {
  readonly at: number
  readonly name: string
  readonly by: Person
  readonly newId: () => string
}): Readonly<Record<string, unknown>> {
  const {at, name, by, newId} = options
  const id = newId()
  return {
    id: `SSPR_${id}`,
    category: 'DirectoryManagement',
    correlationId: id,
    result: 'success',
    resultReason: '',
    activityDisplayName: name,
    activityDateTime: graphTime(at),
    loggedByService: 'Self-service Password Management',
    operationType: 'Update',
    initiatedBy: {
      app: null,
      user: {id: by.id, displayName: by.name, userPrincipalName: by.username, ipAddress: ''},
    },
    targetResources: [],
    additionalDetails: [],
  }
}

/** A time as Graph writes it: to the second, without milliseconds. */
export function graphTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d{3}Z$/, 'Z')
}
