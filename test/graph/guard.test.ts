import fc from 'fast-check'
import {describe, expect, test, vi} from 'vitest'
import {guard} from '../../src/graph/guard.ts'

const host = 'https://graph.microsoft.com'
const calls = [
  'GET /v1.0/organization',
  'GET /v1.0/users/{id}',
  "GET /v1.0/users('{id}')/manager",
  'PATCH /v1.0/users/{id}',
  'PUT /v1.0/users/{id}',
  'GET /beta/organization',
  'POST /v1.0/users/{key}/assignLicense',
  'GET /v1.0/users/{key}/authentication/operations/{operation}',
]
const operation = '/v1.0/users/a1/authentication/operations/2b8e4e1b'
const get = (url: string) => ({method: 'GET', url, headers: {}})

function pass(method: string, path: string, body: unknown = null) {
  const next = vi.fn(async () => new Response())
  const sent = guard(host, calls)(
    {method, url: path.startsWith('http') ? path : host + path, body, headers: {}},
    next,
  )
  return sent.then(
    () => next.mock.calls.length === 1,
    (problem: unknown) => {
      expect(problem).toMatchObject({code: 'call-not-compiled'})
      expect(next).not.toHaveBeenCalled()
      return false
    },
  )
}

describe('what the page compiled passes', () => {
  test.each([
    ['a path', 'GET', '/v1.0/organization'],
    ['a path with a query', 'GET', '/v1.0/organization?$select=id,displayName'],
    ['a count beside what is read', 'GET', '/v1.0/organization?$top=1&$count=true'],
    ['a path with a value', 'GET', '/v1.0/users/amira.haddad@contoso.example'],
    ['a key in parentheses', 'GET', "/v1.0/users('a1')/manager"],
  ])('%s', async (_, method, path) => expect(await pass(method, path)).toBe(true))

  test.each([
    ['of a JSON object', '{"features":{"blockSoftMatchEnabled":true}}'],
    ['of an empty one', '{}'],
  ])('a write %s', async (_, body) => expect(await pass('PATCH', '/v1.0/users/a1', body)).toBe(true))

  test('a request by POST', async () =>
    expect(await pass('POST', '/v1.0/users/a1/assignLicense', '{"addLicenses":[]}')).toBe(true))

  test.each([
    ['without a query', operation],
    ['with the query that Graph gave it', `${operation}?aadgdc=DUB02P&aadgsu=ssprprod-a`],
  ])('an operation %s', async (_, path) => expect(await pass('GET', path)).toBe(true))

  test('a batch of such reads', async () => {
    const body = JSON.stringify({requests: [get('/organization?$select=id'), get('/users/a1')]})
    expect(await pass('POST', '/v1.0/$batch', body)).toBe(true)
  })
})

