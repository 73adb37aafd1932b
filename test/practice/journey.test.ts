// @vitest-environment happy-dom
// The real MSAL and the real Graph client against the practice handlers: what the press of a card sets going.
import {afterEach, describe, expect, test, vi} from 'vitest'
import {createTokenSource} from '../../src/auth/msal.ts'
import type {GraphWait} from '../../src/engine/ports.ts'
import {createGraphRunner} from '../../src/graph/runner.ts'
import type {SignInPage} from '../../src/practice/index.ts'
import {accept, createContoso, start} from './contoso.ts'

const never = new AbortController().signal
const me = {id: 'me', url: '/v1.0/me?$select=id,displayName', headers: {}}
const prerequisites = [
  {id: 'organization', url: '/v1.0/organization?$select=displayName,onPremisesSyncEnabled', headers: {}},
  {id: 'skus', url: '/v1.0/subscribedSkus?$select=servicePlans', headers: {}},
  {id: 'domains', url: '/v1.0/domains?$select=id,authenticationType', headers: {}},
]

afterEach(() => sessionStorage.clear())

/** A page in practice: Contoso, signed out, as `src/hooks/stage.ts` would put it together. */
async function open(...args: Parameters<typeof createContoso>) {
  const contoso = createContoso(...args)
  const {tenant, clock} = contoso
  const {config, network, navigation} = tenant.signIn
  const load = () => createTokenSource({config, interaction: 'inPage', network, navigation})
  const tokens = await load()
  const stop = new AbortController()
  const waits: (GraphWait | null)[] = []
  const runner = createGraphRunner({
    host: tenant.graphHost,
    calls: ['GET /v1.0/organization', 'GET /v1.0/subscribedSkus', 'GET /v1.0/domains', 'GET /v1.0/me'],
    transport: tenant.graph,
    clock,
    strengthen: (token, claims, signal) =>
      tokens.token(token.scopes, signal, claims ?? undefined, {fresh: claims === null}),
  })
  const sending = {signal: stop.signal, onWait: (wait: GraphWait | null) => waits.push(wait)}
  return {...contoso, tokens, runner, load, stop, waits, sending}
}

describe('signing in', () => {
  test('gives the account, the tenant and a token that Graph takes', async () => {
    const {tokens, runner, person, sending, tenant} = await open()
    expect(tokens.signedIn()).toBeNull()
    const signedIn = await tokens.signIn(['User.Read'], never)
    expect(signedIn).toEqual({
      account: {
        objectId: 'a317a000-0000-4000-8000-00000000a001',
        name: 'Amira Haddad',
        username: 'amira.haddad@contoso.example',
      },
      tenant: {id: tenant.tenantId},
    })
    expect(tokens.signedIn()).toEqual(signedIn)
    const token = await tokens.token(['User.Read'], never)
    expect(token.scopes).toEqual(['User.Read'])
    expect(person.pages).toHaveLength(1)
    const [answer] = await runner.read([me], token, sending)
    expect(answer).toMatchObject({id: 'me', status: 200, body: {displayName: 'Amira Haddad'}})
    expect(answer?.requestId).toMatch(/^[0-9a-f-]{36}$/)
    expect(Date.parse(answer?.date ?? '')).toBe(Math.floor(start / 1000) * 1000)
  })

  test('survives a reload of the page in the same tab', async () => {
    const {tokens, load, person} = await open()
    const before = await tokens.signIn(['User.Read'], never)
    const again = await load()
    expect(again.signedIn()).toEqual(before)
    expect((await again.token(['User.Read'], never)).scopes).toEqual(['User.Read'])
    expect(person.pages.length).toBe(1)
  })

  test('that a reload interrupted can be done anew', async () => {
    let waits = true
    const {tokens, load, person} = await open({
      decide: page => (waits ? new Promise(() => undefined) : accept(page)),
    })
    void tokens.signIn(['User.Read'], never)
    await vi.waitFor(() => expect(person.pages.length).toBe(1))
    waits = false
    expect((await (await load()).signIn(['User.Read'], never)).account.name).toBe('Amira Haddad')
  })

  test('takes the account that was chosen, not the first', async () => {
    const {tokens} = await open({decide: page => ({kind: 'accept', account: page.accounts[1]?.id ?? ''})})
    expect((await tokens.signIn([], never)).account.name).toBe('Lucas Moreau')
  })

  test('can be repeated with another account', async () => {
    let turn = 0
    const {tokens} = await open({
      decide: page => ({kind: 'accept', account: page.accounts[turn++]?.id ?? ''}),
    })
    await tokens.signIn([], never)
    await tokens.signIn([], never)
    expect(tokens.signedIn()?.account.name).toBe('Lucas Moreau')
  })

  test('that is cancelled is that, and can be tried again', async () => {
    let cancel = true
    const {tokens} = await open({
      decide: page => (cancel ? {kind: 'cancel'} : {kind: 'accept', account: page.accounts[0]?.id ?? ''}),
    })
    await expect(tokens.signIn(['User.Read'], never)).rejects.toMatchObject({code: 'sign-in-cancelled'})
    expect(tokens.signedIn()).toBeNull()
    cancel = false
    expect((await tokens.signIn(['User.Read'], never)).account.name).toBe('Amira Haddad')
  })

  test('that is stopped closes the dialog, and can be tried again', async () => {
    const stop = new AbortController()
    const closed: boolean[] = []
    const {tokens} = await open({
      decide: (page, signal) => {
        if (stop.signal.aborted) return accept(page)
        stop.abort()
        closed.push(signal.aborted)
        // A dialog that stays where it is holds nothing up.
        return new Promise(() => undefined)
      },
    })
    await expect(tokens.signIn(['User.Read'], stop.signal)).rejects.toMatchObject({code: 'stopped'})
    expect(closed).toEqual([true])
    expect((await tokens.signIn(['User.Read'], never)).account.name).toBe('Amira Haddad')
  })

  test('that is stopped before the dialog is there never shows it', async () => {
    const stop = new AbortController()
    const {tokens, person} = await open()
    const signedIn = tokens.signIn(['User.Read'], stop.signal)
    stop.abort()
    await expect(signedIn).rejects.toMatchObject({code: 'stopped'})
    await expect(tokens.signIn([], stop.signal)).rejects.toMatchObject({code: 'stopped'})
    expect((await tokens.signIn(['User.Read'], never)).account.name).toBe('Amira Haddad')
    expect(person.pages).toHaveLength(1)
  })

  test('can be ended and done again, more than once', async () => {
    const {tokens, person} = await open()
    for (const pages of [1, 2, 3]) {
      await tokens.signIn(['User.Read'], never)
      expect(person.pages).toHaveLength(pages)
      await tokens.signOut()
      expect(tokens.signedIn()).toBeNull()
      await expect(tokens.token(['User.Read'], never)).rejects.toMatchObject({code: 'sign-in-required'})
    }
    await tokens.signOut()
  })
})

