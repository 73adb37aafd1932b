import {describe, expect, test} from 'vitest'
import {routes} from '../../src/practice/graph-routes.ts'
import {roles} from '../../src/practice/roles.ts'
import {contosoId, graphTime} from '../../src/practice/seed.ts'
import {createContoso, start} from './contoso.ts'
import {tokenFor} from './oauth.ts'

interface Body {
  readonly value?: readonly Readonly<Record<string, unknown>>[]
  readonly responses?: readonly {id: string; status: number; headers: Record<string, string>; body: Body}[]
  readonly error?: {
    readonly code: string
    readonly message: string
    readonly innerError: Readonly<Record<string, string>>
  }
  readonly [name: string]: unknown
}

/** Contoso with a token for these scopes, and its Graph. */
async function open(scopes: readonly string[], ...args: Parameters<typeof createContoso>) {
  const contoso = createContoso(...args)
  const {tenant} = contoso
  const token = await tokenFor(tenant, scopes)
  const send = async (path: string, init: RequestInit & {readonly token?: string} = {}) => {
    const headers = {
      Authorization: `Bearer ${init.token ?? token}`,
      ...(init.headers as Record<string, string>),
    }
    const response = await tenant.graph(new Request(tenant.graphHost + path, {...init, headers}))
    return {status: response.status, headers: response.headers, body: (await response.json()) as Body}
  }
  const batch = (requests: readonly object[]) =>
    send('/v1.0/$batch', {method: 'POST', body: JSON.stringify({requests})})
  return {...contoso, token, send, batch}
}

const reads = [
  'User.Read',
  'Organization.Read.All',
  'LicenseAssignment.Read.All',
  'Domain.Read.All',
  'RoleManagement.Read.Directory',
  'RoleEligibilitySchedule.Read.Directory',
  'AuditLog.Read.All',
  'OnPremDirectorySynchronization.Read.All',
  'OnPremDirectorySynchronization.ReadWrite.All',
  'User.Read.All',
  'User.ReadBasic.All',
  'User.ReadWrite.All',
]
const lena = 'lena.fischer@contoso.example'

// An operation is there once a password was reset: its tests are with those of the reset.
describe.each(routes.filter(({path}) => !path.endsWith('{operation}')))(
  '$path',
  ({path: of, scopes, single}) => {
    const path = of.replace('{id}', of.startsWith('/v1.0/users/') ? lena : contosoId)

    test('is read with each of its scopes', async () => {
      const consentable = scopes.filter(scope => reads.includes(scope))
      expect(consentable).not.toEqual([])
      for (const scope of consentable) {
        const {body, status} = await (await open([scope])).send(path)
        expect([status, single === true ? typeof body['id'] : Array.isArray(body.value)]).toEqual([
          200,
          single === true ? 'string' : true,
        ])
      }
    })

    test('is refused without', async () => {
      const other = reads.filter(scope => !scopes.includes(scope))
      const {body, status} = await (await open(other)).send(path)
      expect(status).toBe(403)
      expect(body.error?.code).toMatch(
        /^(Authorization_RequestDenied|Authentication_MSGraphPermissionMissing)$/,
      )
    })

    test('refuses a property that it does not have', async () => {
      const {send} = await open(reads)
      expect(await send(`${path}?$select=nope`)).toMatchObject({
        status: 400,
        body: {error: {code: 'BadRequest'}},
      })
    })
  },
)

describe('a request that is wrong', () => {
  test.each([
    ['an unknown path', '/v1.0/organisation', {}, 400, 'BadRequest'],
    ['an unknown version', '/beta/organization', {}, 400, 'BadRequest'],
    ['a write', '/v1.0/organization', {method: 'PATCH', body: '{}'}, 405, 'Request_BadRequest'],
    ['a filter outside the subset', "/v1.0/domains?$filter=id in ('a')", {}, 400, 'BadRequest'],
    ['no token', '/v1.0/me', {headers: {Authorization: ''}}, 401, 'InvalidAuthenticationToken'],
    ['a token of nobody', '/v1.0/me', {token: 'a.b.c'}, 401, 'InvalidAuthenticationToken'],
  ])('%s', async (_, path, init, status, code) => {
    const {send} = await open(reads)
    const answer = await send(path, init)
    expect([answer.status, answer.body.error?.code]).toEqual([status, code])
  })

  test("has Graph's envelope and headers", async () => {
    const {send} = await open(['User.Read'])
    const {body, headers} = await send('/v1.0/domains', {headers: {'client-request-id': 'c-1'}})
    expect(body.error?.innerError).toEqual({
      date: new Date(start).toISOString().slice(0, 19),
      'request-id': headers.get('request-id'),
      'client-request-id': 'c-1',
    })
    expect(headers.get('client-request-id')).toBe('c-1')
    expect(headers.get('Date')).toBe(new Date(start).toUTCString())
    expect(headers.get('Content-Type')).toMatch(/^application\/json;/)
  })

  test('with an expired token says so', async () => {
    const {send, clock} = await open(['User.Read'])
    clock.advance(65 * 60_000)
    expect((await send('/v1.0/me')).headers.get('WWW-Authenticate')).toMatch(/^Bearer realm=""/)
  })

  test('a preflight is answered without a token', async () => {
    const {tenant} = createContoso()
    const request = new Request(`${tenant.graphHost}/v1.0/me`, {
      method: 'OPTIONS',
      headers: {'Access-Control-Request-Headers': 'authorization,sdkversion'},
    })
    const answer = await tenant.graph(request)
    expect([answer.status, answer.headers.get('Access-Control-Allow-Headers')]).toEqual([
      204,
      'authorization,sdkversion',
    ])
  })
})

