// MSAL's and Entra's errors as problems, by error code and never by message: MSAL's messages are links only.
import {RunProblem} from '../engine/problem.ts'
import type {ProblemCode} from '../model/run.ts'

/** What was being done when the error came: `access_denied` means something else in each. */
export type SignInPhase = 'sign-in' | 'token' | 'consent'

const ofError: Readonly<Record<string, ProblemCode>> = {
  // Our side of the window.
  user_cancelled: 'sign-in-cancelled',
  user_canceled: 'sign-in-cancelled',
  timed_out: 'sign-in-timed-out',
  popup_window_error: 'popup-blocked',
  empty_window_error: 'popup-blocked',
  interaction_in_progress: 'interaction-in-progress',
  interaction_in_progress_cancelled: 'stopped',
  // A person has to act.
  no_tokens_found: 'sign-in-required',
  no_account_error: 'sign-in-required',
  no_account_found: 'sign-in-required',
  no_account_in_silent_request: 'sign-in-required',
  refresh_token_expired: 'sign-in-required',
  bad_token: 'sign-in-required',
  login_required: 'sign-in-required',
  interaction_required: 'sign-in-required',
  ui_not_allowed: 'sign-in-required',
  interrupted_user: 'sign-in-required',
  invalid_grant: 'sign-in-required',
  consent_required: 'consent-required',
  // The network.
  network_error: 'offline',
  no_network_connectivity: 'offline',
  post_request_failed: 'offline',
  get_request_failed: 'offline',
  // Entra.
  temporarily_unavailable: 'throttled',
  server_error: 'server-failed',
  endpoints_resolution_error: 'server-failed',
  openid_config_error: 'server-failed',
  invalid_request: 'request-invalid',
  invalid_client: 'request-invalid',
  invalid_scope: 'request-invalid',
  invalid_resource: 'request-invalid',
  unauthorized_client: 'request-invalid',
  unsupported_response_type: 'request-invalid',
}

const ofSubError: Readonly<Record<string, ProblemCode>> = {
  consent_required: 'consent-required',
  protection_policy_required: 'conditional-access',
}

// Microsoft asks clients not to branch on these numbers, which may change. They only choose between more exact words
// for an error that is already mapped; without them the answer is a safe one.
const ofNumber: Readonly<Record<string, ProblemCode>> = {
  50011: 'redirect-not-registered',
  50020: 'account-not-in-tenant',
  50105: 'not-assigned',
  50194: 'application-single-tenant',
  53000: 'conditional-access',
  53001: 'conditional-access',
  53003: 'conditional-access',
  65001: 'consent-required',
  65004: 'consent-declined',
  90094: 'admin-consent-required',
  500011: 'resource-missing',
  700016: 'application-unknown',
}

// A second factor that comes with claims is a challenge: the claims say what the next token needs.
const ofFactor: Readonly<Record<string, ProblemCode>> = {
  50076: 'second-factor-required',
  50079: 'second-factor-required',
}

const ofDenial: Readonly<Record<SignInPhase, ProblemCode>> = {
  'sign-in': 'sign-in-cancelled',
  token: 'consent-required',
  consent: 'consent-declined',
}

/**
 * What a thrown value of MSAL means. Scopes are kept where the problem is about them; claims go on to the next token.
 * Entra's number stands as the error code, and the correlation id beside it: support asks for both.
 */
export function signInProblem(
  thrown: unknown,
  {phase, scopes}: {readonly phase: SignInPhase; readonly scopes: readonly string[]},
): RunProblem {
  if (thrown instanceof RunProblem) return thrown
  if (isAbort(thrown)) return new RunProblem('stopped', {cause: thrown})
  const {errorCode, subError, errorNo, claims, correlationId} = fields(thrown)
  const code =
    own(ofNumber, errorNo) ??
    own(ofSubError, subError) ??
    (claims === null ? own(ofFactor, errorNo) : 'claims-required') ??
    (errorCode === 'access_denied' ? ofDenial[phase] : own(ofError, errorCode)) ??
    'unexpected'
  const about =
    code === 'consent-required' || code === 'consent-declined' || code === 'admin-consent-required'
  return new RunProblem(code, {
    errorCode: errorNo === null ? errorCode : `AADSTS${errorNo}`,
    requestId: errorNo === null ? null : correlationId,
    claims,
    scopes: about ? scopes : [],
    cause: thrown,
  })
}

function fields(thrown: unknown) {
  const text = (name: string, shape = /./s) => {
    const value =
      typeof thrown === 'object' && thrown !== null ? (thrown as Record<string, unknown>)[name] : undefined
    // The number comes as text in an address and as a number in the token endpoint's JSON.
    const said = typeof value === 'number' ? String(value) : value
    return typeof said === 'string' && shape.test(said) ? said : null
  }
  return {
    errorCode: text('errorCode'),
    subError: text('subError'),
    errorNo: text('errorNo', /^\d{1,9}$/),
    claims: text('claims'),
    correlationId: text('correlationId', /^[\da-f-]{36}$/i),
  }
}

function own(table: Readonly<Record<string, ProblemCode>>, key: string | null): ProblemCode | undefined {
  return key !== null && Object.hasOwn(table, key) ? table[key] : undefined
}

function isAbort(thrown: unknown): boolean {
  return typeof thrown === 'object' && thrown !== null && (thrown as {name?: unknown}).name === 'AbortError'
}
