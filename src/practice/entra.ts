// The practice Entra: written from Microsoft's documentation, never compared with the real one. It checks what an
// application can get wrong (PKCE, nonce, redirect URI, consent, claims); it authenticates nobody.
import {described, html, json, problem, redirect} from './answers.ts'
import {publicKey} from './jwt.ts'
import {signInHtml} from './sign-in-html.ts'
import {
  type AuthorizeRequest,
  type EntraError,
  type SignInDecision,
  type SignInPage,
  decided,
  readAuthorize,
  refusal,
  signInPage,
  withoutAsking,
} from './sign-in.ts'
import type {Tenant} from './tenant.ts'
import {clientInfo, token, unexpired} from './token.ts'

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
    const answer = decided(signInPage(request, state), decision ?? {kind: 'cancel'})
    return 'error' in answer ? back(request, answer) : issue(tenant, request, answer.id)
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
    const {tenantId, people} = await tenant.read()
    if (request.method === 'OPTIONS' || url.pathname === '/favicon.ico')
      return new Response(null, {status: 204})
    if (
      !['organizations', 'common', tenantId, ...people.map(person => person.tenantId)].includes(authority)
    ) {
      return problem({error: 'invalid_request', number: 90002, description: 'Tenant was not found.'})
    }
    switch (`${request.method} /${rest.join('/')}`) {
      case 'GET /v2.0/.well-known/openid-configuration':
        return json(200, discovery(tenant, authority ?? tenantId))
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

function discovery({hosts}: Tenant, authority: string) {
  const base = `${hosts.authority}/${authority}`
  return {
    // As Entra's: an authority for many tenants leaves the tenant open.
    issuer: `${hosts.authority}/${authority === 'organizations' || authority === 'common' ? '{tenantid}' : authority}/v2.0`,
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

function decisionOf(form: FormData): SignInDecision {
  const account = form.get('account')
  const kind = form.get('decision')
  return typeof account === 'string' && (kind === 'accept' || kind === 'decline')
    ? {kind, account}
    : {kind: 'cancel'}
}

function first<Kept>(one: Kept, index: number, all: readonly Kept[]): boolean {
  return all.findIndex(other => JSON.stringify(other) === JSON.stringify(one)) === index
}
