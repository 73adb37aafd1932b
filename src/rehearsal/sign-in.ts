// Sign-in without MSAL: authorize and token endpoint of the practice Entra, with a code, its PKCE verifier and a refresh
// token. Entra's errors mean here what they mean in `src/auth`, which needs a browser.
import {RunProblem} from '../engine/problem.ts'
import type {Clock, SignedIn, Token, TokenSource} from '../engine/ports.ts'
import type {PracticeTenant} from '../practice/index.ts'

const openId = ['openid', 'profile', 'email', 'offline_access']
type Fields = Readonly<Record<string, string>>

/** A token source over a practice tenant; nobody is signed in at first. */
export function createCodeTokens(tenant: PracticeTenant, clock: Clock): TokenSource {
  const {clientId, authority, redirectUri} = tenant.signIn.config
  let session: SignedIn | null = null
  let refresh = ''
  let kept: Token | null = null

  async function ask(scopes: readonly string[], claims?: string): Promise<Token> {
    const verifier = verifierOf()
    const nonce = crypto.randomUUID()
    const query = new URLSearchParams({
      client_id: clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      response_mode: 'fragment',
      scope: [...openId, ...scopes].join(' '),
      code_challenge: await challengeOf(verifier),
      code_challenge_method: 'S256',
      nonce,
      ...(session ? {login_hint: session.account.username} : {}),
      ...(claims === undefined ? {} : {claims}),
    })
    await tenant.signIn.navigation.navigateExternal(`${authority}/oauth2/v2.0/authorize?${query.toString()}`)
    const answer = new URLSearchParams(tenant.signIn.navigation.takeAnswer()?.slice(1))
    const code = answer.get('code')
    if (code === null) throw refusalOf(answer, scopes)
    return exchange({grant_type: 'authorization_code', code, code_verifier: verifier}, scopes, nonce)
  }

  async function exchange(fields: Fields, scopes: readonly string[], nonce?: string): Promise<Token> {
    const form = {client_id: clientId, redirect_uri: redirectUri, ...fields}
    const {network} = tenant.signIn
    const {status, body} = await network.sendPostRequestAsync<TokenAnswer>(`${authority}/oauth2/v2.0/token`, {
      headers: {'Content-Type': 'application/x-www-form-urlencoded'},
      body: new URLSearchParams(form).toString(),
    })
    if (status !== 200) throw problemOf(body, scopes)
    const said = claimsOf(body.id_token)
    if (nonce !== undefined && said['nonce'] !== nonce) throw new RunProblem('sign-in-required')
    refresh = body.refresh_token
    kept = {
      accessToken: body.access_token,
      scopes: body.scope.split(' ').filter(scope => !openId.includes(scope)),
      expiresOn: clock.now() + body.expires_in * 1000,
    }
    session = {
      account: {
        objectId: said['oid'] ?? '',
        name: said['name'] ?? '',
        username: said['preferred_username'] ?? '',
      },
      tenant: {id: said['tid'] ?? ''},
    }
    return kept
  }

  return {
    signedIn: () => session,
    signIn: async scopes => {
      await ask(scopes)
      if (session === null) throw new RunProblem('sign-in-required')
      return session
    },
    token: async (scopes, _signal, claims, {fresh} = {fresh: false}) => {
      if (session === null) throw new RunProblem('sign-in-required')
      const isEnough = kept !== null && scopes.every(scope => kept?.scopes.includes(scope))
      if (kept !== null && isEnough && !fresh && claims === undefined && kept.expiresOn > clock.now())
        return kept
      const challenge: Fields = claims === undefined ? {} : {claims}
      return exchange(
        {grant_type: 'refresh_token', refresh_token: refresh, scope: scopes.join(' '), ...challenge},
        scopes,
      )
    },
    consent: (scopes, _signal, claims) => ask(scopes, claims),
    leave: () => Promise.reject(new RunProblem('popup-blocked')),
    arrive: () => {
      throw new RunProblem('sign-in-cancelled')
    },
    signOut: async () => {
      await tenant.signIn.navigation.navigateExternal(`${authority}/oauth2/v2.0/logout`)
      session = kept = null
      refresh = ''
    },
  }
}

interface TokenAnswer {
  readonly access_token: string
  readonly refresh_token: string
  readonly id_token: string
  readonly scope: string
  readonly expires_in: number
  readonly error: string
  readonly suberror?: string
  readonly error_codes?: readonly number[]
  readonly claims?: string
}

function refusalOf(answer: URLSearchParams, scopes: readonly string[]): RunProblem {
  const uri = answer.get('error_uri')
  const number = uri === null ? null : new URL(uri).searchParams.get('code')
  if (number === '90094') return new RunProblem('admin-consent-required', {scopes, errorCode: 'AADSTS90094'})
  if (number === '65004') return new RunProblem('consent-declined', {scopes, errorCode: 'AADSTS65004'})
  return new RunProblem('sign-in-cancelled', {errorCode: answer.get('error')})
}

function problemOf({error, suberror, claims}: TokenAnswer, scopes: readonly string[]): RunProblem {
  if (suberror === 'consent_required') return new RunProblem('consent-required', {scopes, errorCode: error})
  if (claims !== undefined) return new RunProblem('claims-required', {claims, errorCode: error})
  if (error === 'invalid_grant' || error === 'interaction_required')
    return new RunProblem('sign-in-required', {errorCode: error})
  return new RunProblem(error === 'temporarily_unavailable' ? 'throttled' : 'server-failed', {
    errorCode: error,
  })
}

function claimsOf(token: string): Readonly<Record<string, string>> {
  const [, payload = ''] = token.split('.')
  const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), one =>
    one.charCodeAt(0),
  )
  return JSON.parse(new TextDecoder().decode(bytes)) as Readonly<Record<string, string>>
}

function verifierOf(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(48)))
}

async function challengeOf(verifier: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))))
}

function base64url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes))
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
