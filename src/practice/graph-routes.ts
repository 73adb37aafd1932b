// The slice of Microsoft Graph that the practice tenant has, with who may read it. Written from the pages named below;
// scopes are those of Graph's permission table of 7 August 2026.
import {assignLicense} from './assign-license.ts'
import {syncRoutes} from './directory-sync.ts'
import type {Row} from './filter.ts'
import {unitsHeld} from './licences.ts'
import {operationRoute, resetPassword} from './password-reset.ts'
import {roleName, roles} from './roles.ts'
import type {Action, Refusal, Route} from './route.ts'
import {graphTime} from './seed.ts'
import type {RoleHolding, TenantState} from './state.ts'
import {userRoutes} from './user-routes.ts'

const holding = ['id', 'principalId', 'roleDefinitionId', 'directoryScopeId', 'appScopeId']
const readsRoles = ['RoleManagement.Read.Directory', 'Directory.Read.All']
const day = 24 * 60 * 60_000

/** Every path of the practice Graph that can be read. */
export const routes: readonly Route[] = [
  {
    // https://learn.microsoft.com/graph/api/user-get
    path: '/v1.0/me',
    type: 'microsoft.graph.user',
    scopes: ['User.Read'],
    single: true,
    properties: [
      'id',
      'displayName',
      'userPrincipalName',
      'accountEnabled',
      'onPremisesSyncEnabled',
      'userType',
    ],
    rows: (_state, {person}) => [
      {
        id: person.id,
        displayName: person.name,
        userPrincipalName: person.username,
        accountEnabled: true,
        onPremisesSyncEnabled: null,
        userType: 'Member',
      },
    ],
  },
  {
    // https://learn.microsoft.com/graph/api/organization-list
    path: '/v1.0/organization',
    type: 'microsoft.graph.organization',
    scopes: ['Organization.Read.All', 'Directory.Read.All', 'User.Read'],
    properties: [
      'id',
      'displayName',
      'tenantType',
      'countryLetterCode',
      'createdDateTime',
      'verifiedDomains',
      'onPremisesSyncEnabled',
      'onPremisesLastSyncDateTime',
    ],
    rows: ({directory}, {scopes}) => [
      // With User.Read alone the call succeeds and the synchronisation fields come back null.
      scopes.some(scope => scope === 'Organization.Read.All' || scope === 'Directory.Read.All')
        ? directory.organization
        : {...directory.organization, onPremisesSyncEnabled: null, onPremisesLastSyncDateTime: null},
    ],
  },
  {
    // https://learn.microsoft.com/graph/api/subscribedsku-list
    path: '/v1.0/subscribedSkus',
    type: 'microsoft.graph.subscribedSku',
    scopes: ['LicenseAssignment.Read.All', 'Organization.Read.All', 'Directory.Read.All'],
    properties: [
      'id',
      'skuId',
      'skuPartNumber',
      'appliesTo',
      'capabilityStatus',
      'consumedUnits',
      'prepaidUnits',
      'servicePlans',
    ],
    rows: ({directory: {skus, users}}) =>
      skus.map(sku => ({...sku, consumedUnits: sku.consumedUnits + unitsHeld(users, sku.skuId)})),
  },
  {
    // https://learn.microsoft.com/graph/api/domain-list
    path: '/v1.0/domains',
    type: 'microsoft.graph.domain',
    scopes: ['Domain.Read.All', 'Directory.Read.All'],
    directoryObject: true,
    properties: [
      'id',
      'authenticationType',
      'isDefault',
      'isInitial',
      'isVerified',
      'isAdminManaged',
      'supportedServices',
    ],
    rows: ({directory}) => directory.domains,
  },
  {
    // https://learn.microsoft.com/graph/api/rbacapplication-list-roleassignments
    path: '/v1.0/roleManagement/directory/roleAssignments',
    type: 'microsoft.graph.unifiedRoleAssignment',
    scopes: readsRoles,
    properties: holding,
    expandable: ['roleDefinition'],
    rows: ({directory}) => directory.roles.map(role => held({...role, person: role.group ?? role.person})),
  },
  {
    // https://learn.microsoft.com/graph/api/rbacapplication-list-roleeligibilityscheduleinstances
    path: '/v1.0/roleManagement/directory/roleEligibilityScheduleInstances',
    type: 'microsoft.graph.unifiedRoleEligibilityScheduleInstance',
    scopes: ['RoleEligibilitySchedule.Read.Directory', 'RoleManagement.Read.Directory'],
    properties: [...holding, 'startDateTime', 'endDateTime', 'memberType', 'roleEligibilityScheduleId'],
    expandable: ['roleDefinition'],
    refuse: withoutPim,
    rows: ({directory}) =>
      directory.eligible.map(role => ({
        ...held(role),
        startDateTime: '2026-09-01T08:00:00Z',
        endDateTime: null,
        memberType: 'Direct',
        roleEligibilityScheduleId: role.id,
      })),
  },
  {
    // https://learn.microsoft.com/graph/api/rbacapplication-list-roleassignmentscheduleinstances
    path: '/v1.0/roleManagement/directory/roleAssignmentScheduleInstances',
    type: 'microsoft.graph.unifiedRoleAssignmentScheduleInstance',
    scopes: ['RoleAssignmentSchedule.Read.Directory', 'RoleManagement.Read.Directory'],
    properties: [
      ...holding,
      'assignmentType',
      'startDateTime',
      'endDateTime',
      'memberType',
      'roleAssignmentOriginId',
      'roleAssignmentScheduleId',
    ],
    expandable: ['roleDefinition'],
    refuse: withoutPim,
    rows: ({directory}) =>
      directory.roles.map(role => ({
        ...held(role),
        assignmentType: role.until === undefined ? 'Assigned' : 'Activated',
        startDateTime: '2026-09-01T08:00:00Z',
        endDateTime: role.until === undefined ? null : graphTime(role.until),
        memberType: role.group === undefined ? 'Direct' : 'Group',
        roleAssignmentOriginId: role.id,
        roleAssignmentScheduleId: role.id,
      })),
  },
  {
    // https://learn.microsoft.com/graph/api/user-list-transitivememberof
    path: '/v1.0/me/transitiveMemberOf/microsoft.graph.directoryRole',
    type: 'microsoft.graph.directoryRole',
    scopes: ['User.Read', 'Directory.Read.All'],
    directoryObject: true,
    properties: ['id', 'displayName', 'roleTemplateId', 'description', 'deletedDateTime'],
    rows: ({directory}, {person, scopes}) =>
      directory.roles
        .filter(role => role.person === person.id)
        .map(role => ({
          '@odata.type': '#microsoft.graph.directoryRole',
          id: role.id,
          // Without a permission to read roles only the id and the type are filled.
          ...(scopes.some(scope => readsRoles.includes(scope))
            ? {displayName: roleName(role.definition), roleTemplateId: role.definition}
            : {displayName: null, roleTemplateId: null}),
          description: null,
          deletedDateTime: null,
        })),
  },
  {
    // https://learn.microsoft.com/graph/api/directoryaudit-list
    path: '/v1.0/auditLogs/directoryAudits',
    type: 'microsoft.graph.directoryAudit',
    scopes: ['AuditLog.Read.All'],
    scopeRefused: {
      status: 403,
      code: 'Authentication_MSGraphPermissionMissing',
      message: 'Calling principal does not have required MSGraph permissions AuditLog.Read.All',
    },
    anyRole: [
      roles.reportsReader.id,
      roles.securityReader.id,
      roles.securityAdministrator.id,
      roles.globalReader.id,
      roles.globalAdministrator.id,
    ],
    roleRefused: {
      status: 403,
      code: 'Authentication_RequestFromUnsupportedUserRole',
      message: 'User is not in the allowed roles',
    },
    properties: [
      'id',
      'category',
      'correlationId',
      'result',
      'resultReason',
      'activityDisplayName',
      'activityDateTime',
      'loggedByService',
      'operationType',
      'initiatedBy',
      'targetResources',
      'additionalDetails',
    ],
    rows: (state, {now}) => {
      // The log goes back 7 days in a free tenant and 30 with P1 or P2.
      const since = now - (hasPlan(state, 'AAD_PREMIUM') ? 30 : 7) * day
      return state.audit
        .filter(
          ({visibleAt, event}) => visibleAt <= now && Date.parse(String(event['activityDateTime'])) >= since,
        )
        .map(({event}) => event)
        .sort((a, b) => String(b['activityDateTime']).localeCompare(String(a['activityDateTime']), 'en'))
    },
  },
  ...syncRoutes,
  ...userRoutes,
  operationRoute,
]

/** Every path of the practice Graph that can be posted to. */
export const actions: readonly Action[] = [assignLicense, resetPassword]

// Privileged Identity Management comes with P2; without it Graph answers so, with status 400.
function withoutPim(state: TenantState): Refusal | null {
  if (hasPlan(state, 'AAD_PREMIUM_P2')) return null
  return {
    status: 400,
    code: 'AadPremiumLicenseRequired',
    message: 'The tenant needs to have Microsoft Entra ID P2 or Microsoft Entra ID Governance license.',
  }
}

/** Whether a subscription of the tenant has a service plan of that name. */
export function hasPlan({directory}: TenantState, plan: string): boolean {
  return directory.skus.some(sku => sku.servicePlans.some(one => one.servicePlanName === plan))
}

function held({id, person, definition}: RoleHolding): Row {
  return {
    id,
    principalId: person,
    roleDefinitionId: definition,
    directoryScopeId: '/',
    appScopeId: null,
    roleDefinition: {
      id: definition,
      templateId: definition,
      displayName: roleName(definition),
      isBuiltIn: true,
    },
  }
}
