import fc from 'fast-check'
import {describe, expect, test, vi} from 'vitest'
import type {GraphWrite, Token} from '../../src/engine/ports.ts'
import {createGraphRunner} from '../../src/graph/runner.ts'
import {createManualClock} from '../practice/contoso.ts'

const host = 'https://graph.microsoft.com'
const path = '/v1.0/directory/onPremisesSynchronization'
const key = '0c0ffee0-0000-4000-8000-0000c0c0a0a0'
const token: Token = {accessToken: 'weak', scopes: ['User.Read'], expiresOn: 0}
const call: GraphWrite = {
  id: '11111111-2222-4333-8444-555555555555',
  method: 'PATCH',
  url: `${path}/${key}`,
  body: {features: {blockSoftMatchEnabled: true}},
}

type Reply = (request: Request) => Response | Promise<Response>

/** A runner over a transport that keeps every request it gets and answers each with `reply`. */
function open(reply: Reply = () => new Response(null, {status: 204})) {
  const clock = createManualClock()
  const stop = new AbortController()
  const sent: {readonly request: Request; readonly body: string}[] = []
  const strengthen = vi.fn(async (): Promise<Token> => ({...token, accessToken: 'strong'}))
  const runner = createGraphRunner({
    host,
    calls: [`GET ${path}`, `PATCH ${path}/{key}`, `POST ${path}/{key}/reset`],
    clock,
    strengthen,
    transport: async request => {
      sent.push({request, body: await request.clone().text()})
      return reply(request)
    },
  })
  const write = (changed: Partial<Record<keyof GraphWrite, unknown>> = {}) =>
    runner.write({...call, ...changed} as GraphWrite, token, stop.signal)
  return {clock, stop, sent, strengthen, write}
}

const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Reply =>
  () =>
    Response.json({error: {code: 'SomeCode'}}, {status: code, headers})
const challenge = `Bearer error="insufficient_claims", claims="${btoa('{"access_token":{}}')}"`

test('what leaves is one PATCH with its id, its token and its body', async () => {
  const {write, sent} = open(() => new Response(null, {status: 204, headers: {'request-id': 'r-1'}}))
  expect(await write()).toEqual({id: call.id, status: 204, body: null, requestId: 'r-1', date: null})
  expect(sent).toHaveLength(1)
  const [{request, body} = {request: new Request(host), body: ''}] = sent
  expect([request.method, request.url, request.redirect]).toEqual(['PATCH', `${host}${path}/${key}`, 'error'])
  expect(
    ['client-request-id', 'content-type', 'authorization'].map(name => request.headers.get(name)),
  ).toEqual([call.id, 'application/json', 'Bearer weak'])
  expect(JSON.parse(body)).toEqual({features: {blockSoftMatchEnabled: true}})
})

test('a POST leaves as one, and its Location comes back as it stands', async () => {
  const location = `${host}/v1.0/operations/o?aadgdc=DUB02P`
  const {write, sent} = open(() => new Response(null, {status: 202, headers: {Location: location}}))
  expect(await write({method: 'POST', url: `${path}/${key}/reset`})).toMatchObject({status: 202, location})
  expect(sent.map(({request}) => request.method)).toEqual(['POST'])
})

