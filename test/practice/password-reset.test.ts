import {describe, expect, test} from 'vitest'
import {challengeOf} from '../../src/practice/jwt.ts'
import {resetTimes} from '../../src/practice/password-reset.ts'
import {roles} from '../../src/practice/roles.ts'
import {makePassword} from '../../src/engine/password.ts'
import {asking} from './asking.ts'

const writes = 'UserAuthenticationMethod.ReadWrite.All'
const scopes = [writes, 'User.Read.All', 'AuditLog.Read.All']
const method = 'authentication/methods/28c10230-6103-485e-b985-444c60001490/resetPassword'
const password = 'Quiet-Harbour-7319'
const body = {newPassword: password}
const path = (name: string) => `/v1.0/users/${name}@contoso.example`

/** Contoso as somebody may see it who may reset passwords; `follow` reads the operation that an answer names. */
async function open(...args: Parameters<typeof asking> | []) {
  const [asked = scopes, ...rest] = args
  const contoso = await asking(asked, ...rest)
  const {read, write, tenant} = contoso
  return {
    ...contoso,
    reset: (name: string, sent: unknown = body) => write('POST', `${path(name)}/${method}`, sent),
    follow: async ({headers}: {readonly headers: Headers}) => {
      const location = headers.get('Location') ?? ''
      expect(location.startsWith(tenant.graphHost)).toBe(true)
      return read(location.slice(tenant.graphHost.length))
    },
  }
}

describe('a reset', () => {
  test('is accepted, and its address can be read by scripts', async () => {
    const {reset} = await open()
    const {status, headers, body: answer} = await reset('lena.fischer')
    expect([status, answer]).toEqual([202, {}])
    expect(headers.get('Location')).toMatch(
      /\/v1\.0\/users\/b05e[\da-f-]+\/authentication\/operations\/[\da-f-]{36}\?aadgdc=DUB02P&aadgsu=ssprprod-a$/,
    )
    expect(headers.get('Access-Control-Expose-Headers')?.split(', ')).toContain('Location')
    expect(headers.get('request-id')).toBeTruthy()
  })

  test('goes on by itself until it has succeeded', async () => {
    const {reset, follow, clock} = await open()
    const answer = await reset('lena.fischer')
    const states: unknown[] = []
    for (const wait of [0, resetTimes.running, resetTimes.over - resetTimes.running - 1, 1, 60_000]) {
      clock.advance(wait)
      states.push((await follow(answer)).body['status'])
    }
    expect(states).toEqual(['notStarted', 'running', 'running', 'succeeded', 'succeeded'])
    const {body: operation} = await follow(answer)
    expect(operation).toMatchObject({
      '@odata.context': expect.stringMatching(
        /#users\('[^']+'\)\/authentication\/operations\/\$entity$/,
      ) as string,
      id: expect.stringMatching(/^[\da-f-]{36}$/) as string,
      statusDetail: null,
    })
  })

  test('changes the time of the last change once it has succeeded', async () => {
    const {reset, read, clock} = await open()
    const last = async () =>
      (await read(`${path('lena.fischer')}?$select=lastPasswordChangeDateTime`)).body[
        'lastPasswordChangeDateTime'
      ]
    const before = await last()
    await reset('lena.fischer')
    clock.advance(resetTimes.over - 1)
    expect(await last()).toBe(before)
    clock.advance(1)
    expect(Date.parse(String(await last()))).toBeGreaterThan(Date.parse(String(before)))
  })

  test.each([
    ['that the server does not write back', 'lena.fischer', 'writeback-off', /31011/],
    ['of a blocked account', 'ada.keller', 'in-order', /33005/],
  ])('%s fails in the end', async (_, name, situation, detail) => {
    const {reset, follow, read, clock} = await open(scopes, {situation: [situation]})
    const last = async () => (await read(`${path(name)}?$select=lastPasswordChangeDateTime`)).body
    const before = await last()
    const answer = await reset(name)
    expect([answer.status, (await follow(answer)).body['status']]).toEqual([202, 'notStarted'])
    clock.advance(resetTimes.over)
    expect((await follow(answer)).body).toMatchObject({
      status: 'failed',
      statusDetail: expect.stringMatching(detail) as string,
    })
    expect(await last()).toEqual(before)
  })

  test('in the cloud only needs no server', async () => {
    const {reset, follow, clock} = await open(scopes, {situation: ['writeback-off']})
    const answer = await reset('marta.silva')
    clock.advance(resetTimes.over)
    expect((await follow(answer)).body['status']).toBe('succeeded')
  })

  test.each([
    ['in-order', 'success'],
    ['writeback-off', 'failure'],
  ])('is in the audit log after a while: %s', async (situation, result) => {
    const {reset, read, clock} = await open(scopes, {situation: [situation]})
    const events = async () =>
      (
        await read(
          "/v1.0/auditLogs/directoryAudits?$filter=activityDisplayName eq 'Reset password (by admin)'",
        )
      ).body.value
    await reset('lena.fischer')
    clock.advance(resetTimes.logged - 1)
    expect(await events()).toEqual([])
    clock.advance(1)
    expect(await events()).toMatchObject([
      {
        category: 'UserManagement',
        result,
        initiatedBy: {user: {userPrincipalName: 'amira.haddad@contoso.example'}},
        targetResources: [{type: 'User', userPrincipalName: 'lena.fischer@contoso.example'}],
      },
    ])
  })

  test('leaves nothing of the password, accepted or refused, in any coding', async () => {
    const {reset, follow, tenant, clock, store} = await open(scopes, {run: 'r1'})
    const made = [password, makePassword(), 'weak-password']
    const answers: unknown[] = []
    for (const newPassword of made) answers.push((await reset('lena.fischer', {newPassword})).body)
    const misnamed = await reset('lena.fischer', {newPasword: password})
    const followed = await reset('sofia.rossi')
    clock.advance(resetTimes.logged)
    const kept = JSON.stringify([await tenant.state(), await store.load('r1'), answers, misnamed.body])
    const all = kept + JSON.stringify((await follow(followed)).body)
    const hashes = await Promise.all(made.map(each => challengeOf(each)))
    for (const text of [...made.flatMap(each => [each, btoa(each), encodeURIComponent(each)]), ...hashes])
      expect(all).not.toContain(text)
  })
})

