import {expect, test} from 'vitest'
import {answerChallenge, challengedClaims} from '../../src/graph/claims.ts'

const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'
const withClaims = (encoded: string) =>
  'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", ' +
  `client_id="00000003-0000-0000-c000-000000000000", error="insufficient_claims", claims="${encoded}"`
const challenge = withClaims(btoa(claims))

test.each([
  ['a challenge', 401, challenge, claims],
  ['base64 without its padding', 401, withClaims(btoa(claims).replaceAll('=', '')), claims],
  ['base64 that ends in =', 401, withClaims(btoa('{"a":1}')), '{"a":1}'],
  [
    'base64url',
    401,
    withClaims(btoa('{"a":">>>???"}').replaceAll('+', '-').replaceAll('/', '_')),
    '{"a":">>>???"}',
  ],
  ['an expired token', 401, 'Bearer realm="", error="invalid_token"', null],
  ['another status', 403, challenge, null],
  ['claims that are no JSON', 401, withClaims(btoa('no')), null],
  ['claims that are no base64', 401, withClaims('***'), null],
  ['a header that is far too long', 401, `${challenge}, realm="${'x'.repeat(8192)}"`, null],
  ['no header', 401, null, null],
])('%s is read as what it asks for', (_, status, header, expected) => {
  expect(challengedClaims(status, header)).toBe(expected)
})

test('a challenge is answered once: the second answer stands', async () => {
  const tokens: string[] = []
  const link = answerChallenge(async asked => `stronger for ${asked?.length ?? 0}`)
  const request = {
    method: 'GET',
    url: '',
    body: null,
    headers: {Authorization: 'Bearer weak'} as Readonly<Record<string, string>>,
  }
  const response = await link(request, async () => {
    tokens.push(request.headers['Authorization'] ?? '')
    return new Response(null, {status: 401, headers: {'WWW-Authenticate': challenge}})
  })
  expect(response.status).toBe(401)
  expect(tokens).toEqual(['Bearer weak', `Bearer stronger for ${claims.length}`])
})

test('a token that is no longer taken is renewed once', async () => {
  const asked: (string | null)[] = []
  const link = answerChallenge(async claims => (asked.push(claims), 'new'))
  const statuses = [401, 200]
  const request = {method: 'GET', url: '', body: null, headers: {}}
  const response = await link(request, async () => new Response(null, {status: statuses.shift() ?? 500}))
  expect([response.status, asked, request.headers]).toEqual([200, [null], {Authorization: 'Bearer new'}])
})
