// The practice Entra: written from Microsoft's documentation, never compared with the real one. It checks what an
// application can get wrong (PKCE, nonce, redirect URI, consent, claims); it authenticates nobody.
import {challengeOf, encode, publicKey, sign} from './jwt.ts'
import {takeFault} from './faults.ts'
import {signInHtml} from './sign-in-html.ts'
import {graphScopes} from './scopes.ts'
import {
  type AuthorizeRequest,
  type EntraError,
  type SignInDecision,
  type SignInPage,
  consented,
  denial,
  readAuthorize,
  refusal,
  requestedAcrs,
  signInPage,
  withoutAsking,
} from './sign-in.ts'
import type {Person, TenantState} from './state.ts'
import type {Tenant} from './tenant.ts'

/** Entra's two rims: a fetch-style handler, and authorize in two halves for a page that asks by itself. */
export interface PracticeEntra {
  readonly fetch: (request: Request) => Promise<Response>
  /** The page that an authorize URL would show, or null where it is answered without one. */
  describe(url: string): Promise<SignInPage | null>
  /** The URL with which Entra would send the browser back. Throws a `TypeError` where Entra would not send it back. */
  decide(url: string, decision: SignInDecision | null): Promise<URL>
  /** Ends the session and gives the URL to which the browser goes. */
  signOut(url: string): Promise<URL>
}

const codeLifetime = 10 * 60_000
const accessLifetime = 65 * 60
// Entra gives refresh tokens of single-page applications 24 hours.
const refreshLifetime = 24 * 60 * 60_000

/** The practice Entra over a tenant's state. */
export function createEntra(tenant: Tenant): PracticeEntra {
  const understood = (url: URL) => {
    const request = readAuthorize(url.searchParams, tenant.hosts)
    if ('error' in request) throw new TypeError(described(request))
    return request
  }

  async function describe(url: string): Promise<SignInPage | null> {
    const request = understood(new URL(url))
    const state = await tenant.read()
    if (refusal(request, new URL(url).searchParams) !== null) return null
    return withoutAsking(request, state) === null ? signInPage(request, state) : null
  }

  async function decide(url: string, decision: SignInDecision | null): Promise<URL> {
    const request = understood(new URL(url))
    const refused = refusal(request, new URL(url).searchParams)
    if (refused !== null) return back(request, refused)
    const state = await tenant.read()
    const single = withoutAsking(request, state)
    if (single !== null) return issue(tenant, request, single.id)
    const chosen: SignInDecision = decision ?? {kind: 'cancel'}
    const denied = denial(signInPage(request, state), chosen)
    return denied === null && chosen.kind === 'accept'
      ? issue(tenant, request, chosen.account)
      : back(
          request,
          denied ?? {
            error: 'access_denied',
            number: 65004,
            description: 'User declined to consent to the app.',
          },
        )
  }

  async function signOut(url: string): Promise<URL> {
    await tenant.change(state => ({...state, sessions: []}))
    const query = new URL(url).searchParams
    const target = new URL(query.get('post_logout_redirect_uri') ?? tenant.hosts.redirectUris[0] ?? url)
    const state = query.get('state')
    if (state !== null) target.searchParams.set('state', state)
    return target
  }

  async function route(request: Request): Promise<Response> {
    const url = new URL(request.url)
    const [, authority, ...rest] = url.pathname.split('/')
    const {tenantId} = await tenant.read()
    if (request.method === 'OPTIONS' || url.pathname === '/favicon.ico')
      return new Response(null, {status: 204})
    if (![tenantId, 'organizations', 'common'].includes(authority ?? '')) {
      return problem({error: 'invalid_request', number: 90002, description: 'Tenant was not found.'})
    }
    switch (`${request.method} /${rest.join('/')}`) {
      case 'GET /v2.0/.well-known/openid-configuration':
        return json(200, discovery(tenant, tenantId))
      case 'GET /discovery/v2.0/keys':
        return json(200, {keys: [await publicKey(tenant)]})
      case 'GET /oauth2/v2.0/authorize':
        return authorizePage(request.url)
      case 'POST /oauth2/v2.0/authorize':
        return redirect(await decide(request.url, decisionOf(await request.formData())))
      case 'POST /oauth2/v2.0/token':
        return token(tenant, new URLSearchParams(await request.text()))
      case 'GET /oauth2/v2.0/logout':
        return redirect(await signOut(request.url))
      default:
        return problem({error: 'invalid_request', number: 900144, description: 'No such endpoint.'}, 404)
    }
  }

  async function authorizePage(url: string): Promise<Response> {
    const page = await describe(url)
    return page === null ? redirect(await decide(url, null)) : html(200, signInHtml(page))
  }

  return {
    describe,
    decide,
    signOut,
    fetch: async request => {
      const answer = await route(request).catch((reason: unknown) => {
        if (reason instanceof TypeError) return html(400, signInHtml(reason.message))
        throw reason
      })
      answer.headers.set('Access-Control-Allow-Origin', request.headers.get('Origin') ?? '*')
      answer.headers.set(
        'Access-Control-Allow-Headers',
        request.headers.get('Access-Control-Request-Headers') ?? '*',
      )
      return answer
    },
  }
}

