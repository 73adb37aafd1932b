// How far the plan of the open run is, as the page shows it.
import type {ProblemRecord} from '../model/run.ts'

/** What a plan is doing, or asking a person. Never recorded. */
export type PlanPhase =
  | {readonly id: 'idle'}
  /** Sign-in is being loaded; nothing was sent. */
  | {readonly id: 'preparing'}
  /** Loaded now: the browser opens a window only for a second press. */
  | {readonly id: 'press-again'}
  | {readonly id: 'signing-in'}
  | {readonly id: 'consenting'; readonly scopes: readonly string[]}
  | {readonly id: 'reading'}
  /** Sent again at `until`, milliseconds since the epoch. */
  | {readonly id: 'throttled'; readonly until: number}
  /** The next press asks the person: for a sign-in, or for these scopes together. */
  | {readonly id: 'asks'; readonly kind: 'sign-in' | 'consent'; readonly scopes: readonly string[]}

/** How far the plan of the open run is. */
export interface PlanProgress {
  readonly phase: PlanPhase
  /** Graph's time of the last answer, ISO; null: nothing was read in this page load. */
  readonly checkedAt: string | null
  /** How many requests the plan took so far. */
  readonly requests: number
  /** Why it could not go on, where that is not about one card. */
  readonly problem: ProblemRecord | null
}

/** A plan that nobody asked for yet. */
export const noPlan: PlanProgress = {phase: {id: 'idle'}, checkedAt: null, requests: 0, problem: null}

/** False where nothing goes on: the next press does. */
export function isPlanning({phase}: PlanProgress): boolean {
  return phase.id !== 'idle' && phase.id !== 'press-again' && phase.id !== 'asks'
}
