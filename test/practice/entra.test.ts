import {describe, expect, test} from 'vitest'
import {verify} from '../../src/practice/jwt.ts'
import type {Tenant} from '../../src/practice/tenant.ts'
import {accept, createContoso} from './contoso.ts'
import {authorizeUrl, challenge, codeOf, redeem, verifier} from './oauth.ts'

const amira = 'a317a000-0000-4000-8000-00000000a001'

/** Contoso, and the fields with which Entra answers an authorize request that is decided so. */
function open(...args: Parameters<typeof createContoso>) {
  const contoso = createContoso(...args)
  const {tenant} = contoso
  const answer = async (changed: Readonly<Record<string, string>> = {}) => {
    await tenant.signIn.navigation.navigateExternal(authorizeUrl(tenant, changed))
    return new URLSearchParams(tenant.signIn.navigation.takeAnswer()?.slice(1))
  }
  return {...contoso, answer}
}

describe('authorize', () => {
  test('asks, and sends back a code with the state that came', async () => {
    const {answer, person} = open()
    const fields = await answer({state: 'kept', scope: 'openid User.Read'})
    expect([fields.get('state'), fields.has('code')]).toEqual(['kept', true])
    expect(person.pages[0]).toMatchObject({tenant: 'Contoso', stepUp: false})
    expect(person.pages[0]?.accounts.map(({name}) => name)).toEqual(['Amira Haddad', 'Lucas Moreau'])
    expect(person.pages[0]?.accounts[0]).toMatchObject({
      consent: 'own',
      asks: [{scope: 'User.Read', needsAdministrator: false}],
    })
  })

  test('does not ask again for what was consented, with a session and a known account', async () => {
    const {answer, person} = open()
    await answer({scope: 'openid User.Read'})
    const again = await answer({scope: 'openid User.Read', login_hint: 'amira.haddad@contoso.example'})
    expect([person.pages.length, again.has('code')]).toEqual([1, true])
  })

  test('asks only for the scope that is new', async () => {
    const {answer, person} = open()
    await answer({scope: 'openid User.Read'})
    await answer({scope: 'openid User.Read Domain.Read.All', login_hint: 'amira.haddad@contoso.example'})
    expect(person.pages[1]?.accounts).toHaveLength(1)
    expect(person.pages[1]?.accounts[0]?.asks.map(({scope}) => scope)).toEqual(['Domain.Read.All'])
  })

  test.each([
    ['no PKCE', {code_challenge: ''}, 'invalid_request', '9002325'],
    ['plain PKCE', {code_challenge_method: 'plain'}, 'invalid_request', '9002325'],
    ['a scope that Graph does not have', {scope: 'User.ReadEverything'}, 'invalid_client', '650053'],
    ['a silent request', {prompt: 'none'}, 'login_required', '50058'],
    ['another response type', {response_type: 'token'}, 'unsupported_response_type', '700051'],
  ])('%s goes back as an error, without a page', async (_, changed, error, number) => {
    const {answer, person} = open()
    const fields = await answer(changed)
    expect([fields.get('error'), fields.get('error_uri')?.split('=')[1]]).toEqual([error, number])
    expect(person.pages).toEqual([])
  })

  test.each([
    ['a redirect URI that is not registered', {redirect_uri: 'https://evil.example/'}, 'AADSTS50011'],
    ['an application that is not known', {client_id: 'another'}, 'AADSTS700016'],
  ])('%s is shown and never sent back', async (_, changed, text) => {
    const {tenant, answer} = open()
    await expect(answer(changed)).rejects.toThrow(text)
    const page = await tenant.entra(new Request(authorizeUrl(tenant, changed)))
    expect([page.status, page.headers.get('Location')]).toEqual([400, null])
    expect(await page.text()).toContain(text)
  })
})

describe('consent', () => {
  const scope = 'openid AuditLog.Read.All'

  test('that is declined is access_denied, 65004', async () => {
    const {answer} = open({decide: page => ({kind: 'decline', account: page.accounts[0]?.id ?? ''})})
    const fields = await answer({scope})
    expect([fields.get('error'), fields.get('error_uri')?.split('=')[1]]).toEqual(['access_denied', '65004'])
  })

  test('that only an administrator may give is access_denied, 90094, whatever is pressed', async () => {
    const {answer, person} = open({situation: ['consent-declined']})
    const fields = await answer({scope})
    expect(person.pages[0]?.accounts[0]?.consent).toBe('administrator')
    expect([fields.get('error'), fields.get('error_uri')?.split('=')[1]]).toEqual(['access_denied', '90094'])
  })

  test('that an administrator gave before is not asked for', async () => {
    const {answer, person} = open({situation: ['consent-declined']})
    await answer({scope: 'openid Organization.Read.All Domain.Read.All'})
    expect(person.pages[0]?.accounts[0]?.consent).toBe('not-needed')
  })

  test('a cancelled sign-in is access_denied too', async () => {
    const {answer} = open({decide: () => ({kind: 'cancel'})})
    const fields = await answer()
    expect([fields.get('error'), fields.get('error_subcode')]).toEqual(['access_denied', 'cancel'])
  })
})

