// What a press was made for: what the run is about, who is signed in, where, and in which mode.
import type {BoundStep} from '../model/action.ts'
import type {PageModel} from '../model/page.ts'
import {inputsOf} from './inputs.ts'
import {own} from './own.ts'
import type {RunState} from './run.ts'

/** What a confirmation was given for: where any of it is another, nothing is sent. */
export interface Basis {
  readonly mode: RunState['mode']
  /** Object id of who is signed in; null: nobody. */
  readonly account: string | null
  readonly tenant: string | null
  /** An account of another tenant came. */
  readonly isConflict: boolean
  readonly inputs: readonly (string | null)[]
}

/** The basis of a press of a step, as the run stands. */
export function basisOf(step: Pick<BoundStep, 'id'>, model: PageModel, state: RunState): Basis {
  return {
    mode: state.mode,
    account: state.account?.objectId ?? null,
    tenant: state.tenant?.id ?? null,
    isConflict: state.tenantConflict !== null,
    inputs: inputsOf(step, model).map(id => own(state.inputs, id)?.value ?? null),
  }
}

/** Whether a confirmation that was given for one still holds. */
export function isSameBasis(one: Basis, other: Basis): boolean {
  return JSON.stringify(one) === JSON.stringify(other) && one.account !== null && !one.isConflict
}

/** Whether the run is about the same thing: what was read for one user is nothing of another. */
export function isAboutSame(one: Basis, other: Basis): boolean {
  return JSON.stringify(one.inputs) === JSON.stringify(other.inputs)
}
