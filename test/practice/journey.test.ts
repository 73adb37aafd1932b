// @vitest-environment happy-dom
// The real MSAL and the real Graph client against the practice handlers: what a press of a card sets going.
import {afterEach, describe, expect, test} from 'vitest'
import {createTokenSource} from '../../src/auth/msal.ts'
import {createGraphRunner} from '../../src/graph/runner.ts'
import {createContoso} from './contoso.ts'

const never = new AbortController().signal
const sending = {signal: never, onWait: () => undefined}

async function open(...args: Parameters<typeof createContoso>) {
  const contoso = createContoso(...args)
  const {tenant, clock} = contoso
  const {config, network, navigation} = tenant.signIn
  const tokens = await createTokenSource({config, interaction: 'inPage', network, navigation})
  const runner = createGraphRunner({
    host: tenant.graphHost,
    calls: ['GET /v1.0/organization', 'GET /v1.0/subscribedSkus', 'GET /v1.0/domains', 'GET /v1.0/me'],
    transport: tenant.graph,
    clock,
    strengthen: (token, claims, signal) => tokens.token(token.scopes, signal, claims),
  })
  return {...contoso, tokens, runner}
}

describe('a first sign-in', () => {
  test('gives the account, the tenant and a token that Graph takes', async () => {
    const {tokens, runner, person} = await open()
    expect(tokens.signedIn()).toBeNull()
    const signedIn = await tokens.signIn(['User.Read'], never)
    expect(signedIn.account.name).toBe('Amira Haddad')
    const token = await tokens.token(['User.Read'], never)
    expect(token.scopes).toEqual(['User.Read'])
    expect(person.pages).toHaveLength(1)
    const [me] = await runner.read(
      [{id: 'me', url: '/v1.0/me?$select=id,displayName', headers: {}}],
      token,
      sending,
    )
    expect(me).toMatchObject({id: 'me', status: 200, body: {displayName: 'Amira Haddad'}})
    expect(me?.requestId).toMatch(/-/)
  })
})
