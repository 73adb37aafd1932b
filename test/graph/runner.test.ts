import {describe, expect, test, vi} from 'vitest'
import type {GraphCall, GraphWait, Token} from '../../src/engine/ports.ts'
import {RunProblem} from '../../src/engine/problem.ts'
import {createGraphRunner} from '../../src/graph/runner.ts'
import {createManualClock} from '../practice/contoso.ts'

const host = 'https://graph.microsoft.com'
const token: Token = {accessToken: 'weak', scopes: ['User.Read'], expiresOn: 0}
const calls = (...names: string[]) =>
  names.map(name => ({id: name, url: `/v1.0/${name}?$select=id`, headers: {}}))

type Reply = (request: {
  url: URL
  method: string
  token: string | null
  body: string
}) => Response | Promise<Response>

/** A runner whose transport is answered by `replies` in turn; the last answers all that follow. */
function open(...replies: Reply[]) {
  const clock = createManualClock()
  const stop = new AbortController()
  const sent: string[] = []
  const redirects = new Set<string>()
  const waits: (GraphWait | null)[] = []
  const strengthen = vi.fn(async (): Promise<Token> => ({...token, accessToken: 'strong'}))
  const runner = createGraphRunner({
    host,
    calls: [
      'GET /v1.0/organization',
      'GET /v1.0/domains',
      'GET /v1.0/subscribedSkus',
      'GET /beta/organization',
    ],
    clock,
    strengthen,
    transport: async request => {
      redirects.add(request.redirect)
      const body = await request.text()
      const url = new URL(request.url)
      sent.push(`${request.method} ${url.pathname}${body === '' ? '' : ` ${itemUrls(body)}`}`)
      const reply = replies.length > 1 ? replies.shift() : replies[0]
      const authorization = request.headers.get('Authorization')
      return (reply ?? (() => Response.json({value: []})))({
        url,
        method: request.method,
        token: authorization,
        body,
      })
    },
  })
  const sending = {signal: stop.signal, onWait: (wait: GraphWait | null) => waits.push(wait)}
  const readCalls = (list: readonly GraphCall[]) => runner.read(list, token, sending)
  return {
    clock,
    stop,
    sent,
    redirects,
    waits,
    strengthen,
    readCalls,
    read: (...names: string[]) => readCalls(calls(...names)),
  }
}

const itemUrls = (body: string) =>
  (JSON.parse(body) as {requests: {url: string}[]}).requests.map(({url}) => url.split('?')[0]).join(' ')
const status =
  (code: number, headers: Readonly<Record<string, string>> = {}) =>
  () =>
    Response.json({error: {code: 'SomeCode'}}, {status: code, headers})
const items =
  (...responses: [number, Readonly<Record<string, string>>?][]) =>
  () =>
    Response.json({
      responses: responses.map(([code, headers = {}], at) => ({
        id: String(at),
        status: code,
        headers,
        body: {from: code},
      })),
    })
const challenge = `Bearer error="insufficient_claims", claims="${btoa('{"access_token":{}}')}"`

describe('what is sent', () => {
  test('one call goes alone, with the token that was given', async () => {
    const {read, sent} = open(({url, token: sentToken}) => {
      expect(url.href).toBe(`${host}/v1.0/organization?$select=id`)
      expect(sentToken).toBe('Bearer weak')
      return Response.json({value: [1]})
    })
    expect(await read('organization')).toMatchObject([{id: 'organization', status: 200, body: {value: [1]}}])
    expect(sent).toEqual(['GET /v1.0/organization'])
  })

  test('several calls go as one batch and come back in their order', async () => {
    const {read, sent} = open(items([200], [403], [200]))
    const answers = await read('organization', 'domains', 'subscribedSkus')
    expect(answers.map(({id, status: code}) => [id, code])).toEqual([
      ['organization', 200],
      ['domains', 403],
      ['subscribedSkus', 200],
    ])
    expect(sent).toEqual(['POST /v1.0/$batch /organization /domains /subscribedSkus'])
  })

  test('a redirect is followed nowhere', async () => {
    const {read, redirects} = open()
    await read('organization')
    await read('organization', 'domains')
    expect([...redirects]).toEqual(['error'])
  })

  test('no call sends nothing', async () => {
    const {read, sent} = open()
    expect([await read(), sent]).toEqual([[], []])
  })

  test('a call that the page did not compile is refused before anything leaves, alone and inside a batch', async () => {
    const {read, sent} = open()
    await expect(read('users')).rejects.toMatchObject({code: 'call-not-compiled'})
    await expect(read('organization', 'users')).rejects.toMatchObject({code: 'call-not-compiled'})
    expect(sent).toEqual([])
  })
})

