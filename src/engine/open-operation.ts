// What Graph accepted and goes on with, as far as nobody has seen its end.
import type {Change} from '../model/change.ts'
import {isOver, isRefused} from './change.ts'
import type {Errand} from './errand.ts'
import {ownChange} from './run.ts'

/** A request that Graph accepted, and where the end of what it goes on with is read. */
export interface OpenOperation {
  readonly url: string
  readonly clientRequestId: string
}

/** The last request's, as far as nobody has seen its end yet; null: there is nothing to follow. */
export function openOperation(
  {state, step}: Pick<Errand, 'state' | 'step'>,
  change: Change,
): OpenOperation | null {
  const last = ownChange(state(), step.id)
    .sent.filter(sent => !isRefused(sent))
    .at(-1)
  const url = last?.answer?.operation
  if (!change.follow || !last || !url || (last.progress && isOver(last.progress.status))) return null
  return {url, clientRequestId: last.clientRequestId}
}