describe('what depends on the caller', () => {
  test('with User.Read alone the organisation hides its synchronisation', async () => {
    const path = '/v1.0/organization?$select=onPremisesSyncEnabled,onPremisesLastSyncDateTime'
    const hidden = await (await open(['User.Read'])).send(path)
    expect(hidden.body.value).toEqual([{onPremisesSyncEnabled: null, onPremisesLastSyncDateTime: null}])
    const shown = await (await open(['Organization.Read.All'])).send(path)
    expect(shown.body.value).toEqual([
      {
        onPremisesSyncEnabled: true,
        onPremisesLastSyncDateTime: `${new Date(start - 12 * 60_000).toISOString().slice(0, 19)}Z`,
      },
    ])
  })

  test('without a permission to read roles only ids and types of roles are filled', async () => {
    const path =
      '/v1.0/me/transitiveMemberOf/microsoft.graph.directoryRole?$select=displayName,roleTemplateId'
    const hidden = (await (await open(['User.Read'])).send(path)).body.value
    expect(hidden).toHaveLength(6)
    expect(hidden?.every(role => role['displayName'] === null && '@odata.type' in role)).toBe(true)
    const shown = (await (await open(['User.Read', 'RoleManagement.Read.Directory'])).send(path)).body.value
    expect(shown?.map(role => role['roleTemplateId'])).toContain(roles.hybridIdentityAdministrator.id)
  })

  test('roles are found by principal, with their definition', async () => {
    const {send, tenant} = await open(['RoleManagement.Read.Directory'])
    const me = (await tenant.state()).people[0]?.id
    const path =
      '/v1.0/roleManagement/directory/roleAssignments?$expand=roleDefinition&$filter=principalId eq '
    const found = (await send(`${path}'${me ?? ''}'`)).body.value
    expect(found?.map(role => (role['roleDefinition'] as {displayName: string}).displayName)).toContain(
      'Hybrid Identity Administrator',
    )
    expect((await send(`${path}'nobody'`)).body.value).toEqual([])
  })
})

test('an activated role ends by itself, and Graph says when', async () => {
  const instances = '/v1.0/roleManagement/directory/roleAssignmentScheduleInstances'
  const {send, tenant, clock} = await open(reads, {situation: ['role-eligible']})
  const ends = async () =>
    (await send(instances)).body.value
      ?.filter(({roleDefinitionId}) => roleDefinitionId === roles.hybridIdentityAdministrator.id)
      .map(({assignmentType, endDateTime}) => [assignmentType, endDateTime])
  expect(await ends()).toEqual([])
  await tenant.portal.activate(roles.hybridIdentityAdministrator.id)
  expect(await ends()).toEqual([['Activated', graphTime(clock.now() + 4 * 60 * 60_000)]])
  clock.advance(4 * 60 * 60_000)
  const token = await tokenFor(tenant, reads)
  const left = (await send(instances, {token})).body.value?.map(({roleDefinitionId}) => roleDefinitionId)
  expect(left).not.toContain(roles.hybridIdentityAdministrator.id)
  expect(await tenant.portal.read()).toMatchObject({locked: 'role'})
  expect((await tenant.portal.read()).eligible).toContain(roles.hybridIdentityAdministrator.id)
})

