// Whether what a person typed is the name of what is changed.
import type {Change} from '../model/change.ts'
import type {Proposal} from './live.ts'
import type {RunState} from './run.ts'

/** The name that has to be typed: the user's own, or the tenant's; null where Graph gave none. */
export function nameToType(
  {object}: Pick<Change, 'object'>,
  proposal: Pick<Proposal, 'object'>,
  {tenant}: Pick<RunState, 'tenant'>,
): string | null {
  const name = (object === 'tenant' ? tenant?.name : proposal.object.name)?.trim() ?? ''
  return name === '' ? null : name
}

/** True where nothing has to be typed, or where it is that name; case and blanks at the ends do not count. */
export function isConfirmed(
  change: Pick<Change, 'confirm' | 'object'>,
  proposal: Pick<Proposal, 'object'>,
  typed: string,
  state: Pick<RunState, 'tenant'>,
): boolean {
  const name = nameToType(change, proposal, state)
  if (change.confirm !== 'typed') return true
  return name !== null && typed.trim().toLowerCase() === name.toLowerCase()
}
