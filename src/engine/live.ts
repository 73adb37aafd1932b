// What is going on at a step right now. Never recorded.
import type {ProblemRecord} from '../model/run.ts'

/** What a step is doing or waiting for. `press` null: the search of the audit log. */
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
      return false
    case 'signing-in':
    case 'consenting':
    case 'running':
    case 'searching':
    case 'throttled':
      return true
  }
}