describe('consent, step by step', () => {
  const scopes = ['Organization.Read.All', 'LicenseAssignment.Read.All', 'Domain.Read.All']

  test('is asked for what is new, from a press of its own', async () => {
    const {tokens, runner, person, sending} = await open()
    await tokens.signIn(['User.Read'], never)
    await expect(tokens.token(scopes, never)).rejects.toMatchObject({code: 'consent-required', scopes})
    expect(person.pages).toHaveLength(1)
    const token = await tokens.consent(scopes, never)
    expect(person.pages[1]?.accounts.map(({asks}) => asks.map(({scope}) => scope))).toEqual([scopes])
    // A token carries all that was ever consented.
    expect([...token.scopes].sort()).toEqual(['User.Read', ...scopes].sort())
    const answers = await runner.read(prerequisites, token, sending)
    expect(answers.map(({id, status}) => [id, status])).toEqual([
      ['organization', 200],
      ['skus', 200],
      ['domains', 200],
    ])
    expect((await tokens.token(scopes, never)).accessToken).toBe(token.accessToken)
  })

  test('that is declined is that', async () => {
    const {tokens} = await open({decide: declineNext()})
    await tokens.signIn(['User.Read'], never)
    await expect(tokens.consent(scopes, never)).rejects.toMatchObject({code: 'consent-declined', scopes})
  })

  test('that only an administrator may give is that', async () => {
    const {tokens} = await open({situation: ['consent-declined']})
    await tokens.signIn(['User.Read'], never)
    expect((await tokens.token(['Domain.Read.All'], never)).scopes).toContain('Domain.Read.All')
    const audit = ['AuditLog.Read.All']
    await expect(tokens.consent(audit, never)).rejects.toMatchObject({
      code: 'admin-consent-required',
      scopes: audit,
    })
    expect(tokens.signedIn()?.account.name).toBe('Amira Haddad')
  })

  test('of another account than the one signed in is not used', async () => {
    let turn = 0
    const {tokens, tenant} = await open({
      decide: page => ({kind: 'accept', account: page.accounts[turn++ % 2]?.id ?? ''}),
    })
    await tokens.signIn([], never)
    const {config, network, navigation} = tenant.signIn
    const anyone = {
      ...navigation,
      navigateExternal: (url: string) => navigation.navigateExternal(url.replace(/login_hint=[^&]*/, '')),
    }
    const again = await createTokenSource({config, interaction: 'inPage', network, navigation: anyone})
    await expect(again.consent(['User.Read'], never)).rejects.toMatchObject({code: 'sign-in-required'})
    expect(again.signedIn()?.account.name).toBe('Amira Haddad')
  })
})

