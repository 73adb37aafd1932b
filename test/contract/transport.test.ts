// One suite over two transports: the practice tenant, and answers written from Microsoft's documentation. It shows that
// practice keeps to the documented shapes; it does not show that either is what a real tenant answers.
import {describe, expect, test} from 'vitest'
import type {GraphAnswer} from '../../src/engine/ports.ts'
import {operationOf} from '../../src/engine/operation.ts'
import {problemOfAnswer} from '../../src/engine/problem.ts'
import {type Transport, createGraphRunner} from '../../src/graph/runner.ts'
import {syncFeatures} from '../../src/practice/sync-features.ts'
import {createContoso} from '../practice/contoso.ts'
import {tokenFor} from '../practice/oauth.ts'
import {documented} from './documented.ts'

const scopes = [
  'User.Read',
  'Organization.Read.All',
  'LicenseAssignment.Read.All',
  'Domain.Read.All',
  'RoleManagement.Read.Directory',
  'RoleEligibilitySchedule.Read.Directory',
  'AuditLog.Read.All',
  'OnPremDirectorySynchronization.ReadWrite.All',
  'LicenseAssignment.ReadWrite.All',
  'UserAuthenticationMethod.ReadWrite.All',
]

async function practice() {
  // An operator whose role is only eligible has something to show in every list, once the log may be read.
  const {tenant, clock} = createContoso({
    situation: ['in-order', {eligible: ['8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2']}],
  })
  return {host: tenant.graphHost, transport: tenant.graph, clock, accessToken: await tokenFor(tenant, scopes)}
}

async function documentation(): Promise<{
  host: string
  transport: Transport
  clock: ReturnType<typeof createContoso>['clock']
  accessToken: string
}> {
  return {
    host: 'https://graph.microsoft.com',
    transport: documented,
    clock: createContoso().clock,
    accessToken: 'any',
  }
}

const text = expect.any(String) as string
const guid = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) as string
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string
const some = (shape: object) => expect.arrayContaining([expect.objectContaining(shape)]) as object[]

const collections = [
  [
    '/v1.0/organization',
    {id: guid, displayName: text, onPremisesSyncEnabled: true, onPremisesLastSyncDateTime: time},
  ],
  [
    '/v1.0/subscribedSkus',
    {
      skuPartNumber: text,
      capabilityStatus: 'Enabled',
      servicePlans: some({
        servicePlanName: 'AAD_PREMIUM',
        servicePlanId: guid,
        provisioningStatus: 'Success',
      }),
    },
  ],
  ['/v1.0/domains', {id: text, authenticationType: 'Managed', isDefault: true, isVerified: true}],
  [
    '/v1.0/roleManagement/directory/roleAssignments?$expand=roleDefinition',
    {
      principalId: guid,
      roleDefinitionId: guid,
      directoryScopeId: '/',
      roleDefinition: expect.objectContaining({displayName: text}) as object,
    },
  ],
  [
    '/v1.0/roleManagement/directory/roleEligibilityScheduleInstances?$expand=roleDefinition',
    {principalId: guid, roleDefinitionId: guid, memberType: 'Direct', startDateTime: time, endDateTime: null},
  ],
  ['/v1.0/me/transitiveMemberOf/microsoft.graph.directoryRole', {displayName: text, roleTemplateId: guid}],
  [
    '/v1.0/directory/onPremisesSynchronization',
    {
      id: guid,
      configuration: {
        accidentalDeletionPrevention: {
          synchronizationPreventionType: 'enabledForCount',
          alertThreshold: 500,
        },
      },
      features: Object.fromEntries(
        Object.keys(syncFeatures).map(name => [name, expect.any(Boolean) as boolean]),
      ),
    },
  ],
  [
    '/v1.0/auditLogs/directoryAudits',
    {
      category: 'DirectoryManagement',
      activityDisplayName: 'Disable password writeback for directory',
      activityDateTime: time,
      result: 'success',
      loggedByService: 'Self-service Password Management',
      initiatedBy: {
        app: null,
        user: expect.objectContaining({displayName: text, userPrincipalName: text}) as object,
      },
    },
  ],
] as const

const tenantId = '0c0ffee0-0000-4000-8000-0000c0c0a0a0'
const synchronization = '/v1.0/directory/onPremisesSynchronization'
const user = '/v1.0/users/b05e0000-0000-4000-8000-00000000b012'
const reset = 'authentication/methods/28c10230-6103-485e-b985-444c60001490/resetPassword'