describe('an answer that is an error', () => {
  test('is an answer, not an exception', async () => {
    const [answer] = await open(status(403, {'request-id': 'r-1'})).read('organization')
    expect(answer).toMatchObject({status: 403, requestId: 'r-1', body: {error: {code: 'SomeCode'}}})
  })

  test('of a whole batch is the answer of each of its calls', async () => {
    const answers = await open(status(403, {'request-id': 'r-1'})).read('organization', 'domains')
    expect(answers.map(({id, status: code, requestId}) => [id, code, requestId])).toEqual([
      ['organization', 403, 'r-1'],
      ['domains', 403, 'r-1'],
    ])
  })

  test('a call that a batch does not answer has status 0', async () => {
    const answers = await open(items([200])).read('organization', 'domains')
    expect(answers.map(({status: code}) => code)).toEqual([200, 0])
  })
})

describe('waiting', () => {
  test('429 with a readable header waits as long as Graph asks', async () => {
    const {read, clock, waits, sent} = open(status(429, {'Retry-After': '30'}), status(200))
    const answers = read('organization')
    await vi.waitFor(() => expect(clock.waiting).toHaveLength(1))
    expect(waits).toEqual([{until: clock.now() + 30_000, attempt: 1, fromHeader: true}])
    clock.advance(29_999)
    expect(sent).toHaveLength(1)
    clock.advance(1)
    expect(await answers).toMatchObject([{status: 200}])
    expect(waits.at(-1)).toBeNull()
  })

  test('429 whose header CORS hides backs off by itself, and says so', async () => {
    const {read, clock, waits} = open(status(429), status(200))
    const answers = read('organization')
    await vi.waitFor(() => expect(clock.waiting).toHaveLength(1))
    expect(waits).toEqual([{until: clock.now() + 2000, attempt: 1, fromHeader: false}])
    clock.advance(2000)
    expect(await answers).toMatchObject([{status: 200}])
  })

  test('429 of one item sends only that item again', async () => {
    const {read, clock, sent} = open(items([200], [429, {'Retry-After': '5'}], [200]), items([200]))
    const answers = read('organization', 'domains', 'subscribedSkus')
    await vi.waitFor(() => expect(clock.waiting).toHaveLength(1))
    clock.advance(5000)
    expect((await answers).map(({status: code}) => code)).toEqual([200, 200, 200])
    expect(sent).toEqual([
      'POST /v1.0/$batch /organization /domains /subscribedSkus',
      'POST /v1.0/$batch /domains',
    ])
  })

  test('503 of a batch of reads is sent again: it writes nothing', async () => {
    const {read, clock, sent} = open(status(503), items([200], [200]))
    const answers = read('organization', 'domains')
    await vi.waitFor(() => expect(clock.waiting).toHaveLength(1))
    clock.advance(2000)
    expect((await answers).map(({status: code}) => code)).toEqual([200, 200])
    expect(sent).toHaveLength(2)
  })

  test('throttling that does not end is given back after the last attempt', async () => {
    const {read, clock, sent} = open(status(429, {'Retry-After': '1'}))
    const answers = read('organization')
    for (let turn = 1; turn <= 3; turn++) {
      await vi.waitFor(() => expect(clock.waiting).toHaveLength(1))
      clock.advance(1000)
    }
    expect(await answers).toMatchObject([{status: 429}])
    expect(sent).toHaveLength(4)
  })
})