describe('an account of another tenant', () => {
  const noor = {kind: 'accept', account: 'a317a000-0000-4000-8000-00000000a003'} as const
  const visited = ['in-order', {visitor: true}] as const

  test('signs in as one of its own tenant, for which this Graph has nothing', async () => {
    const {tokens, runner, sending, tenant} = await open({situation: [...visited], decide: () => noor})
    const {tenant: other} = await tokens.signIn(['User.Read'], never)
    expect(other.id).not.toBe(tenant.tenantId)
    const [answer] = await runner.read([me], await tokens.token(['User.Read'], never), sending)
    expect(answer?.status).toBe(401)
  })

  test('is refused where it comes instead of the account that was asked for', async () => {
    let first = true
    const decide = (page: SignInPage) => {
      const decision = first ? accept(page) : noor
      first = false
      return decision
    }
    const {tokens, tenant} = await open({situation: [...visited], decide})
    await tokens.signIn([], never)
    const {config, network, navigation} = tenant.signIn
    const anyone = {
      ...navigation,
      navigateExternal: (url: string) => navigation.navigateExternal(url.replace(/login_hint=[^&]*/, '')),
    }
    const again = await createTokenSource({config, interaction: 'inPage', network, navigation: anyone})
    await expect(again.consent(['User.Read'], never)).rejects.toMatchObject({code: 'tenant-changed'})
    expect(again.signedIn()?.tenant.id).toBe(tenant.tenantId)
  })
})

describe('a claims challenge', () => {
  const make = {kind: 'claims', acrs: 'c1'} as const

  test('needs a person: the claims go to the next press, and then Graph answers', async () => {
    const {tokens, runner, person, sending, tenant} = await open()
    await tokens.signIn(['User.Read'], never)
    await tenant.addFault({on: 'graph', times: 99, make})
    const weak = await tokens.token(['User.Read'], never)
    const problem = await runner
      .read([me], weak, sending)
      .catch((thrown: unknown) => thrown as {code: string; claims: string})
    expect(problem).toMatchObject({code: 'claims-required'})
    const {claims} = problem as {claims: string}
    const strong = await tokens.consent(['User.Read'], never, claims)
    expect(person.pages.at(-1)).toMatchObject({stepUp: true} satisfies Partial<SignInPage>)
    expect(await runner.read([me], strong, sending)).toMatchObject([{status: 200}])
  })

  test('that was met before is answered in silence', async () => {
    const {tokens, runner, person, sending, tenant} = await open()
    await tokens.signIn(['User.Read'], never)
    const weak = await tokens.token(['User.Read'], never)
    await tokens.consent(['User.Read'], never, '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}')
    await tenant.addFault({on: 'graph', times: 99, make})
    expect(await runner.read([me], weak, sending)).toMatchObject([{status: 200}])
    expect(person.pages).toHaveLength(2)
  })
})

describe('what the network does', () => {
  test('throttling is waited for, and seen', async () => {
    const {tokens, runner, sending, tenant, clock, waits} = await open()
    await tokens.signIn(['User.Read'], never)
    await tenant.addFault({on: 'graph', times: 1, make: {kind: 'throttled', retryAfter: 20}})
    const answers = runner.read([me], await tokens.token(['User.Read'], never), sending)
    await expect.poll(() => clock.waiting.length).toBe(1)
    expect(waits).toEqual([{until: clock.now() + 20_000, attempt: 1, fromHeader: true}])
    clock.advance(20_000)
    expect(await answers).toMatchObject([{status: 200}])
  })

  test.each([
    ['Graph is out of reach', 'graph', {kind: 'offline'}, 'offline'],
    ['Entra is out of reach', 'token', {kind: 'offline'}, 'offline'],
    ['Entra is busy', 'token', {kind: 'throttled', retryAfter: null}, 'throttled'],
    ['Entra fails', 'token', {kind: 'failed', status: 500}, 'server-failed'],
  ] as const)('%s', async (_, on, make, code) => {
    const {tokens, runner, sending, tenant, clock} = await open()
    await tokens.signIn(['User.Read'], never)
    // MSAL retries a failed token request once by itself.
    await tenant.addFault({on, times: 9, make})
    const read = async () => {
      const token =
        on === 'graph'
          ? await tokens.token(['User.Read'], never)
          : await tokens.token(['Domain.Read.All'], never)
      return runner.read([me], token, sending)
    }
    await expect(read()).rejects.toMatchObject({code})
    expect(clock.waiting).toEqual([])
  })

  test('a token of a tenant that was reset is refused, so that a person signs in again', async () => {
    const {tokens, runner, sending, tenant} = await open()
    await tokens.signIn(['User.Read'], never)
    await tenant.reset()
    // Neither the token nor the refresh token is of this tenant any more.
    const old = await tokens.token(['User.Read'], never)
    await expect(runner.read([me], old, sending)).rejects.toMatchObject({code: 'sign-in-required'})
    await expect(tokens.token(['Domain.Read.All'], never)).rejects.toMatchObject({code: 'sign-in-required'})
  })
})

test('the address of the page and its history stay as they are', async () => {
  const before = [location.href, history.length]
  const {tokens} = await open()
  await tokens.signIn(['User.Read'], never)
  await tokens.signOut()
  expect([location.href, history.length]).toEqual(before)
})

/** Accepts the first page and declines every other. */
function declineNext() {
  let first = true
  return (page: SignInPage) => {
    const kind = first ? ('accept' as const) : ('decline' as const)
    first = false
    return {kind, account: page.accounts[0]?.id ?? ''}
  }
}
