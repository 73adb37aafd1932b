// What is going on at a step right now. Never recorded.
import type {ChangeValues} from '../model/change.ts'
import type {Basis} from './basis.ts'
import type {ObjectRef, ProblemRecord} from '../model/run.ts'

/** A change as a person is asked to confirm it. */
export interface Proposal {
  readonly undo: boolean
  /** Its id is what `{key}` in the path stands for; its name, where it has one, is typed to confirm. */
  readonly object: ObjectRef & {readonly id: string}
  /** All that was read; right before sending it has to be the same. */
  readonly found: ChangeValues
  /** The properties that are sent, and to what; with an undo also what only that sends. */
  readonly wanted: ChangeValues
  /** When they were read, in milliseconds since the epoch by the page's clock. */
  readonly readAt: number
  /** What the confirmation is given for. */
  readonly basis: Basis
  /** How many requests of the step may have arrived by then: one more, of another tab, and this is no longer what is asked. */
  readonly requests: number
}

/**
 * What a step is doing or waiting for. `press` null: the search of the audit log; `change`: the reads of a change;
 * `send`: its request.
 */
export type LiveStep =
  /** Sign-in is being loaded; nothing was sent. */
  | {readonly phase: 'preparing'; readonly press: string | null}
  /** Loaded now: the browser opens a window only for a second press. */
  | {readonly phase: 'press-again'; readonly press: string | null}
  | {readonly phase: 'signing-in'; readonly press: string | null}
  | {readonly phase: 'consenting'; readonly press: string | null; readonly scopes: readonly string[]}
  | {readonly phase: 'running'; readonly press: string | null}
  /** What is looked for was not seen; it is read again until `until` (milliseconds since the epoch). */
  | {readonly phase: 'searching'; readonly press: string | null; readonly until: number}
  | {
      readonly phase: 'throttled'
      readonly press: string | null
      readonly until: number
      readonly fromHeader: boolean
    }
  /** Read and compared; nothing is sent before the person confirms. */
  | {readonly phase: 'confirming'; readonly press: 'send'; readonly proposal: Proposal}
  /** The one request is in the air. */
  | {readonly phase: 'sending'; readonly press: 'send'}
  /** Sent; read again until its effect is seen, or until `until` (milliseconds since the epoch). */
  | {readonly phase: 'verifying'; readonly press: 'send'; readonly until: number}
  /** The next press of the same button asks the person. */
  | {readonly phase: 'sign-in-required'; readonly press: string | null; readonly problem: ProblemRecord}
  | {readonly phase: 'consent-required'; readonly press: string | null; readonly problem: ProblemRecord}

/** True while a request, a sign-in or a wait of this step can be stopped. */
export function isInTheAir(live: LiveStep): boolean {
  switch (live.phase) {
    case 'preparing':
    case 'press-again':
    case 'sign-in-required':
    case 'consent-required':
    case 'confirming':
      return false
    case 'signing-in':
    case 'consenting':
    case 'running':
    case 'searching':
    case 'throttled':
    case 'sending':
    case 'verifying':
      return true
  }
}

/** True where nothing goes on at the step any more, and nobody is asked anything. */
export function isOver(live: LiveStep | undefined): boolean {
  return live !== undefined && live.phase !== 'confirming' && !stillAsks(live)
}

/** True where the same press goes on once the person pressed it again. */
export function stillAsks(live: LiveStep | undefined): boolean {
  return live !== undefined && ['press-again', 'sign-in-required', 'consent-required'].includes(live.phase)
}