describe('anything else is refused and not sent', () => {
  test.each([
    ['another path', 'GET', '/v1.0/domains'],
    ['a POST that is compiled as another method', 'POST', '/v1.0/users/a1'],
    ['the query of an operation elsewhere', 'GET', '/v1.0/users/a1?aadgdc=DUB02P'],
    ['an operation with a page to go on from', 'GET', `${operation}?$skiptoken=x`],
    ['an operation with a query that leads away', 'GET', `${operation}?a=https://elsewhere.example`],
    ['another method', 'DELETE', '/v1.0/users/a1'],
    ['a method that is never sent, though compiled', 'PUT', '/v1.0/users/a1'],
    ['another version', 'GET', '/beta/users/a1'],
    ['a longer path', 'GET', '/v1.0/users/a1/messages'],
    ['a value with a slash', 'GET', '/v1.0/users/a1%2Fmessages'],
    ['a path that climbs', 'GET', '/v1.0/users/../organization'],
    ['a doubled slash', 'GET', '/v1.0//organization'],
    ['another host', 'GET', 'https://graph.microsoft.com.evil.example/v1.0/organization'],
    ['a host that only looks like ours', 'GET', 'https://graph.microsoft.com@evil.example/v1.0/organization'],
    ['plain http', 'GET', 'http://graph.microsoft.com/v1.0/organization'],
    ['another port', 'GET', 'https://graph.microsoft.com:8443/v1.0/organization'],
    ['no address at all', 'GET', 'https://'],
    ['another page of a list', 'GET', '/v1.0/organization?$skiptoken=x'],
    ['a count that is not true', 'GET', '/v1.0/organization?$count=false'],
    ['a count of nothing', 'GET', '/v1.0/organization?$count='],
    ['two counts', 'GET', '/v1.0/organization?$count=true&$count=true'],
    ['a count of what is not compiled', 'GET', '/v1.0/users?$count=true'],
    ['a count as a path', 'GET', '/v1.0/organization/$count'],
    ['a search', 'GET', '/v1.0/organization?$search="x"'],
    ['a parameter of its own', 'GET', '/v1.0/organization?$select=id&access_token=x'],
    ['a parameter twice', 'GET', '/v1.0/organization?$select=id&%24select=displayName'],
    ['a sign that encodes nothing', 'GET', '/v1.0/users/%'],
    ['an encoding of no letter', 'GET', '/v1.0/users/%ff'],
    ['a fragment', 'GET', '/v1.0/organization?$select=id#x'],
  ])('%s', async (_, method, path) => expect(await pass(method, path)).toBe(false))

  test.each([
    ['without a body', '/v1.0/users/a1', null],
    ['of an array', '/v1.0/users/a1', '[{}]'],
    ['of a text', '/v1.0/users/a1', '"x"'],
    ['of null', '/v1.0/users/a1', 'null'],
    ['of no JSON', '/v1.0/users/a1', 'accountEnabled=false'],
    ['of a stream', '/v1.0/users/a1', new Blob(['{}'])],
    ['with a query', '/v1.0/users/a1?$select=id', '{}'],
    ['with an empty query', '/v1.0/users/a1?', '{}'],
    ['of a path that is only read', '/v1.0/organization', '{}'],
    ['of a longer path', '/v1.0/users/a1/manager', '{}'],
    ['of another version', '/beta/users/a1', '{}'],
    ['of the batch path', '/v1.0/$batch', '{"requests":[]}'],
  ])('a write %s', async (_, path, body) => expect(await pass('PATCH', path, body)).toBe(false))

  test('a read with a body', async () => {
    expect(await pass('GET', '/v1.0/organization', '{}')).toBe(false)
  })

  test.each([
    ['an item that was not compiled', {requests: [get('/organization'), get('/domains')]}],
    ['a write that was not compiled', {requests: [{...get('/organization'), method: 'DELETE'}]}],
    ['a write that was', {requests: [{...get('/users/a1'), method: 'PATCH'}]}],
    ['a write with its body', {requests: [{...get('/users/a1'), method: 'PATCH', body: {}}]}],
    ['a path of another version', {requests: [get('/../beta/organization')]}],
    ['an absolute item', {requests: [get('https://graph.microsoft.com/v1.0/organization')]}],
    ['a batch inside', {requests: [{...get('/$batch'), method: 'POST'}]}],
    ['an item with a body', {requests: [{...get('/organization'), body: {displayName: 'x'}}]}],
    ['an item with a search', {requests: [get('/organization?$search=x')]}],
    [
      'an item with a token of its own',
      {requests: [{...get('/organization'), headers: {authorization: 'x'}}]},
    ],
    [
      'an item with another method',
      {requests: [{...get('/organization'), headers: {'X-HTTP-Method': 'PATCH'}}]},
    ],
    ['an item that waits for another', {requests: [{...get('/organization'), dependsOn: ['0']}]}],
    ['an item that is nothing', {requests: [null]}],
    ['no items', {requests: []}],
    ['no requests', {}],
  ])('a batch with %s', async (_, body) => {
    expect(await pass('POST', '/v1.0/$batch', JSON.stringify(body))).toBe(false)
  })

  test.each([
    ['text', 'not json'],
    ['a stream', new Blob()],
    ['nothing', null],
  ])('a batch whose body is %s', async (_, body) => {
    expect(await pass('POST', '/v1.0/$batch', body)).toBe(false)
  })

  test('a GET of the batch path', async () => expect(await pass('GET', '/v1.0/$batch')).toBe(false))
})

// Signs with which a path is left, and letters of every script.
const leaving = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '/',
      '..',
      '.',
      '%2F',
      '%2f',
      '%5C',
      '%2e',
      '%',
      '%ff',
      '\\',
      '?',
      '#',
      '&',
      '@',
      ':',
      "'",
      ' ',
      '\n',
    ),
    fc.string({unit: 'grapheme', minLength: 1, maxLength: 1}),
  ),
  maxLength: 12,
})

test('whatever stands for a value, what passes is that one path of that one host', async () => {
  await fc.assert(
    fc.asyncProperty(leaving, async value => {
      for (const path of [`/v1.0/users/${value}`, `/v1.0/users('${value}')/manager`]) {
        if (!(await pass('GET', path))) continue
        const {origin, pathname} = new URL(host + path)
        expect(origin).toBe(host)
        expect(pathname).toMatch(/^\/v1\.0\/(users\/[^/]+|users\('[^/]+'\)\/manager)$/)
        expect(decodeURIComponent(pathname).split('/')).toHaveLength(pathname.split('/').length)
      }
    }),
  )
})

test('a batch passes only where each of its items would pass alone', async () => {
  const item = fc.record({
    method: fc.constantFrom('GET', 'PATCH', 'DELETE', 'POST'),
    url: fc.oneof(
      fc.constantFrom('/organization', '/users/a1', '/domains', '/$batch', '/../beta/organization'),
      leaving.map(value => `/users/${value}`),
    ),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(item, {minLength: 1, maxLength: 4}), async items => {
      const requests = items.map(one => ({id: '0', ...one}))
      const alone = await Promise.all(items.map(({method, url}) => pass(method, `/v1.0${url}`)))
      const together = await pass('POST', '/v1.0/$batch', JSON.stringify({requests}))
      if (together) expect(alone).not.toContain(false)
    }),
  )
})