describe('an operation', () => {
  test.each([
    ['without the query that Graph gave', (location: string) => location.split('?')[0]],
    ['with half of it', (location: string) => location.split('&')[0]],
    ['with another place', (location: string) => location.replace('DUB02P', 'BY01P')],
    [
      'of another user',
      (location: string) => location.replace(/b05e[\da-f-]{32}/, 'marta.silva@contoso.example'),
    ],
    ['that is none', (location: string) => location.replace(/operations\/[\da-f-]+/, 'operations/1')],
  ])('%s is not found', async (_, changed) => {
    const {reset, read, tenant} = await open()
    const location = (await reset('lena.fischer')).headers.get('Location') ?? ''
    const url = changed(location.slice(tenant.graphHost.length)) ?? ''
    expect(await read(url)).toMatchObject({status: 404, body: {error: {code: 'Request_ResourceNotFound'}}})
  })

  test('is read by the name of its user too, and by whom may read it', async () => {
    const {reset, read, tenant} = await open()
    const location = (await reset('lena.fischer')).headers.get('Location') ?? ''
    const named = location.replace(/b05e[\da-f-]{32}/, 'lena.fischer@contoso.example')
    expect((await read(named.slice(tenant.graphHost.length))).status).toBe(200)
  })

  test('is refused to who may reset and not read: the roles of the two differ', async () => {
    const active = [roles.cloudApplicationAdministrator.id, roles.userAdministrator.id]
    const {reset, follow} = await open(scopes, {situation: ['in-order', {active}]})
    const answer = await reset('lena.fischer')
    expect([answer.status, (await follow(answer)).status]).toEqual([202, 403])
  })
})

describe('is refused, and nothing goes on:', () => {
  const lesser = {active: [roles.cloudApplicationAdministrator.id, roles.authenticationAdministrator.id]}
  test.each([
    ["one's own password", 'amira.haddad', body, {}, 400],
    ['that of a guest', 'noor.visser_retail.contoso.example%23EXT%23', body, {}, 400],
    ['a short one', 'lena.fischer', {newPassword: 'Ab1!xyz'}, {}, 400],
    ['one of two kinds', 'lena.fischer', {newPassword: 'quietharbour7319'}, {}, 400],
    ['one with a name in it', 'lena.fischer', {newPassword: 'Lena-7319-harbour'}, {}, 400],
    ['a long one', 'lena.fischer', {newPassword: `${password}${'x'.repeat(256)}`}, {}, 400],
    ['none', 'lena.fischer', {}, {}, 400],
    ['a number', 'lena.fischer', {newPassword: 12345678}, {}, 400],
    ['another parameter', 'lena.fischer', {...body, force: true}, {}, 400],
    ['a list', 'lena.fischer', [password], {}, 400],
    ['nobody', 'nobody', body, {}, 404],
    ['who has a role, by a lesser administrator', 'emil.novak', body, lesser, 403],
    ['without a role', 'lena.fischer', body, {active: [roles.cloudApplicationAdministrator.id]}, 403],
  ])('%s', async (_, name, sent, changed, status) => {
    const {reset, tenant} = await open(scopes, {situation: ['in-order', changed]})
    const answer = await reset(name, sent)
    expect([answer.status, typeof answer.body.error?.code, answer.headers.get('Location')]).toEqual([
      status,
      'string',
      null,
    ])
    expect((await tenant.state()).operations).toEqual([])
  })

  test('without the scope', async () => {
    const {reset} = await open(['User.Read.All', 'UserAuthenticationMethod.Read.All'])
    expect((await reset('lena.fischer')).status).toBe(403)
  })

  test('while those that a lesser administrator may reset are accepted', async () => {
    const {reset} = await open(scopes, {situation: ['in-order', lesser]})
    expect((await reset('lena.fischer')).status).toBe(202)
  })

  test('by another id of a method', async () => {
    const {write} = await open()
    const other = method.replace('28c10230', '28c10231')
    expect((await write('POST', `${path('lena.fischer')}/${other}`, body)).status).toBe(400)
  })
})

test('the passwords that the page makes up are strong enough for any user', async () => {
  const {reset, tenant} = await open()
  const names = ['lena.fischer', 'sofia.rossi', 'marta.silva', 'emil.novak']
  for (const name of names.flatMap(each => Array.from({length: 10}, () => each)))
    expect((await reset(name, {newPassword: makePassword()})).status).toBe(202)
  expect((await tenant.state()).operations).toHaveLength(40)
})