async function issue(tenant: Tenant, request: AuthorizeRequest, person: string): Promise<URL> {
  const code = tenant.newId()
  const {clientId, redirectUri, challenge, nonce, acrs} = request
  const expires = tenant.clock.now() + codeLifetime
  await tenant.change(state => ({
    ...state,
    sessions: [...new Set([...state.sessions, person])],
    grants: [...state.grants, ...request.scopes.map(scope => ({person, scope}))].filter(first),
    codes: {
      ...unexpired(state.codes, tenant),
      [code]: {clientId, redirectUri, challenge, nonce, person, acrs, expires},
    },
  }))
  return answerUrl(request, {
    code,
    client_info: clientInfo(person, await tenant.read()),
    session_state: tenant.newId(),
  })
}

async function token(tenant: Tenant, form: URLSearchParams): Promise<Response> {
  const fault = await takeFault(tenant, {on: 'token', method: 'POST', path: '/oauth2/v2.0/token', acrs: []})
  if (fault?.kind === 'offline') throw new DOMException('Failed to fetch', 'NetworkError')
  if (fault?.kind === 'delayed') await tenant.clock.wait(fault.milliseconds, new AbortController().signal)
  if (fault?.kind === 'throttled')
    return problem({error: 'temporarily_unavailable', number: 90055, description: 'Busy.'}, 429)
  if (fault?.kind === 'failed')
    return problem({error: 'server_error', number: 90033, description: 'Failed.'}, fault.status)
  if (form.get('client_id') !== tenant.hosts.clientId) {
    return problem({
      error: 'unauthorized_client',
      number: 700016,
      description: 'Application was not found in the directory.',
    })
  }
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return redeem(tenant, form)
    case 'refresh_token':
      return renew(tenant, form)
    default:
      return problem({
        error: 'unsupported_grant_type',
        number: 70003,
        description: 'The grant type is not offered.',
      })
  }
}

async function redeem(tenant: Tenant, form: URLSearchParams): Promise<Response> {
  const name = form.get('code') ?? ''
  const code = unexpired((await tenant.read()).codes, tenant)[name]
  await tenant.change(state => ({...state, codes: without(state.codes, name)}))
  const verifier = form.get('code_verifier') ?? ''
  if (code === undefined) {
    return problem({
      error: 'invalid_grant',
      number: 70008,
      description: 'The code has expired or was redeemed already.',
    })
  }
  if (code.redirectUri !== form.get('redirect_uri')) {
    return problem({
      error: 'invalid_client',
      number: 500112,
      description: 'The reply address does not match.',
    })
  }
  if ((await challengeOf(verifier)) !== code.challenge) {
    return problem({
      error: 'invalid_grant',
      number: 501481,
      description: 'The code verifier does not match the challenge.',
    })
  }
  return tokens(tenant, {person: code.person, nonce: code.nonce, acrs: code.acrs})
}

async function renew(tenant: Tenant, form: URLSearchParams): Promise<Response> {
  const state = await tenant.read()
  const held = unexpired(state.refresh, tenant)[form.get('refresh_token') ?? '']
  if (held === undefined) {
    return problem({
      error: 'invalid_grant',
      number: 700084,
      description: 'The refresh token has expired.',
      subError: 'bad_token',
    })
  }
  const has = consented(held.person, state)
  if (graphScopes(form.get('scope') ?? '').some(scope => !has.includes(scope))) {
    const description = 'The user or administrator has not consented to use the application.'
    return problem({error: 'invalid_grant', number: 65001, description, subError: 'consent_required'})
  }
  const acrs = requestedAcrs(form.get('claims'))
  if (acrs.some(context => !held.acrs.includes(context))) {
    const claims = JSON.stringify({access_token: {acrs: {essential: true, value: acrs[0]}}})
    const description = 'The user has to confirm again.'
    return problem(
      {error: 'interaction_required', number: 50076, description, subError: 'basic_action'},
      400,
      {claims},
    )
  }
  return tokens(tenant, {person: held.person, nonce: null, acrs: held.acrs})
}