describe.each([
  ['the practice tenant', practice],
  ['Graph as documented', documentation],
])('%s', (_, open) => {
  const runner = async () => {
    const {host, transport, clock, accessToken} = await open()
    const graph = createGraphRunner({
      host,
      calls: [
        ...collections.map(([url]) => `GET ${url.split('?')[0] ?? ''}`),
        'GET /v1.0/me',
        'GET /v1.0/nothing',
        `PATCH ${synchronization}/{key}`,
        'POST /v1.0/users/{key}/assignLicense',
        `POST /v1.0/users/{key}/${reset}`,
        'GET /v1.0/users/{key}/authentication/operations/{operation}',
      ],
      transport,
      clock,
      strengthen: token => Promise.resolve(token),
    })
    return {graph, token: {accessToken, scopes, expiresOn: 0}, signal: new AbortController().signal}
  }
  const read = async (...urls: string[]): Promise<readonly GraphAnswer[]> => {
    const {graph, token, signal} = await runner()
    const calls = urls.map(url => ({id: url, url, headers: {}}))
    return graph.read(calls, token, {signal, onWait: () => undefined})
  }
  const id = '11111111-2222-4333-8444-555555555555'
  const write = async (features: Readonly<Record<string, unknown>>): Promise<GraphAnswer> => {
    const {graph, token, signal} = await runner()
    const url = `${synchronization}/${tenantId}`
    return graph.write({id, method: 'PATCH', url, body: {features}}, token, signal)
  }

  test.each(collections)('%s is a collection of such rows', async (url, row) => {
    const [answer] = await read(url)
    expect(answer?.status).toBe(200)
    expect(answer?.body).toMatchObject({
      '@odata.context': expect.stringContaining('/v1.0/$metadata#') as string,
      value: some(row),
    })
  })

  test('/v1.0/me is one object', async () => {
    const [answer] = await read('/v1.0/me')
    expect(answer?.body).toMatchObject({id: guid, displayName: text, userPrincipalName: text})
    expect(answer?.body).not.toHaveProperty('value')
  })

  test('a batch gives every collection, in the order asked, with a request id', async () => {
    const urls = collections.map(([url]) => url)
    const answers = await read(...urls)
    expect(answers.map(({id, status}) => [id, status])).toEqual(urls.map(url => [url, 200]))
    expect(answers.every(({requestId}) => requestId !== null)).toBe(true)
    expect(answers.map(({body}) => body)).toEqual(
      collections.map(([, row]) => expect.objectContaining({value: some(row)}) as object),
    )
  })

  test.each([
    ['alone', []],
    ['in a batch', ['/v1.0/organization']],
  ])('a path that is none is a 400 with the envelope, %s', async (_where, beside) => {
    const answer = (await read(...beside, '/v1.0/nothing')).at(-1)
    expect(answer).toMatchObject({
      status: 400,
      requestId: text,
      date: expect.stringMatching(/Z$/) as string,
      body: {error: {code: 'BadRequest', message: text, innerError: {'request-id': text, date: text}}},
    })
    expect(answer && problemOfAnswer(answer, [], scopes)?.code).toBe('request-invalid')
  })

  test('a write is answered without a body', async () => {
    expect(await write({blockSoftMatchEnabled: true})).toEqual({
      id: '11111111-2222-4333-8444-555555555555',
      status: 204,
      body: null,
      requestId: text,
      date: expect.stringMatching(/Z$/) as string,
    })
  })

  test('a write of a property that is none is a 400 with the envelope', async () => {
    const answer = await write({blockSoftMatchEnbled: true})
    expect(answer).toMatchObject({
      status: 400,
      requestId: text,
      body: {
        error: {
          code: 'BadRequest',
          message: expect.stringContaining("'blockSoftMatchEnbled' does not exist on type") as string,
          innerError: {'request-id': text, date: text},
        },
      },
    })
    expect(problemOfAnswer(answer, [], scopes)?.code).toBe('request-invalid')
  })

  test('a licence that is assigned is answered with the user', async () => {
    const {graph, token, signal} = await runner()
    const skuId = '06ebc4ee-1bb5-47dd-8120-11324bc54e06'
    const disabledPlans = ['57ff2da0-773e-42df-b2af-ffb7a2317929']
    const body = {addLicenses: [{skuId, disabledPlans}], removeLicenses: []}
    const url = `${user}/assignLicense`
    const answer = await graph.write({id, method: 'POST', url, body}, token, signal)
    expect(answer).toMatchObject({
      status: 200,
      requestId: text,
      body: {accountEnabled: true, assignedLicenses: [{skuId, disabledPlans}]},
    })
  })

  test('a reset is accepted, and its end is read where the answer says, query and all', async () => {
    const {graph, token, signal} = await runner()
    const body = {newPassword: 'Quiet-Harbour-7319'}
    const answer = await graph.write({id, method: 'POST', url: `${user}/${reset}`, body}, token, signal)
    expect(answer).toMatchObject({status: 202, requestId: text, body: {}})
    const path = '/v1.0/users/{key}/authentication/operations/{operation}'
    const url = operationOf(path, user.slice(12), answer.location) ?? ''
    expect(url).toMatch(/\?aadgdc=[\w-]+&aadgsu=[\w-]+$/)
    const [operation] = await graph.read([{id, url, headers: {}}], token, {signal, onWait: () => undefined})
    expect(operation).toMatchObject({
      status: 200,
      body: {id: text, createdDateTime: time, lastActionDateTime: time},
    })
    expect(['notStarted', 'running']).toContain((operation?.body as {status?: string}).status)
  })

  test('an answer has the time of the service', async () => {
    expect((await read('/v1.0/organization'))[0]?.date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/)
  })
})
