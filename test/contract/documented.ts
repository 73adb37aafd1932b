// Answers in the shapes that Microsoft's documentation shows. Written from the pages named beside each, on 22 November
// 2026: nothing here was recorded from a real tenant. Ids and names are the practice tenant's kind, not Microsoft's samples.
import type {Transport} from '../../src/graph/runner.ts'

type Json = Readonly<Record<string, unknown>>

const context = 'https://graph.microsoft.com/v1.0/$metadata#'
const id = '0c0ffee0-0000-4000-8000-0000c0c0a0a0'
const user = '/v1.0/users/b05e0000-0000-4000-8000-00000000b012'
const operation = `${user}/authentication/operations/88e7560c-9ebf-435c-8089-c3998ac1ec51`
const role = '8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2'

/** Documented answers by path and query, as `test/contract/transport.test.ts` asks for them. */
const answers: Readonly<
  Record<string, {readonly status: number; readonly headers?: Record<string, string>; readonly body: Json}>
> = {
  // https://learn.microsoft.com/graph/api/user-get
  '/v1.0/me': {
    status: 200,
    body: {
      '@odata.context': `${context}users/$entity`,
      id,
      displayName: 'Amira Haddad',
      userPrincipalName: 'amira.haddad@contoso.example',
    },
  },
  // https://learn.microsoft.com/graph/api/organization-list
  '/v1.0/organization': {
    status: 200,
    body: {
      '@odata.context': `${context}organization`,
      value: [
        {
          id,
          displayName: 'Contoso',
          onPremisesSyncEnabled: true,
          onPremisesLastSyncDateTime: '2026-11-22T09:48:00Z',
        },
      ],
    },
  },
  // https://learn.microsoft.com/graph/api/subscribedsku-list
  '/v1.0/subscribedSkus': {
    status: 200,
    body: {
      '@odata.context': `${context}subscribedSkus`,
      value: [
        {
          id: `${id}_06ebc4ee-1bb5-47dd-8120-11324bc54e06`,
          skuPartNumber: 'SPE_E5',
          capabilityStatus: 'Enabled',
          consumedUnits: 14,
          prepaidUnits: {enabled: 25, suspended: 0, warning: 0, lockedOut: 0},
          servicePlans: [
            {
              servicePlanId: '41781fb2-bc02-4b7c-bd55-b576c07bb09d',
              servicePlanName: 'AAD_PREMIUM',
              provisioningStatus: 'Success',
              appliesTo: 'User',
            },
          ],
        },
      ],
    },
  },
  // https://learn.microsoft.com/graph/api/domain-list
  '/v1.0/domains': {
    status: 200,
    body: {
      '@odata.context': `${context}domains`,
      value: [{id: 'contoso.example', authenticationType: 'Managed', isDefault: true, isVerified: true}],
    },
  },
  // https://learn.microsoft.com/graph/api/rbacapplication-list-roleassignments
  '/v1.0/roleManagement/directory/roleAssignments': {
    status: 200,
    body: {
      '@odata.context': `${context}roleManagement/directory/roleAssignments`,
      value: [
        {
          id: 'a1',
          principalId: id,
          roleDefinitionId: role,
          directoryScopeId: '/',
          roleDefinition: {id: role, displayName: 'Hybrid Identity Administrator'},
        },
      ],
    },
  },
  // https://learn.microsoft.com/graph/api/rbacapplication-list-roleeligibilityscheduleinstances
  '/v1.0/roleManagement/directory/roleEligibilityScheduleInstances': {
    status: 200,
    body: {
      '@odata.context': `${context}roleManagement/directory/roleEligibilityScheduleInstances`,
      value: [
        {
          id: 'e1',
          principalId: id,
          roleDefinitionId: role,
          directoryScopeId: '/',
          startDateTime: '2026-09-01T08:00:00Z',
          endDateTime: null,
          memberType: 'Direct',
          roleEligibilityScheduleId: 's1',
          roleDefinition: {id: role, displayName: 'Hybrid Identity Administrator'},
        },
      ],
    },
  },
  // https://learn.microsoft.com/graph/api/user-list-transitivememberof
  '/v1.0/me/transitiveMemberOf/microsoft.graph.directoryRole': {
    status: 200,
    body: {
      '@odata.context': `${context}directoryRoles`,
      value: [{id: 'r1', displayName: 'Hybrid Identity Administrator', roleTemplateId: role}],
    },
  },
  // https://learn.microsoft.com/graph/api/onpremisesdirectorysynchronization-get
  '/v1.0/directory/onPremisesSynchronization': {
    status: 200,
    body: {
      '@odata.context': `${context}directory/onPremisesSynchronization`,
      value: [
        {
          id,
          configuration: {
            accidentalDeletionPrevention: {
              synchronizationPreventionType: 'enabledForCount',
              alertThreshold: 500,
            },
          },
          features: {
            passwordSyncEnabled: false,
            passwordWritebackEnabled: false,
            directoryExtensionsEnabled: false,
            fopeConflictResolutionEnabled: false,
            groupWriteBackEnabled: true,
            unifiedGroupWritebackEnabled: false,
            userWritebackEnabled: false,
            deviceWritebackEnabled: false,
            softMatchOnUpnEnabled: true,
            synchronizeUpnForManagedUsersEnabled: true,
            quarantineUponProxyAddressesConflictEnabled: true,
            quarantineUponUpnConflictEnabled: true,
            blockSoftMatchEnabled: false,
            blockCloudObjectTakeoverThroughHardMatchEnabled: false,
            allowOnPremUpdateOfOnPremisesObjectIdentifierEnabled: false,
            bypassDirSyncOverridesEnabled: false,
            cloudPasswordPolicyForPasswordSyncedUsersEnabled: false,
            concurrentCredentialUpdateEnabled: false,
            concurrentOrgIdProvisioningEnabled: false,
            userForcePasswordChangeOnLogonEnabled: false,
          },
        },
      ],
    },
  },
  // https://learn.microsoft.com/graph/api/longrunningoperation-get
  [operation]: {
    status: 200,
    body: {
      '@odata.context': `${context}users('${id}')/authentication/operations/$entity`,
      id: '88e7560c-9ebf-435c-8089-c3998ac1ec51',
      status: 'running',
      createdDateTime: '2026-11-22T10:00:00Z',
      lastActionDateTime: '2026-11-22T10:00:02Z',
    },
  },
  // https://learn.microsoft.com/graph/api/directoryaudit-list
  '/v1.0/auditLogs/directoryAudits': {
    status: 200,
    body: {
      '@odata.context': `${context}auditLogs/directoryAudits`,
      value: [
        {
          id: 'SSPR_1',
          category: 'DirectoryManagement',
          result: 'success',
          activityDisplayName: 'Disable password writeback for directory',
          activityDateTime: '2026-11-19T10:00:00Z',
          loggedByService: 'Self-service Password Management',
          initiatedBy: {
            app: null,
            user: {
              id,
              displayName: 'Lucas Moreau',
              userPrincipalName: 'lucas.moreau@contoso.example',
              ipAddress: '',
            },
          },
          targetResources: [],
          additionalDetails: [],
        },
      ],
    },
  },
}

