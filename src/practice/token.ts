// The token endpoint of the practice Entra.
import {json, problem} from './answers.ts'
import {takeFault} from './faults.ts'
import {challengeOf, encode, sign} from './jwt.ts'
import {graphScopes} from './scopes.ts'
import {consented, requestedAcrs} from './sign-in.ts'
import type {Person, TenantState} from './state.ts'
import type {Tenant} from './tenant.ts'

const accessLifetime = 65 * 60
// Entra gives refresh tokens of single-page applications 24 hours.
const refreshLifetime = 24 * 60 * 60_000

/** Answers the token endpoint: a code with its PKCE verifier, or a refresh token, against tokens. */
export async function token(tenant: Tenant, form: URLSearchParams): Promise<Response> {
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
  const tid = tenantOf(person, state)
  const now = Math.floor(tenant.clock.now() / 1000)
  return {
    iss: `${tenant.hosts.authority}/${tid}/v2.0`,
    iat: now,
    nbf: now,
    exp: now + accessLifetime,
    oid: person.id,
    sub: person.id,
    tid,
    name: person.name,
    preferred_username: person.username,
    wids: state.directory.roles.filter(role => role.person === person.id).map(role => role.definition),
    ver: '2.0',
  }
}

/** MSAL's `client_info`: person and tenant, base64url. */
export function clientInfo(id: string, state: TenantState): string {
  const person = state.people.find(one => one.id === id)
  return encode(JSON.stringify({uid: id, utid: tenantOf(person, state)}))
}

function tenantOf(person: Person | undefined, state: TenantState): string {
  return person?.tenantId ?? state.tenantId
}

/** The records that have not expired. */
export function unexpired<Kept extends {readonly expires: number}>(
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
