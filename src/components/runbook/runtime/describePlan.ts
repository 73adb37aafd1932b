import type {PlanCount} from '../../../engine/index.ts'
import {fill, plural} from '../words/fill.ts'
import type {LaterWords} from '../words/index.ts'
import type {Speech} from './describe.ts'

/** How many steps are of a kind, and of those that are blocked why: `1 blocked (role)`. */
export function describePlanCount(
  {kind, because, steps}: PlanCount,
  {say, later, locale}: Pick<Speech, 'say' | 'locale'> & {readonly later: LaterWords},
): string {
  const count = plural(later.planCount[kind], steps.length, {locale})
  if (because === null) return count
  const why = because === 'condition' || because === 'step' ? later.plan[because] : say.why[because]
  return why === '' ? count : fill(later.plan.because, {count, why})
}