describe('nothing is sent twice, and nobody waits', () => {
  test.each([
    [400, {}],
    [403, {}],
    [409, {}],
    [412, {}],
    [429, {'Retry-After': '1'}],
    [429, {}],
    [500, {}],
    [502, {}],
    [503, {'Retry-After': '1'}],
    [504, {}],
    [401, {}],
    [401, {'WWW-Authenticate': 'Bearer realm="", error="invalid_token"'}],
    [307, {Location: `${host}/v1.0/elsewhere`}],
    [308, {Location: `${host}${path}/${key}`}],
  ] as const)('%i %j is an answer', async (code, headers) => {
    const {write, sent, clock, strengthen} = open(status(code, headers))
    expect(await write()).toMatchObject({id: call.id, status: code, body: {error: {code: 'SomeCode'}}})
    expect([sent.length, clock.waiting, strengthen.mock.calls]).toEqual([1, [], []])
  })

  test('401 with a claims challenge ends it with the claims', async () => {
    const {write, sent, strengthen} = open(
      status(401, {'WWW-Authenticate': challenge, 'request-id': 'r-401'}),
    )
    await expect(write()).rejects.toMatchObject({
      code: 'claims-required',
      status: 401,
      claims: '{"access_token":{}}',
      requestId: 'r-401',
    })
    expect([sent.length, strengthen.mock.calls]).toEqual([1, []])
  })

  test.each([
    ['no network, or a redirect that `fetch` refuses', () => new TypeError('Failed to fetch'), 'offline'],
    ['a network error', () => new DOMException('A network error occurred.', 'NetworkError'), 'offline'],
    ['whatever else', () => new RangeError('?'), 'unexpected'],
  ])('%s leaves open whether it was sent', async (_, thrown, code) => {
    const {write, sent} = open(() => Promise.reject(thrown()))
    await expect(write()).rejects.toMatchObject({code, status: null})
    expect(sent).toHaveLength(1)
  })

  test('a stop drops the request that is in the air', async () => {
    const {write, sent, stop} = open(() => new Promise(() => undefined))
    const answer = write()
    await vi.waitFor(() => expect(sent).toHaveLength(1))
    stop.abort()
    await expect(answer).rejects.toMatchObject({code: 'stopped'})
    expect(sent).toHaveLength(1)
  })

  test('after a stop nothing leaves', async () => {
    const {write, sent, stop} = open()
    stop.abort()
    await expect(write()).rejects.toMatchObject({code: 'stopped'})
    expect(sent).toEqual([])
  })

  test('a stop while the client still prepares the request keeps it from leaving', async () => {
    const {write, sent, stop} = open()
    const answer = write()
    stop.abort()
    await expect(answer).rejects.toMatchObject({code: 'stopped'})
    expect(sent).toEqual([])
  })

  test('a body that gets lost takes nothing from the status', async () => {
    const lost = new ReadableStream({
      start: stream => stream.error(new TypeError('network error')),
    })
    const {write, sent} = open(() => new Response(lost, {status: 403, headers: {'request-id': 'r-2'}}))
    expect(await write()).toMatchObject({status: 403, body: null, requestId: 'r-2'})
    expect(sent).toHaveLength(1)
  })
})

describe('what the page did not compile is refused before anything leaves', () => {
  const cycle: Record<string, unknown> = {}
  cycle['self'] = cycle

  test.each([
    ['another path', {url: '/v1.0/users/a1'}],
    ['the collection', {url: path}],
    ['a longer path', {url: `${path}/${key}/accounts`}],
    ['another version', {url: `/beta/directory/onPremisesSynchronization/${key}`}],
    [
      'a batch',
      {url: '/v1.0/$batch', body: {requests: [{id: '0', method: 'PATCH', url: '/users/a1', body: {}}]}},
    ],
    ['a query', {url: `${path}/${key}?$select=id`}],
    ['an empty query', {url: `${path}/${key}?`}],
    ['a key that climbs', {url: `${path}/..`}],
    ['no path at all', {url: ''}],
    ['another host', {url: '/v1.0/https://evil.example/v1.0/directory/onPremisesSynchronization/x'}],
    ['no body', {body: undefined}],
    ['null for a body', {body: null}],
    ['an array for a body', {body: [{features: {}}]}],
    ['a text for a body', {body: '{"features":{}}x'}],
    ['a body that is no JSON', {body: cycle}],
  ])('%s', async (_, changed) => {
    const {write, sent} = open()
    await expect(write(changed)).rejects.toMatchObject({code: 'call-not-compiled'})
    expect(sent).toEqual([])
  })
})

test('whatever stands for the key and the answer, at most one request leaves, to that path', async () => {
  const keys = fc.oneof(
    fc.uuid(),
    fc.string({unit: 'grapheme', maxLength: 12}),
    fc.constantFrom('..', '%2F', '?', '#'),
  )
  const answers = fc.oneof(
    fc.integer({min: 200, max: 599}).filter(code => ![204, 205, 304].includes(code)),
    fc.constant(null),
  )
  await fc.assert(
    fc.asyncProperty(keys, answers, async (value, code) => {
      const {write, sent} = open(code === null ? () => Promise.reject(new TypeError('x')) : status(code))
      await write({url: `${path}/${value}`}).catch(() => undefined)
      expect(sent.length).toBeLessThanOrEqual(1)
      for (const {request} of sent) {
        expect(request.url.slice(0, host.length + path.length + 1)).toBe(`${host}${path}/`)
        expect(new URL(request.url).pathname.split('/')).toHaveLength(5)
      }
    }),
  )
})
