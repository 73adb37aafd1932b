// What can go wrong in a run: one code each, the cause kept, never a message of Graph's.
import type {ProblemCode, ProblemRecord} from '../model/run.ts'
import {own} from './own.ts'
import type {GraphAnswer} from './ports.ts'

/** What a problem carries beside its code. */
interface ProblemDetails {
  readonly status?: number | null
  readonly errorCode?: string | null
  readonly requestId?: string | null
  readonly scopes?: readonly string[]
  /** A claims challenge for the next token. Goes to the token source and nowhere else. */
  readonly claims?: string | null
  readonly cause?: unknown
}

/** A failure during a run, with a code. */
export class RunProblem extends Error {
  override readonly name = 'RunProblem'
  readonly code: ProblemCode
  readonly status: number | null
  readonly errorCode: string | null
  readonly requestId: string | null
  readonly scopes: readonly string[]
  readonly claims: string | null

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code, {cause: details.cause})
    this.code = code
    this.status = details.status ?? null
    this.errorCode = details.errorCode ?? null
    this.requestId = details.requestId ?? null
    this.scopes = details.scopes ?? []
    this.claims = details.claims ?? null
  }

  /** The part that a record keeps: no claims, no cause. */
  toRecord(): ProblemRecord {
    const {code, status, errorCode, requestId, scopes} = this
    return {code, status, errorCode, requestId, scopes: [...scopes]}
  }
}

/** Any thrown value as a problem: an abort is `stopped`, what nobody mapped is `unexpected`. */
export function toProblem(thrown: unknown): RunProblem {
  if (thrown instanceof RunProblem) return thrown
  const aborted = thrown instanceof Error && thrown.name === 'AbortError'
  return new RunProblem(aborted ? 'stopped' : 'unexpected', {cause: thrown})
}

/**
 * What an answer of Graph means for the operator, or null where it is a success. Decides on status and
 * error code, never on the message. `asked` are the call's scopes, `carried` those of the token; `synced`: the object
 * is mastered on-premises.
 */
export function problemOfAnswer(
  answer: Pick<GraphAnswer, 'status' | 'body' | 'requestId'>,
  asked: readonly string[],
  carried: readonly string[],
  {synced}: {readonly synced: boolean} = {synced: false},
): RunProblem | null {
  const {status, requestId} = answer
  if (status >= 200 && status < 300) return null
  const errorCode = errorCodeOf(answer.body)
  const missing = missingScopes(asked, carried)
  const refused = codeOf(status, errorCode, missing.length > 0)
  const code = synced && errorCode === 'Request_BadRequest' ? 'synced-object' : refused
  const scopes = code === 'consent-required' ? missing : []
  return new RunProblem(code, {status, errorCode, requestId, scopes})
}

/** Scopes that were asked for and that the token does not carry; case does not matter. */
export function missingScopes(asked: readonly string[], carried: readonly string[]): readonly string[] {
  const has = new Set(carried.map(scope => scope.toLowerCase()))
  return asked.filter(scope => !has.has(scope.toLowerCase()))
}

const codeOfError: Readonly<Record<string, ProblemCode>> = {
  Authentication_RequestFromNonPremiumTenantOrB2CTenant: 'licence-missing',
  // Privileged Identity Management without P2; it comes with status 400.
  AadPremiumLicenseRequired: 'licence-missing',
  Authentication_MSGraphPermissionMissing: 'consent-required',
  // The audit log names a missing role so.
  Authentication_RequestFromUnsupportedUserRole: 'role-missing',
  // Exchange refuses the mailbox: neither consent nor a directory role helps.
  ErrorAccessDenied: 'exchange-refused',
}

const codeOfStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'request-invalid',
  401: 'sign-in-required',
  404: 'not-found',
  409: 'conflict',
  412: 'changed-since',
  424: 'dependency-failed',
  429: 'throttled',
}

function codeOf(status: number, errorCode: string | null, scopeMissing: boolean): ProblemCode {
  const known = errorCode === null ? undefined : own(codeOfError, errorCode)
  if (known) return known
  if (status === 403) {
    if (scopeMissing) return 'consent-required'
    return errorCode === 'Authorization_RequestDenied' ? 'role-missing' : 'permission-missing'
  }
  return codeOfStatus[status] ?? (status >= 500 ? 'server-failed' : 'unexpected')
}

function errorCodeOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('error' in body)) return null
  const {error} = body
  if (typeof error !== 'object' || error === null || !('code' in error)) return null
  // A code is a name; anything longer or wilder is not kept.
  return typeof error.code === 'string' && /^[\w.-]{1,100}$/.test(error.code) ? error.code : null
}