// https://learn.microsoft.com/graph/api/user-assignlicense
const licensed: Json = {
  '@odata.context': `${context}users/$entity`,
  accountEnabled: true,
  assignedLicenses: [
    {
      disabledPlans: ['57ff2da0-773e-42df-b2af-ffb7a2317929'],
      skuId: '06ebc4ee-1bb5-47dd-8120-11324bc54e06',
    },
  ],
}

// https://learn.microsoft.com/graph/errors: the envelope, and "BadRequest" for a path that is none.
const noSegment: Json = {
  error: {
    code: 'BadRequest',
    message: "Resource not found for the segment 'nothing'.",
    innerError: {date: '2026-11-22T10:00:00', 'request-id': 'r-0', 'client-request-id': 'c-0'},
  },
}

/** Graph as its documentation describes it. */
export const documented: Transport = async request => {
  const url = new URL(request.url)
  const headers = {'request-id': 'r-1', Date: 'Sun, 22 Nov 2026 10:00:00 GMT'}
  if (request.method === 'PATCH') return written(url.pathname, await request.text(), headers)
  if (request.method === 'POST' && url.pathname.startsWith(user)) return posted(url, headers)
  if (url.pathname !== '/v1.0/$batch') {
    const {status, body} = answerTo(url.pathname)
    return Response.json(body, {status, headers})
  }
  // https://learn.microsoft.com/graph/json-batching: the items may come in another order than they were asked.
  const {requests} = (await request.json()) as {requests: {id: string; url: string}[]}
  const responses = requests.map(item => {
    const {status, body} = answerTo(`/v1.0${item.url.split('?')[0] ?? ''}`)
    return {id: item.id, status, headers: {'Content-Type': 'application/json'}, body}
  })
  return Response.json({responses: responses.reverse()}, {headers})
}

// https://learn.microsoft.com/graph/api/onpremisesdirectorysynchronization-update: "If successful, this method returns a
// 204 No Content response code." The refusal of a property that is none is worded by OData.
function written(path: string, body: string, headers: Readonly<Record<string, string>>): Response {
  if (path !== `/v1.0/directory/onPremisesSynchronization/${id}`)
    return Response.json(noSegment, {status: 400, headers})
  const type = 'microsoft.graph.onPremisesDirectorySynchronizationFeature'
  const message = `The property 'blockSoftMatchEnbled' does not exist on type '${type}'.`
  return body.includes('blockSoftMatchEnbled')
    ? Response.json({error: {...(noSegment['error'] as Json), message}}, {status: 400, headers})
    : new Response(null, {status: 204, headers})
}

// https://learn.microsoft.com/graph/api/user-assignlicense: "this method returns 200 OK response code and user object".
// https://learn.microsoft.com/graph/api/authenticationmethod-resetpassword: 202 with the address of the operation.
function posted({origin, pathname}: URL, headers: Readonly<Record<string, string>>): Response {
  if (pathname.endsWith('/assignLicense')) return Response.json(licensed, {headers})
  const Location = `${origin}${operation}?aadgdc=DUB02P&aadgsu=ssprprod-a`
  return Response.json({}, {status: 202, headers: {...headers, Location}})
}

function answerTo(path: string) {
  return answers[path] ?? {status: 400, body: noSegment}
}