async function tokens(
  tenant: Tenant,
  {person: id, nonce, acrs}: {person: string; nonce: string | null; acrs: readonly string[]},
): Promise<Response> {
  const refresh = tenant.newId()
  const expires = tenant.clock.now() + refreshLifetime
  const state = await tenant.change(now => ({
    ...now,
    refresh: {
      ...unexpired(now.refresh, tenant),
      [refresh]: {clientId: tenant.hosts.clientId, person: id, acrs, expires},
    },
  }))
  const person = state.people.find(one => one.id === id)
  if (person === undefined)
    return problem({error: 'invalid_grant', number: 50034, description: 'The account does not exist.'})
  const scopes = consented(id, state)
  return json(200, {
    token_type: 'Bearer',
    scope: ['openid', 'profile', 'email', ...scopes].join(' '),
    expires_in: accessLifetime,
    ext_expires_in: accessLifetime,
    access_token: await sign(tenant, {
      ...common(tenant, state, person),
      aud: tenant.hosts.graph,
      scp: scopes.join(' '),
      acrs,
    }),
    refresh_token: refresh,
    refresh_token_expires_in: refreshLifetime / 1000,
    id_token: await sign(tenant, {
      ...common(tenant, state, person),
      aud: tenant.hosts.clientId,
      ...(nonce === null ? {} : {nonce}),
      login_hint: person.username,
    }),
    client_info: clientInfo(id, state),
  })
}

function common(tenant: Tenant, state: TenantState, person: Person) {
  const now = Math.floor(tenant.clock.now() / 1000)
  return {
    iss: `${tenant.hosts.authority}/${state.tenantId}/v2.0`,
    iat: now,
    nbf: now,
    exp: now + accessLifetime,
    oid: person.id,
    sub: person.id,
    tid: state.tenantId,
    name: person.name,
    preferred_username: person.username,
    wids: state.directory.roles.filter(role => role.person === person.id).map(role => role.definition),
    ver: '2.0',
  }
}

function discovery({hosts}: Tenant, tenantId: string) {
  const base = `${hosts.authority}/${tenantId}`
  return {
    issuer: `${base}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_types_supported: ['code'],
    response_modes_supported: ['fragment'],
    id_token_signing_alg_values_supported: ['ES256'],
  }
}

function back(request: AuthorizeRequest, fault: EntraError): URL {
  const {error, number, subError} = fault
  return answerUrl(request, {
    error,
    error_description: described(fault),
    ...(number === null ? {} : {error_uri: `https://practice.invalid/error?code=${number}`}),
    ...(subError === undefined ? {} : {error_subcode: subError}),
  })
}

function answerUrl(request: AuthorizeRequest, fields: Readonly<Record<string, string>>): URL {
  const url = new URL(request.redirectUri)
  url.hash = new URLSearchParams(
    request.state === null ? fields : {...fields, state: request.state},
  ).toString()
  return url
}

function clientInfo(person: string, state: TenantState): string {
  return encode(JSON.stringify({uid: person, utid: state.tenantId}))
}

function decisionOf(form: FormData): SignInDecision {
  const account = form.get('account')
  const kind = form.get('decision')
  return typeof account === 'string' && (kind === 'accept' || kind === 'decline')
    ? {kind, account}
    : {kind: 'cancel'}
}

function problem(fault: EntraError, status = 400, more: Readonly<Record<string, string>> = {}): Response {
  const {error, number, subError} = fault
  return json(status, {
    error,
    error_description: described(fault),
    error_codes: number === null ? [] : [number],
    ...(subError === undefined ? {} : {suberror: subError}),
    ...more,
  })
}

function described({number, description}: EntraError): string {
  return number === null ? description : `AADSTS${number}: ${description}`
}

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store'},
  })
}

// As Entra's own pages: not to be framed, and cut off from the window that opened them.
function html(status: number, body: string): Response {
  return new Response(body, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'X-Frame-Options': 'DENY',
      'Cache-Control': 'no-store',
    },
  })
}

function redirect(url: URL): Response {
  return new Response(null, {status: 302, headers: {Location: url.href}})
}

function unexpired<Kept extends {readonly expires: number}>(
  records: Readonly<Record<string, Kept>>,
  tenant: Tenant,
): Readonly<Record<string, Kept>> {
  return Object.fromEntries(Object.entries(records).filter(([, {expires}]) => expires > tenant.clock.now()))
}

function without<Kept>(
  records: Readonly<Record<string, Kept>>,
  name: string,
): Readonly<Record<string, Kept>> {
  return Object.fromEntries(Object.entries(records).filter(([key]) => key !== name))
}

function first<Kept>(one: Kept, index: number, all: readonly Kept[]): boolean {
  return all.findIndex(other => JSON.stringify(other) === JSON.stringify(one)) === index
}
