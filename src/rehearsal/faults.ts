// What goes wrong in a rehearsal, and how a step has to end then: written down here, not taken from the engine.
import type {CardId, AnnouncementId, Unchecked} from '../engine/index.ts'
import type {FaultKind} from '../practice/state.ts'

/** How a step ends: its chip, what was said, and how often something was sent that changes something. */
export interface End {
  readonly chip: CardId
  readonly because?: Unchecked
  readonly said: AnnouncementId
  /** Absent: nothing. */
  readonly sent?: number
}

/** Something that goes wrong. */
export interface FaultCase {
  readonly id: string
  /** What the practice tenant does; null: it is the wire that cuts an answer, or somebody who changes something. */
  readonly make: FaultKind | null
  /** How many requests it strikes. */
  readonly times: number
  readonly cut?: true
  /** The person stops waiting once the request is in the air. */
  readonly stop?: true
  /** Somebody else changes the tenant: after the look, or after the question, which then stands for a minute. */
  readonly outside?: 'after-look' | 'after-question'
  /** `as-without`: as if nothing had gone wrong; `as-before`: nothing has happened. */
  readonly end: End | 'as-without' | 'as-before'
  /** The end of what Graph only accepts and goes on with: without its answer nobody knows where the end is read. */
  readonly ofFollowed?: End
  /** What is said on the way, beside what is said at the end. */
  readonly also?: readonly AnnouncementId[]
}

const throttled = (retryAfter: number | null, hidden = false) =>
  ({kind: 'throttled', retryAfter, hidden}) as const
const failed = (status: 503 | 504, after = false) => ({kind: 'failed', status, after}) as const
const claims = {kind: 'claims', acrs: 'c1'} as const
const denied = (code: string) => ({kind: 'denied', code}) as const
const refused = (status: 404 | 412, code: string) => ({kind: 'refused', status, code}) as const
const once = {times: 1} as const
const lasting = {times: 50} as const
const unchecked = (because: Unchecked, said: AnnouncementId = 'failed'): End => ({
  chip: 'could-not-check',
  because,
  said,
})
const readFailed: End = {chip: 'failed', said: 'failed'}
const sentFailed: End = {chip: 'failed', said: 'failed', sent: 1}
const unknown: End = {chip: 'sent-unknown', said: 'change-unknown', sent: 1}
const asWithout = {end: 'as-without'} as const
const scopeMissing = 'Authentication_MSGraphPermissionMissing'

/** What may go wrong with a request that only reads. */
export const faultsOfReads: readonly FaultCase[] = [
  {id: 'none', make: null, ...once, ...asWithout},
  {id: '429', make: throttled(5), ...once, ...asWithout, also: ['throttled', 'resumed']},
  {id: '429 hidden', make: throttled(5, true), ...once, ...asWithout, also: ['throttled', 'resumed']},
  {id: '429 lasting', make: throttled(5), ...lasting, end: readFailed, also: ['throttled']},
  {id: '503', make: failed(503), ...once, ...asWithout, also: ['throttled']},
  {id: '503 lasting', make: failed(503), ...lasting, end: readFailed},
  {id: '504', make: failed(504), ...once, ...asWithout, also: ['throttled']},
  {id: '401 claims', make: claims, ...lasting, ...asWithout, also: ['sign-in-required']},
  {id: '401 token', make: {kind: 'token-expired'}, ...once, ...asWithout},
  {id: '403 scope', make: denied(scopeMissing), ...once, end: unchecked('consent')},
  {id: '403 role', make: denied('Authorization_RequestDenied'), ...once, end: unchecked('role')},
  {id: '404', make: refused(404, 'Request_ResourceNotFound'), ...once, end: unchecked('other')},
  {id: '412', make: refused(412, 'Request_PreconditionFailed'), ...once, end: readFailed},
  {id: 'cut JSON', make: null, ...once, cut: true, end: unchecked('field', 'could-not-check')},
  {id: 'hang', make: {kind: 'hanging'}, ...once, stop: true, end: 'as-before', also: ['stopped']},
  {id: 'offline', make: {kind: 'offline'}, ...once, end: readFailed},
  {id: 'delayed', make: {kind: 'delayed', milliseconds: 9_000}, ...once, ...asWithout},
]

/** A batch that is cut has no answer for any of its calls. */
export const cutBatch: End = readFailed

/** What may go wrong with the one request of a change. It is sent once, whatever comes back. */
export const faultsOfWrites: readonly FaultCase[] = [
  {id: 'none', make: null, ...once, ...asWithout},
  {id: '429', make: throttled(5), ...lasting, end: sentFailed},
  {id: '429 hidden', make: throttled(5, true), ...lasting, end: sentFailed},
  {id: '503 done', make: failed(503, true), ...once, ...asWithout, ofFollowed: unknown},
  {id: '503 not done', make: failed(503), ...once, end: unknown},
  {id: '504 done', make: failed(504, true), ...once, ...asWithout, ofFollowed: unknown},
  {id: '504 not done', make: failed(504), ...once, end: unknown},
  {id: '401 claims', make: claims, ...once, end: {chip: 'sign-in', said: 'sign-in-required', sent: 1}},
  {
    id: '401 token',
    make: {kind: 'token-expired'},
    ...once,
    end: {chip: 'sign-in', said: 'sign-in-required', sent: 1},
  },
  {id: '403 scope', make: denied(scopeMissing), ...once, end: sentFailed},
  {id: '403 role', make: denied('Authorization_RequestDenied'), ...once, end: sentFailed},
  {id: '404', make: refused(404, 'Request_ResourceNotFound'), ...once, end: sentFailed},
  {id: '412', make: refused(412, 'Request_PreconditionFailed'), ...once, end: sentFailed},
  {id: 'hang', make: {kind: 'hanging'}, ...once, stop: true, end: unknown},
  {id: 'hang done', make: {kind: 'hanging', after: true}, ...once, stop: true, end: unknown},
  {id: 'offline', make: {kind: 'offline'}, ...once, end: unknown},
  {id: 'offline done', make: {kind: 'offline', after: true}, ...once, ...asWithout, ofFollowed: unknown},
  {id: 'delayed', make: {kind: 'delayed', milliseconds: 9_000}, ...once, ...asWithout},
  {
    id: 'changed since the look',
    make: null,
    ...once,
    outside: 'after-look',
    end: {chip: 'stale', said: 'change-stale'},
  },
  {
    id: 'changed since the question',
    make: null,
    ...once,
    outside: 'after-question',
    end: {chip: 'stale', said: 'change-stale'},
  },
]
