// What an authorize request asks for, whom it may be answered with, and the answer. Pure but for the ids it is given.
import {type AskedScope, asked, graphScopes, unknownScope} from './scopes.ts'
import {roles} from './roles.ts'
import type {Person, TenantState} from './state.ts'
import type {PracticeHosts} from './tenant.ts'

/** An account that may sign in, and what it would be asked to consent to. */
export interface SignInAccount extends Person {
  readonly asks: readonly AskedScope[]
  /** Who may consent: nobody has to, this person, or only an administrator. */
  readonly consent: 'not-needed' | 'own' | 'administrator'
}

/** What the practice sign-in page shows. */
export interface SignInPage {
  readonly tenant: string
  readonly accounts: readonly SignInAccount[]
  /** The organisation asks to confirm again, because of a claims challenge. */
  readonly stepUp: boolean
}

/** What a person chose on the sign-in page. */
export type SignInDecision =
  | {readonly kind: 'accept'; readonly account: string}
  | {readonly kind: 'decline'; readonly account: string}
  | {readonly kind: 'cancel'}

/** An authorize request that was understood. */
export interface AuthorizeRequest {
  readonly clientId: string
  readonly redirectUri: string
  readonly state: string | null
  readonly nonce: string | null
  readonly challenge: string
  readonly scopes: readonly string[]
  readonly prompt: string | null
  readonly hint: string | null
  readonly acrs: readonly string[]
}

/** An error as Entra returns it: the OAuth word, Entra's own number where it has one, and the sub-error. */
export interface EntraError {
  readonly error: string
  readonly number: number | null
  readonly description: string
  readonly subError?: string
}

/** The request of an authorize URL; an `EntraError` that must be shown and never redirected, where it is not ours. */
export function readAuthorize(query: URLSearchParams, hosts: PracticeHosts): AuthorizeRequest | EntraError {
  const value = (name: string) => query.get(name)
  const redirectUri = value('redirect_uri') ?? ''
  if (value('client_id') !== hosts.clientId) {
    return {
      error: 'unauthorized_client',
      number: 700016,
      description: 'Application was not found in the directory.',
    }
  }
  if (!hosts.redirectUris.includes(redirectUri)) {
    return {error: 'invalid_request', number: 50011, description: 'The redirect URI is not registered.'}
  }
  return {
    clientId: hosts.clientId,
    redirectUri,
    state: value('state'),
    nonce: value('nonce'),
    challenge: value('code_challenge_method') === 'S256' ? (value('code_challenge') ?? '') : '',
    scopes: graphScopes(value('scope') ?? ''),
    prompt: value('prompt'),
    hint: value('login_hint') ?? null,
    acrs: requestedAcrs(value('claims')),
  }
}

/** Why the request cannot be answered with a page, or null. These go back to the application. */
export function refusal(request: AuthorizeRequest, query: URLSearchParams): EntraError | null {
  if (query.get('response_type') !== 'code') {
    return {
      error: 'unsupported_response_type',
      number: 700051,
      description: 'Only response_type code is offered.',
    }
  }
  if (request.challenge === '') {
    return {
      error: 'invalid_request',
      number: 9002325,
      description: 'Proof Key for Code Exchange (S256) is required.',
    }
  }
  const unknown = unknownScope(request.scopes)
  if (unknown !== null) {
    return {
      error: 'invalid_client',
      number: 650053,
      description: `The scope ${unknown} does not exist on Microsoft Graph.`,
    }
  }
  if (request.prompt === 'none') {
    return {
      error: 'login_required',
      number: 50058,
      description: 'A silent sign-in was sent but no user is signed in.',
    }
  }
  return null
}

/** The page for a request: the accounts that may answer it, with the consent each still lacks. */
export function signInPage(request: AuthorizeRequest, state: TenantState): SignInPage {
  const hinted = state.people.filter(person => person.username === request.hint)
  return {
    tenant: String(state.directory.organization['displayName']),
    accounts: (hinted.length > 0 ? hinted : state.people).map(person => account(person, request, state)),
    stepUp: request.acrs.length > 0,
  }
}

/** The account that answers without a page, as with single sign-on: known, in session, nothing to ask. Else null. */
export function withoutAsking(request: AuthorizeRequest, state: TenantState): SignInAccount | null {
  const [only, ...others] = signInPage(request, state).accounts
  const quiet =
    request.prompt === null &&
    request.hint !== null &&
    request.acrs.length === 0 &&
    others.length === 0 &&
    only !== undefined
  return quiet && only.consent === 'not-needed' && state.sessions.includes(only.id) ? only : null
}

/** The account that a decision signs in, or why it signs in none. */
export function decided(page: SignInPage, decision: SignInDecision): SignInAccount | EntraError {
  const chosen =
    decision.kind === 'cancel' ? undefined : page.accounts.find(({id}) => id === decision.account)
  if (chosen === undefined) {
    return {
      error: 'access_denied',
      number: null,
      subError: 'cancel',
      description: 'The user cancelled the sign-in.',
    }
  }
  // Real Entra shows "Need admin approval" and its only way back is a refusal; that it gives this number is unchecked.
  if (chosen.consent === 'administrator') {
    return {
      error: 'access_denied',
      number: 90094,
      subError: 'cancel',
      description: 'The grant requires admin permission.',
    }
  }
  if (decision.kind === 'decline') {
    return {
      error: 'access_denied',
      number: 65004,
      subError: 'cancel',
      description: 'User declined to consent to the app.',
    }
  }
  return chosen
}

/** Scopes that a person's token carries: all ever consented for this application, not only those asked for. */
export function consented(person: string, state: TenantState): readonly string[] {
  const held = state.grants
    .filter(grant => grant.person === null || grant.person === person)
    .map(({scope}) => scope)
  return [...new Set(held)]
}

/** Authentication contexts that a `claims` request parameter makes essential. */
export function requestedAcrs(claims: string | null): readonly string[] {
  try {
    const parsed = JSON.parse(claims ?? '{}') as {access_token?: {acrs?: {value?: unknown; values?: unknown}}}
    const acrs = parsed.access_token?.acrs
    const values: readonly unknown[] = Array.isArray(acrs?.values) ? acrs.values : []
    return [acrs?.value, ...values].filter(value => typeof value === 'string')
  } catch {
    return []
  }
}

function account(person: Person, request: AuthorizeRequest, state: TenantState): SignInAccount {
  const has = consented(person.id, state)
  const lacking = request.scopes.filter(scope => !has.includes(scope))
  const asks = asked(request.prompt === 'consent' ? request.scopes : lacking)
  const mayConsent = state.directory.roles.some(
    role => role.person === person.id && consenting.includes(role.definition),
  )
  const beyond =
    asks.some(({scope, needsAdministrator}) => needsAdministrator && !has.includes(scope)) && !mayConsent
  return {...person, asks, consent: asks.length === 0 ? 'not-needed' : beyond ? 'administrator' : 'own'}
}

const consenting: readonly string[] = [
  roles.globalAdministrator.id,
  roles.privilegedRoleAdministrator.id,
  roles.cloudApplicationAdministrator.id,
]
