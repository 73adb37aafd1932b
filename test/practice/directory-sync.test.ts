import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {featureDelay, setFeatures} from '../../src/practice/directory-sync.ts'
import {roles} from '../../src/practice/roles.ts'
import {contosoId} from '../../src/practice/seed.ts'
import {type SyncFeatures, syncFeatures} from '../../src/practice/sync-features.ts'
import {createContoso} from './contoso.ts'
import {tokenFor} from './oauth.ts'

const path = '/v1.0/directory/onPremisesSynchronization'
const one = `${path}/${contosoId}`
const reads = 'OnPremDirectorySynchronization.Read.All'
const writes = 'OnPremDirectorySynchronization.ReadWrite.All'
const blocked = {blockSoftMatchEnabled: true}
const json = {'Content-Type': 'application/json'}

interface Body {
  readonly value?: readonly {readonly id: string; readonly features: SyncFeatures}[]
  readonly error?: {readonly code: string; readonly message: string; readonly innerError: object}
  readonly [name: string]: unknown
}

/** Contoso with a token for these scopes; `patch` and `features` speak to its Graph. */
async function open(scopes: readonly string[] = [writes], ...args: Parameters<typeof createContoso>) {
  const contoso = createContoso(...args)
  const {tenant} = contoso
  const token = await tokenFor(tenant, scopes)
  const send = async (url: string, init: RequestInit = {}) => {
    const headers = {Authorization: `Bearer ${token}`, ...(init.headers as Record<string, string>)}
    const response = await tenant.graph(new Request(tenant.graphHost + url, {...init, headers}))
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      body: (text === '' ? null : JSON.parse(text)) as Body | null,
    }
  }
  const patch = (body: unknown, url = one) =>
    send(url, {method: 'PATCH', headers: json, body: JSON.stringify(body)})
  const features = async () => (await send(path)).body?.value?.[0]?.features
  return {...contosoOf(contoso), send, patch, features}
}

const contosoOf = ({tenant, clock}: ReturnType<typeof createContoso>) => ({tenant, clock})