describe('the token endpoint', () => {
  test('gives what OAuth and MSAL expect, with the nonce that came', async () => {
    const {tenant} = open()
    const code = await codeOf(tenant, {nonce: 'n-1', scope: 'openid User.Read'})
    const {status, body} = await redeem(tenant, {code})
    expect([status, body.token_type, body.scope]).toEqual([200, 'Bearer', 'openid profile email User.Read'])
    const claims = JSON.parse(
      atob(body.id_token?.split('.')[1]?.replaceAll('-', '+').replaceAll('_', '/') ?? ''),
    ) as object
    expect(claims).toMatchObject({
      nonce: 'n-1',
      tid: tenant.tenantId,
      oid: amira,
      aud: tenant.signIn.config.clientId,
    })
    expect(JSON.parse(atob(body.client_info ?? ''))).toEqual({uid: amira, utid: tenant.tenantId})
  })

  test.each([
    ['another verifier', {code_verifier: `${verifier}x`}, 'invalid_grant', 501481],
    ['no verifier', {code_verifier: ''}, 'invalid_grant', 501481],
    ['the challenge itself', {code_verifier: challenge}, 'invalid_grant', 501481],
    ['another redirect URI', {redirect_uri: 'https://evil.example/'}, 'invalid_client', 500112],
    ['another application', {client_id: 'another'}, 'unauthorized_client', 700016],
    ['another grant', {grant_type: 'password'}, 'unsupported_grant_type', 70003],
    ['a code that was never issued', {code: 'guess'}, 'invalid_grant', 70008],
  ])('refuses %s', async (_, changed, error, number) => {
    const {tenant} = open()
    const {status, body} = await redeem(tenant, {code: await codeOf(tenant), ...changed})
    expect([status, body.error, body.error_codes]).toEqual([400, error, [number]])
  })

  test('takes a code once', async () => {
    const {tenant} = open()
    const code = await codeOf(tenant)
    expect((await redeem(tenant, {code})).status).toBe(200)
    expect((await redeem(tenant, {code})).body.error_codes).toEqual([70008])
  })

  test('takes a code for ten minutes', async () => {
    const {tenant, clock} = open()
    const code = await codeOf(tenant)
    clock.advance(10 * 60_000)
    expect((await redeem(tenant, {code})).body.error_codes).toEqual([70008])
  })

  test('does not spend a code on a wrong verifier twice', async () => {
    const {tenant} = open()
    const code = await codeOf(tenant)
    await redeem(tenant, {code, code_verifier: 'wrong'})
    expect((await redeem(tenant, {code})).body.error_codes).toEqual([70008])
  })
})

describe('a refresh token', () => {
  const renew = async (
    tenant: ReturnType<typeof open>['tenant'],
    changed: Readonly<Record<string, string>> = {},
  ) => {
    const {body} = await redeem(tenant, {code: await codeOf(tenant, {scope: 'openid User.Read'})})
    return (more: Readonly<Record<string, string>> = {}) =>
      redeem(tenant, {
        grant_type: 'refresh_token',
        refresh_token: body.refresh_token ?? '',
        ...changed,
        ...more,
      })
  }

  test('gives all that was ever consented, not only what is asked', async () => {
    const {tenant} = open()
    const again = await renew(tenant)
    await codeOf(tenant, {scope: 'openid Domain.Read.All'})
    expect((await again({scope: 'openid User.Read'})).body.scope).toBe(
      'openid profile email User.Read Domain.Read.All',
    )
  })

  test('for a scope without consent is consent_required', async () => {
    const {tenant} = open()
    const {body} = await (await renew(tenant))({scope: 'openid AuditLog.Read.All'})
    expect([body.error, body.suberror, body.error_codes]).toEqual([
      'invalid_grant',
      'consent_required',
      [65001],
    ])
  })

  test('for a claims challenge that was not met is interaction_required with the claims', async () => {
    const {tenant} = open()
    const claims = JSON.stringify({
      access_token: {acrs: {essential: true, value: 'c1'}, xms_cc: {values: ['CP1']}},
    })
    const {body} = await (await renew(tenant))({scope: 'openid User.Read', claims})
    expect([body.error, JSON.parse(body.claims ?? '{}')]).toEqual([
      'interaction_required',
      {access_token: {acrs: {essential: true, value: 'c1'}}},
    ])
  })

  test('lasts 24 hours', async () => {
    const {tenant, clock} = open()
    const again = await renew(tenant)
    clock.advance(24 * 60 * 60_000)
    expect((await again()).body.error_codes).toEqual([700084])
  })
})