describe('stopping', () => {
  test('a wait ends at once', async () => {
    const {read, clock, stop, sent} = open(status(429, {'Retry-After': '30'}))
    const answers = read('organization')
    await vi.waitFor(() => expect(clock.waiting).toHaveLength(1))
    stop.abort()
    await expect(answers).rejects.toMatchObject({code: 'stopped'})
    expect(sent).toHaveLength(1)
  })

  test('a request in the air is dropped, though its handler knows no signals', async () => {
    const {read, stop, sent} = open(() => new Promise(() => undefined))
    const answers = read('organization')
    await vi.waitFor(() => expect(sent).toHaveLength(1))
    stop.abort()
    await expect(answers).rejects.toMatchObject({code: 'stopped'})
  })

  test('a run that was stopped before sends nothing', async () => {
    const {read, stop, sent} = open()
    stop.abort()
    await expect(read('organization')).rejects.toMatchObject({code: 'stopped'})
    expect(sent).toEqual([])
  })
})

test('no network is `offline`', async () => {
  const lost = () => Promise.reject(new TypeError('Failed to fetch'))
  await expect(open(lost).read('organization')).rejects.toMatchObject({code: 'offline', status: null})
})

describe('a claims challenge', () => {
  test('is answered with a stronger token, once', async () => {
    const seen: (string | null)[] = []
    const {read, strengthen} = open(
      ({token: sent}) => (seen.push(sent), status(401, {'WWW-Authenticate': challenge})()),
      ({token: sent}) => (seen.push(sent), Response.json({value: []})),
    )
    expect(await read('organization')).toMatchObject([{status: 200}])
    expect(seen).toEqual(['Bearer weak', 'Bearer strong'])
    expect(strengthen).toHaveBeenCalledWith(token, '{"access_token":{}}', expect.any(AbortSignal))
  })

  test('of one item sends only that item again, with the stronger token', async () => {
    const {read, sent, strengthen} = open(
      items([200], [401, {'WWW-Authenticate': challenge}]),
      ({token: again}) => (expect(again).toBe('Bearer strong'), items([200])()),
    )
    expect((await read('organization', 'domains')).map(({status: code}) => code)).toEqual([200, 200])
    expect(sent.at(-1)).toBe('POST /v1.0/$batch /domains')
    expect(strengthen).toHaveBeenCalledTimes(1)
  })

  test('that is repeated is given back', async () => {
    const {read, strengthen} = open(
      items([200], [401, {'WWW-Authenticate': challenge}]),
      items([401, {'WWW-Authenticate': challenge}]),
    )
    expect((await read('organization', 'domains')).map(({status: code}) => code)).toEqual([200, 401])
    expect(strengthen).toHaveBeenCalledTimes(1)
  })

  test('that needs a person ends the read with the claims', async () => {
    const {read, strengthen} = open(status(401, {'WWW-Authenticate': challenge}))
    strengthen.mockRejectedValue(new RunProblem('claims-required', {claims: '{"access_token":{}}'}))
    await expect(read('organization')).rejects.toMatchObject({
      code: 'claims-required',
      claims: '{"access_token":{}}',
    })
  })
})

test('calls of two versions go as two batches', async () => {
  const {readCalls, sent} = open(items([200], [200]), items([200]))
  const beta = {id: 'beta', url: '/beta/organization', headers: {}}
  const answers = await readCalls([beta, ...calls('organization', 'domains')])
  expect(answers.map(({id}) => id)).toEqual(['beta', 'organization', 'domains'])
  expect(sent).toEqual(['POST /beta/$batch /organization', 'POST /v1.0/$batch /organization /domains'])
})
