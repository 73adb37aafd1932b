// Answers of the practice Graph that do not depend on a path: refusals in Graph's envelope, and what faults do.
import type {Refusal} from './route.ts'
import type {FaultKind} from './state.ts'
import type {Tenant} from './tenant.ts'

/** One answer before it becomes a `Response` or an item of a batch. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
  /** Headers that are sent and kept from scripts by CORS. */
  readonly hidden?: readonly string[]
}

/** Makes an answer of a refusal. */
export type Fail = (refusal: Refusal) => Answer

/** The refusal of a scope or a role that Graph gives where a path has none of its own. */
export const denied: Refusal = {
  status: 403,
  code: 'Authorization_RequestDenied',
  message: 'Insufficient privileges to complete the operation.',
}

/** What a fault answers; null: it only took its time. Throws what `fetch` throws where there is no network. */
export async function faultAnswer(tenant: Tenant, make: FaultKind, fail: Fail): Promise<Answer | null> {
  switch (make.kind) {
    case 'throttled': {
      const answer = fail({status: 429, code: 'TooManyRequests', message: 'Too many requests.'})
      const headers = make.retryAfter === null ? {} : {'Retry-After': String(make.retryAfter)}
      return {...answer, headers, ...(make.hidden === true ? {hidden: ['Retry-After']} : {})}
    }
    case 'failed':
      return fail({status: make.status, code: 'ServiceUnavailable', message: 'The service is not available.'})
    case 'denied':
      return fail({...denied, code: make.code})
    case 'refused':
      return fail({status: make.status, code: make.code, message: 'The request was refused.'})
    case 'claims': {
      const claims = btoa(JSON.stringify({access_token: {acrs: {essential: true, value: make.acrs}}}))
      return unauthorized(tenant, fail, `, error="insufficient_claims", claims="${claims}"`)
    }
    case 'token-expired':
      return unauthorized(tenant, fail)
    case 'delayed':
      await tenant.clock.wait(make.milliseconds, new AbortController().signal)
      return null
    case 'hanging':
      return new Promise(() => undefined)
    case 'offline':
      throw new TypeError('Failed to fetch')
  }
}

/** The answer to a token that is not valid, or not enough for a challenge. */
export function unauthorized({hosts}: Tenant, fail: Fail, challenge = ''): Answer {
  const answer = fail({
    status: 401,
    code: 'InvalidAuthenticationToken',
    message: 'Access token is missing or not valid.',
  })
  const realm = `Bearer realm="", authorization_uri="${hosts.authority}/common/oauth2/authorize"`
  return {...answer, headers: {'WWW-Authenticate': realm + challenge}}
}

/** Refusals as answers in Graph's envelope, with the ids of the request. */
export function envelope({clock}: Tenant, requestId: string, client: string): Fail {
  return ({status, code, message}) => {
    const date = new Date(clock.now()).toISOString().slice(0, 19)
    const innerError = {date, 'request-id': requestId, 'client-request-id': client}
    return {status, headers: {}, body: {error: {code, message, innerError}}}
  }
}