describe('situations', () => {
  const eligible = '/v1.0/roleManagement/directory/roleEligibilityScheduleInstances'
  const audits = '/v1.0/auditLogs/directoryAudits'

  test('no premium licence: no such plan, and PIM says so', async () => {
    const {send} = await open(reads, {situation: ['no-premium-licence']})
    const plans = (await send('/v1.0/subscribedSkus?$select=servicePlans')).body.value
    expect(JSON.stringify(plans)).not.toContain('AAD_PREMIUM')
    expect(await send(eligible)).toMatchObject({
      status: 400,
      body: {error: {code: 'AadPremiumLicenseRequired'}},
    })
  })

  test.each([
    ['in-order', ['Disable password writeback for directory']],
    ['no-premium-licence', ['Disable password writeback for directory']],
    ['no-audit-event', []],
  ] as const)('the audit log of %s at its beginning', async (situation, names) => {
    const {send} = await open(reads, {situation: [situation]})
    expect((await send(audits)).body.value?.map(event => event['activityDisplayName'])).toEqual(names)
  })

  test('in order: the plan is there', async () => {
    const plans = (await (await open(reads)).send('/v1.0/subscribedSkus?$select=servicePlans')).body.value
    expect(JSON.stringify(plans)).toContain('"AAD_PREMIUM"')
  })

  test('role eligible: not active, eligible, and the audit log refuses the role', async () => {
    const {send, tenant} = await open(reads, {situation: ['role-eligible']})
    const active = (await send('/v1.0/roleManagement/directory/roleAssignments')).body.value
    expect(JSON.stringify(active)).not.toContain(roles.hybridIdentityAdministrator.id)
    expect(JSON.stringify((await send(eligible)).body.value)).toContain(roles.hybridIdentityAdministrator.id)
    expect((await send(audits)).body.error?.code).toBe('Authentication_RequestFromUnsupportedUserRole')
    await tenant.portal.activate(roles.reportsReader.id)
    expect((await send(audits)).status).toBe(200)
  })

  test.each([
    [
      'synchronisation off',
      {syncedMinutesAgo: null},
      {onPremisesSyncEnabled: null, onPremisesLastSyncDateTime: null},
    ],
    ['synchronisation stale', {syncedMinutesAgo: 3000}, {onPremisesSyncEnabled: true}],
  ])('%s', async (_, changed, expected) => {
    const {send} = await open(reads, {situation: ['in-order', changed]})
    expect((await send('/v1.0/organization')).body.value).toMatchObject([expected])
  })

  test('a federated domain', async () => {
    const {send} = await open(reads, {situation: ['in-order', {federated: true}]})
    const found = await send('/v1.0/domains?$filter=isDefault eq true&$select=authenticationType')
    expect(found.body.value).toEqual([{authenticationType: 'Federated'}])
  })

  test.each([
    ['P2', 27],
    ['none', 4],
  ] as const)('with licence %s an event of three days ago is kept %i days more', async (premium, days) => {
    const {send, clock, tenant} = await open(reads, {situation: ['in-order', {premium}]})
    expect((await send(audits)).body.value).toHaveLength(1)
    clock.advance(days * 24 * 60 * 60_000 + 1000)
    const later = {token: await tokenFor(tenant, reads)}
    expect((await send(audits, later)).body.value).toEqual([])
  })
})

describe('a batch', () => {
  const get = (id: string, url: string) => ({id, method: 'GET', url})

  test('answers each item by itself, in one envelope', async () => {
    const {batch} = await open(['Organization.Read.All'])
    const {status, body} = await batch([
      get('1', '/organization?$select=id'),
      get('2', '/domains'),
      get('3', '/nope'),
    ])
    expect([status, body.responses?.map(({id, status: code}) => [id, code])]).toEqual([
      200,
      [
        ['1', 200],
        ['2', 403],
        ['3', 400],
      ],
    ])
  })

  test('stops what depends on a failure', async () => {
    const {batch} = await open(['Organization.Read.All'])
    const {body} = await batch([get('1', '/domains'), {...get('2', '/organization'), dependsOn: ['1']}])
    expect(body.responses?.map(({status}) => status)).toEqual([403, 424])
  })

  test('passes the headers of its items', async () => {
    const {batch} = await open(['Domain.Read.All'])
    const item = get('1', '/domains?$count=true&$filter=isDefault ne true')
    const headers = {ConsistencyLevel: 'eventual'}
    const {body} = await batch([item, {...item, id: '2', headers}])
    expect(body.responses?.map(({status}) => status)).toEqual([400, 200])
  })

  test.each([
    ['21 items', Array.from({length: 21}, (_, at) => get(String(at), '/me'))],
    ['an id twice', [get('1', '/me'), get('1', '/me')]],
    ['an absolute address', [get('1', 'https://graph.microsoft.com/v1.0/me')]],
    ['no method', [{id: '1', url: '/me'}]],
    ['no items', []],
  ])('of %s is refused whole', async (_, requests) => {
    const {batch} = await open(['User.Read'])
    expect((await batch(requests)).status).toBe(400)
  })

  test('that is no JSON is refused', async () => {
    const {send} = await open(['User.Read'])
    expect((await send('/v1.0/$batch', {method: 'POST', body: 'text'})).status).toBe(400)
  })
})

