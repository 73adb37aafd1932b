import type {Finding} from '../bilingual/finding.ts'
import type {ActionFile, StepEntry} from './action-file.ts'
import {unknownStep} from './structure.ts'
import type {Places} from './yaml-places.ts'

/** Steps that a change comes after and that do not exist or come no earlier; `order` is that of the article. */
export function checkOrder(
  order: readonly StepEntry[],
  file: ActionFile,
  places: Places,
): readonly Finding[] {
  return order.flatMap((step, place) => {
    const {after = []} = step
    return after.flatMap((id, index): Finding[] => {
      const range = places.value(after, index)
      const there = order.findIndex(each => each.id === id)
      if (id === '' || (there >= 0 && there < place)) return []
      return there < 0
        ? [unknownStep(id, file, range)]
        : [{ruleId: 'order-impossible', args: {actual: id, step: step.id}, range}]
    })
  })
}