describe('what else Entra has', () => {
  test('a discovery document with its three endpoints', async () => {
    const {tenant} = open()
    const {authority} = tenant.signIn.config
    const answer = await tenant.entra(new Request(`${authority}/v2.0/.well-known/openid-configuration`))
    expect(await answer.json()).toMatchObject({
      authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
      token_endpoint: `${authority}/oauth2/v2.0/token`,
      end_session_endpoint: `${authority}/oauth2/v2.0/logout`,
    })
  })

  test('the public half of its key, and only that', async () => {
    const {tenant} = open()
    const {authority} = tenant.signIn.config
    const {keys} = (await (await tenant.entra(new Request(`${authority}/discovery/v2.0/keys`))).json()) as {
      keys: JsonWebKey[]
    }
    expect(keys).toHaveLength(1)
    expect(keys[0]).not.toHaveProperty('d')
  })

  test.each([
    ['another tenant', 'GET', '/00000000-0000-4000-8000-000000000000/oauth2/v2.0/authorize', 400],
    ['another endpoint', 'GET', '/organizations/oauth2/v2.0/devicecode', 404],
    ['a preflight', 'OPTIONS', '/organizations/oauth2/v2.0/token', 204],
  ])('%s', async (_, method, path, status) => {
    const {tenant} = open()
    const host = new URL(tenant.signIn.config.authority).origin
    const response = await tenant.entra(
      new Request(host + path, {method, headers: {Origin: 'https://runbooks.example'}}),
    )
    expect([response.status, response.headers.get('Access-Control-Allow-Origin')]).toEqual([
      status,
      'https://runbooks.example',
    ])
  })

  test('a page for a browser that really comes: not to be framed, cut off from its opener', async () => {
    const {tenant} = open()
    const url = authorizeUrl(tenant, {scope: 'openid User.Read'})
    const page = await tenant.entra(new Request(url))
    expect(page.headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin')
    expect(page.headers.get('X-Frame-Options')).toBe('DENY')
    expect(await page.text()).toContain('Accept as Amira Haddad')
    const form = new URLSearchParams({account: amira, decision: 'accept'})
    const answer = await tenant.entra(new Request(url, {method: 'POST', body: form}))
    expect(answer.status).toBe(302)
    expect(answer.headers.get('Location')).toMatch(/^https:\/\/runbooks\.example\/auth\/redirect\.html#code=/)
  })

  test('a cancel button there', async () => {
    const {tenant} = open()
    const answer = await tenant.entra(
      new Request(authorizeUrl(tenant), {method: 'POST', body: new URLSearchParams()}),
    )
    expect(answer.headers.get('Location')).toContain('error=access_denied')
  })

  test('an end of the session', async () => {
    const {tenant, person} = open()
    await codeOf(tenant, {scope: 'openid User.Read'})
    const {authority} = tenant.signIn.config
    const goodbye = `${authority}/oauth2/v2.0/logout?post_logout_redirect_uri=https%3A%2F%2Frunbooks.example%2F&state=s`
    const answer = await tenant.entra(new Request(goodbye))
    expect(answer.headers.get('Location')).toBe('https://runbooks.example/?state=s')
    await codeOf(tenant, {scope: 'openid User.Read', login_hint: 'amira.haddad@contoso.example'})
    expect(person.pages).toHaveLength(2)
  })
})

test('a token of another run, or one that was changed, is not ours', async () => {
  const first = open()
  const second = open()
  const {body} = await redeem(first.tenant, {code: await codeOf(first.tenant)})
  const read = (tenant: typeof first.tenant, token: string) => verify({read: tenant.state} as Tenant, token)
  expect(await read(first.tenant, body.access_token ?? '')).toMatchObject({oid: amira})
  await codeOf(second.tenant).then(code => redeem(second.tenant, {code}))
  expect(await read(second.tenant, body.access_token ?? '')).toBeNull()
  for (const token of [
    '',
    'a.b',
    'a.b.c',
    `${body.access_token ?? ''}.d`,
    body.access_token?.replace('.', '.e') ?? '',
  ]) {
    expect(await read(first.tenant, token)).toBeNull()
  }
})

test('the person who answers may be another than the first', async () => {
  const {tenant} = open({
    decide: page => ({...accept(page), kind: 'accept', account: page.accounts[1]?.id ?? ''}),
  })
  const {body} = await redeem(tenant, {code: await codeOf(tenant, {scope: 'openid User.Read'})})
  expect(JSON.parse(atob(body.client_info ?? ''))).toMatchObject({
    uid: expect.stringContaining('a002') as string,
  })
})