describe('faults', () => {
  test('strike so often and no more', async () => {
    const {send, tenant} = await open(['User.Read'])
    await tenant.addFault({on: 'graph', path: '/v1.0/me', times: 2, make: {kind: 'throttled', retryAfter: 7}})
    const answers = [await send('/v1.0/me'), await send('/v1.0/me'), await send('/v1.0/me')]
    expect(answers.map(({status}) => status)).toEqual([429, 429, 200])
    expect(answers[0]?.headers.get('Retry-After')).toBe('7')
    expect(answers[0]?.headers.get('Access-Control-Expose-Headers')).toContain('Retry-After')
  })

  test('a hidden Retry-After is sent and not exposed', async () => {
    const {send, tenant} = await open(['User.Read'])
    await tenant.addFault({on: 'graph', times: 1, make: {kind: 'throttled', retryAfter: 7, hidden: true}})
    const {headers} = await send('/v1.0/me')
    expect([
      headers.get('Retry-After'),
      headers.get('Access-Control-Expose-Headers')?.includes('Retry-After'),
    ]).toEqual(['7', false])
  })

  test('strike one item of a batch', async () => {
    const {batch, tenant} = await open(reads)
    await tenant.addFault({
      on: 'graph',
      path: '/v1.0/domains',
      times: 1,
      make: {kind: 'throttled', retryAfter: 5},
    })
    const {body} = await batch([
      {id: '1', method: 'GET', url: '/organization'},
      {id: '2', method: 'GET', url: '/domains'},
    ])
    expect(body.responses?.map(({status, headers}) => [status, headers['Retry-After']])).toEqual([
      [200, undefined],
      [429, '5'],
    ])
  })

  test.each([
    ['a failure', {kind: 'failed', status: 503}, 503],
    ['a refusal', {kind: 'denied', code: 'Authorization_RequestDenied'}, 403],
    ['a precondition that failed', {kind: 'refused', status: 412, code: 'PreconditionFailed'}, 412],
    ['a claims challenge', {kind: 'claims', acrs: 'c1'}, 401],
    ['an expired token', {kind: 'token-expired'}, 401],
  ] as const)('%s', async (_, make, status) => {
    const {send, tenant} = await open(['User.Read'])
    await tenant.addFault({on: 'graph', times: 1, make})
    expect((await send('/v1.0/me')).status).toBe(status)
  })

  test('no network throws what fetch throws', async () => {
    const {send, tenant} = await open(['User.Read'])
    await tenant.addFault({on: 'graph', times: 1, make: {kind: 'offline'}})
    await expect(send('/v1.0/me')).rejects.toThrow(TypeError)
  })

  test('a delay lasts as long as it says, and is switched off with the others', async () => {
    const {send, tenant, clock} = await open(['User.Read'])
    await tenant.addFault({on: 'graph', times: 9, make: {kind: 'delayed', milliseconds: 6500}})
    const answer = send('/v1.0/me')
    await expect.poll(() => clock.waiting).toEqual([start + 6500])
    clock.advance(6500)
    expect((await answer).status).toBe(200)
    await tenant.clearFaults()
    expect((await send('/v1.0/me')).status).toBe(200)
  })
})

describe('a replica that lags', () => {
  test('shows a change when its time has come', async () => {
    const {send, tenant, clock} = await open(['Organization.Read.All'])
    const {organization} = (await tenant.state()).directory
    const directory = {organization: {...organization, displayName: 'Contoso SA'}}
    await tenant.changeLater({visibleAt: start + 5000, directory})
    const name = async () =>
      (await send('/v1.0/organization?$select=displayName')).body.value?.[0]?.['displayName']
    expect(await name()).toBe('Contoso')
    clock.advance(5000)
    expect(await name()).toBe('Contoso SA')
  })
})

test('more rows than asked for have a next link that works', async () => {
  const {send, tenant} = await open(['Domain.Read.All'])
  const first = await send('/v1.0/domains?$top=1&$select=id')
  const next = String(first.body['@odata.nextLink'])
  expect(first.body.value).toEqual([{id: 'contoso.example'}])
  expect((await send(next.slice(tenant.graphHost.length))).body.value).toEqual([
    {id: 'cloud.contoso.example'},
  ])
})
