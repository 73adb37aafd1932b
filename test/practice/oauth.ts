// OAuth by hand against the practice Entra, for tests that look at one message at a time.
import type {PracticeTenant} from '../../src/practice/index.ts'
import {challengeOf} from '../../src/practice/jwt.ts'

export const verifier = 'a-verifier-of-the-length-that-the-standard-asks-for-0123456789'
export const challenge = await challengeOf(verifier)

type Fields = Readonly<Record<string, string>>

/** The authorize URL that an application of ours would open, with some of it changed. */
export function authorizeUrl(tenant: PracticeTenant, changed: Fields = {}): string {
  const {clientId, authority, redirectUri} = tenant.signIn.config
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    response_mode: 'fragment',
    scope: 'openid profile offline_access',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...changed,
  })
  return `${authority}/oauth2/v2.0/authorize?${query.toString()}`
}

/** A code, as the person at the sign-in page decides. */
export async function codeOf(tenant: PracticeTenant, changed: Fields = {}): Promise<string> {
  await tenant.signIn.navigation.navigateExternal(authorizeUrl(tenant, changed))
  return new URLSearchParams(tenant.signIn.navigation.takeAnswer()?.slice(1)).get('code') ?? ''
}

/** What the token endpoint answers to a code with its verifier, with some of it changed. */
export async function redeem(tenant: PracticeTenant, changed: Fields) {
  const {clientId, authority, redirectUri} = tenant.signIn.config
  const body = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    grant_type: 'authorization_code',
    code_verifier: verifier,
    ...changed,
  })
  const response = await tenant.entra(new Request(`${authority}/oauth2/v2.0/token`, {method: 'POST', body}))
  return {status: response.status, body: (await response.json()) as Partial<TokenAnswer>}
}

/** An access token for these scopes. */
export async function tokenFor(tenant: PracticeTenant, scopes: readonly string[]): Promise<string> {
  const code = await codeOf(tenant, {scope: ['openid', ...scopes].join(' ')})
  return (await redeem(tenant, {code})).body.access_token ?? ''
}

interface TokenAnswer {
  readonly token_type: string
  readonly scope: string
  readonly access_token: string
  readonly refresh_token: string
  readonly id_token: string
  readonly client_info: string
  readonly error: string
  readonly suberror: string
  readonly error_codes: readonly number[]
  readonly claims: string
}