describe('reading', () => {
  test('the collection holds one object: the tenant, its twenty features, nothing blocked', async () => {
    const {body} = await (await open([reads])).send(path)
    expect(body).toEqual({
      '@odata.context': expect.stringMatching(/#directory\/onPremisesSynchronization$/) as string,
      value: [
        {
          id: contosoId,
          configuration: {
            accidentalDeletionPrevention: {
              synchronizationPreventionType: 'enabledForCount',
              alertThreshold: 500,
            },
          },
          features: syncFeatures,
        },
      ],
    })
    expect(Object.keys(syncFeatures)).toHaveLength(20)
    expect(syncFeatures).toMatchObject({
      blockSoftMatchEnabled: false,
      blockCloudObjectTakeoverThroughHardMatchEnabled: false,
    })
  })

  test('only what is selected', async () => {
    const {body} = await (await open([reads])).send(`${path}?$select=id,features`)
    expect(Object.keys(body?.value?.[0] ?? {})).toEqual(['id', 'features'])
  })

  test('by its id, in any case, with the scope that the permission table has for it', async () => {
    const {send} = await open()
    expect((await send(one.toUpperCase().replace('/V1.0', '/v1.0'))).body).toMatchObject({
      '@odata.context': expect.stringMatching(/onPremisesSynchronization\/\$entity$/) as string,
      id: contosoId,
      features: syncFeatures,
    })
    expect((await (await open([reads])).send(one)).status).toBe(403)
  })
})

describe('who may', () => {
  test.each([
    ['without the scope of writing', [reads], {}, 403],
    ['without any scope of it', ['User.Read'], {}, 403],
    ['with another role', [writes], {active: others()}, 403],
    [
      'with the role only eligible',
      [writes],
      {active: others(), eligible: [roles.globalAdministrator.id]},
      403,
    ],
    ['as Global Administrator', [writes], {}, 204],
  ])('%s', async (_, scopes, changed, status) => {
    const {patch, tenant} = await open(scopes, {situation: ['in-order', changed]})
    const answer = await patch({features: blocked})
    expect(answer.status).toBe(status)
    expect((await tenant.state()).lagging).toHaveLength(status === 204 ? 1 : 0)
    if (status === 403)
      expect(answer.body?.error).toMatchObject({
        code: 'Authorization_RequestDenied',
        message: 'Insufficient privileges to complete the operation.',
        innerError: {'request-id': answer.headers.get('request-id')},
      })
  })

  test('a role that is activated may at once', async () => {
    const {patch, tenant, send} = await open([writes], {situation: ['role-eligible']})
    expect([(await send(path)).status, (await patch({features: blocked})).status]).toEqual([403, 403])
    await tenant.portal.activate(roles.globalAdministrator.id)
    expect([(await send(path)).status, (await patch({features: blocked})).status]).toEqual([200, 204])
  })

  // Consents for the organisation, so that the token carries the scope whose role is missing.
  function others() {
    return [roles.hybridIdentityAdministrator.id, roles.cloudApplicationAdministrator.id]
  }
})

describe('a write', () => {
  test('is answered without a body, and seen by reads after a while', async () => {
    const {patch, features, clock} = await open()
    const answer = await patch({features: blocked})
    expect([answer.status, answer.body]).toEqual([204, null])
    expect(await features()).toEqual(syncFeatures)
    clock.advance(featureDelay - 1)
    expect(await features()).toEqual(syncFeatures)
    clock.advance(1)
    expect(await features()).toEqual({...syncFeatures, ...blocked})
  })

  test('keeps what another, not yet seen, has set', async () => {
    const {patch, features, clock} = await open()
    await patch({features: blocked})
    clock.advance(1)
    await patch({features: {blockCloudObjectTakeoverThroughHardMatchEnabled: true}})
    clock.advance(featureDelay)
    expect(await features()).toEqual({
      ...syncFeatures,
      ...blocked,
      blockCloudObjectTakeoverThroughHardMatchEnabled: true,
    })
  })

  test('of the dead property is accepted, and nothing comes of it', async () => {
    const {patch, features, clock, tenant} = await open()
    const answer = await patch({features: {passwordWritebackEnabled: true}})
    clock.advance(featureDelay)
    expect([answer.status, await features()]).toEqual([204, syncFeatures])
    expect(await tenant.portal.read()).toMatchObject({passwords: false, unlock: false})
  })

  test.each([
    [
      'a feature that is none',
      {features: {blockSoftMatchEnbled: true}},
      /'blockSoftMatchEnbled' does not exist/,
    ],
    ['a name of every object', {features: {toString: true}}, /'toString' does not exist/],
    ['a text for a boolean', {features: {blockSoftMatchEnabled: 'true'}}, /'"true"'.*Edm\.Boolean/],
    ['a number', {features: {blockSoftMatchEnabled: 1}}, /'1'.*Edm\.Boolean/],
    ['null', {features: {blockSoftMatchEnabled: null}}, /'null'.*Edm\.Boolean/],
    ['one right and one wrong', {features: {...blocked, nope: true}}, /'nope' does not exist/],
    ['a feature at the top', blocked, /'blockSoftMatchEnabled' does not exist on type/],
    ['features that are a list', {features: [true]}, /expected for the property 'features'/],
    ['a list', [], /Unable to read JSON/],
    ['a text', 'features', /Unable to read JSON/],
  ])('of %s is refused whole', async (_, body, message) => {
    const {patch, tenant} = await open()
    expect(await patch(body)).toMatchObject({
      status: 400,
      body: {error: {code: 'BadRequest', message: expect.stringMatching(message) as string}},
    })
    expect((await tenant.state()).lagging).toEqual([])
  })

  test.each([
    ['no JSON', {headers: json, body: '{features'}, one, 400, 'BadRequest'],
    ['no body', {headers: json}, one, 400, 'BadRequest'],
    ['a body of no declared type', {body: '{}'}, one, 400, 'BadRequest'],
    [
      'another object',
      {headers: json, body: '{}'},
      `${path}/${crypto.randomUUID()}`,
      404,
      'Request_ResourceNotFound',
    ],
    ['the collection', {headers: json, body: '{}'}, path, 405, 'Request_BadRequest'],
    ['what is below', {headers: json, body: '{}'}, `${one}/accounts`, 400, 'BadRequest'],
  ])('of %s is refused', async (_, init, url, status, code) => {
    const {send} = await open()
    expect(await send(url, {...init, method: 'PATCH'})).toMatchObject({status, body: {error: {code}}})
  })

  test('inside a batch is not part of this Graph', async () => {
    const {send, tenant} = await open()
    const requests = [{id: '1', method: 'PATCH', url: one.slice(5), headers: json, body: {features: blocked}}]
    const {body} = await send('/v1.0/$batch', {method: 'POST', body: JSON.stringify({requests})})
    expect(body).toMatchObject({responses: [{status: 405}]})
    expect((await tenant.state()).lagging).toEqual([])
  })

  test('cannot take back what is documented as not to be disabled', async () => {
    const name = 'synchronizeUpnForManagedUsersEnabled'
    const {patch} = await open([writes], {situation: ['in-order', {features: {[name]: false}}]})
    const codes = []
    // The second comes before the first is seen: what counts is what was written.
    for (const value of [false, true, false]) codes.push((await patch({features: {[name]: value}})).status)
    expect(codes).toEqual([204, 204, 400])
  })
})

describe('somebody else', () => {
  test('sets a feature: seen at once, and a write on its way does not take it back', async () => {
    const {patch, features, clock, tenant} = await open()
    await patch({features: {...blocked, groupWriteBackEnabled: true}})
    await tenant.setFeatures({blockSoftMatchEnabled: false, deviceWritebackEnabled: true})
    expect(await features()).toEqual({...syncFeatures, deviceWritebackEnabled: true})
    clock.advance(featureDelay)
    expect(await features()).toEqual({
      ...syncFeatures,
      deviceWritebackEnabled: true,
      groupWriteBackEnabled: true,
    })
  })

  test('is a change of the state like any other, for servers of tests', async () => {
    const state = await createContoso().tenant.state()
    expect(setFeatures(state, blocked).directory.synchronization.features).toEqual({
      ...syncFeatures,
      ...blocked,
    })
  })

  test.each([
    ['alone', (send: Awaited<ReturnType<typeof open>>['send']) => send(path)],
    [
      'in a batch',
      (send: Awaited<ReturnType<typeof open>>['send']) =>
        send('/v1.0/$batch', {
          method: 'POST',
          body: JSON.stringify({requests: [{id: '1', method: 'GET', url: path.slice(5)}]}),
        }),
    ],
  ])('changes it between two looks, the first of them %s', async (_, look) => {
    const {send, features} = await open([writes], {situation: ['changed-outside']})
    const first = await look(send)
    expect(JSON.stringify(first.body)).toContain('"blockSoftMatchEnabled":false')
    expect([await features(), await features()]).toEqual([
      {...syncFeatures, ...blocked},
      {...syncFeatures, ...blocked},
    ])
  })

  test('waits for a look that was allowed', async () => {
    const {send, tenant} = await open(['User.Read'], {situation: ['changed-outside']})
    await send(path)
    expect((await tenant.state()).outside?.features).toEqual(blocked)
  })

  test('had blocked soft match before', async () => {
    const {features} = await open([writes], {situation: ['soft-match-blocked']})
    expect(await features()).toEqual({...syncFeatures, ...blocked})
  })
})

describe('faults of a write', () => {
  test.each([
    ['504 after it happened', {kind: 'failed', status: 504, after: true}, 504, true],
    ['503 after it happened', {kind: 'failed', status: 503, after: true}, 503, true],
    ['504 before', {kind: 'failed', status: 504}, 504, false],
    ['503 before', {kind: 'failed', status: 503}, 503, false],
    ['429', {kind: 'throttled', retryAfter: 5}, 429, false],
    ['412', {kind: 'refused', status: 412, code: 'PreconditionFailed'}, 412, false],
    ['404', {kind: 'refused', status: 404, code: 'Request_ResourceNotFound'}, 404, false],
    ['403', {kind: 'denied', code: 'Authorization_RequestDenied'}, 403, false],
    ['a claims challenge', {kind: 'claims', acrs: 'c1'}, 401, false],
  ] as const)('%s', async (_, make, status, happened) => {
    const {patch, features, clock, tenant} = await open()
    await tenant.addFault({on: 'graph', method: 'PATCH', path: one, times: 1, make})
    expect((await features())?.blockSoftMatchEnabled).toBe(false)
    const answer = await patch({features: blocked})
    expect([answer.status, typeof answer.body?.error?.code]).toEqual([status, 'string'])
    clock.advance(featureDelay)
    expect((await features())?.blockSoftMatchEnabled).toBe(happened)
    expect((await tenant.state()).faults).toEqual([])
  })

  test.each([
    ['offline after it happened', {kind: 'offline', after: true}, true],
    ['offline before', {kind: 'offline'}, false],
  ] as const)('%s', async (_, make, happened) => {
    const {patch, features, clock, tenant} = await open()
    await tenant.addFault({on: 'graph', method: 'PATCH', times: 1, make})
    await expect(patch({features: blocked})).rejects.toThrow(TypeError)
    clock.advance(featureDelay)
    expect((await features())?.blockSoftMatchEnabled).toBe(happened)
  })

  test.each([
    ['after it happened', {kind: 'hanging', after: true}, 1],
    ['before', {kind: 'hanging'}, 0],
  ] as const)('no answer at all %s', async (_, make, happened) => {
    const {patch, tenant} = await open()
    await tenant.addFault({on: 'graph', method: 'PATCH', times: 1, make})
    let answered = false
    void patch({features: blocked}).finally(() => (answered = true))
    await expect.poll(async () => (await tenant.state()).faults).toEqual([])
    await expect.poll(async () => (await tenant.state()).lagging.length).toBe(happened)
    expect(answered).toBe(false)
  })
})

// The one that cannot be disabled once enabled, and the one that is not in use, are shown above.
const free = Object.keys(syncFeatures).filter(
  name => name !== 'synchronizeUpnForManagedUsersEnabled' && name !== 'passwordWritebackEnabled',
)
const anyFeatures = fc.record(Object.fromEntries(free.map(name => [name, fc.boolean()])))
const someFeatures = fc.record(Object.fromEntries(free.map(name => [name, fc.boolean()])), {requiredKeys: []})

test('whatever stands and whatever is sent, sending the values from before gives the state before', async () => {
  const {patch, features, clock, tenant} = await open()
  await fc.assert(
    fc.asyncProperty(anyFeatures, someFeatures, fc.boolean(), async (standing, sent, seen) => {
      await tenant.setFeatures(standing)
      const before = await features()
      expect((await patch({features: sent})).status).toBe(204)
      if (seen) {
        clock.advance(featureDelay)
        expect(await features()).toEqual({...before, ...sent})
      }
      const captured = Object.fromEntries(Object.entries(before ?? {}).filter(([name]) => name in sent))
      expect((await patch({features: captured})).status).toBe(204)
      clock.advance(featureDelay)
      expect(await features()).toEqual(before)
    }),
    {numRuns: 100},
  )
})
