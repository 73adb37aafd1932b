// How many a change affects: said by a read that counts, and by nothing else.
import type {Finding} from '../bilingual/finding.ts'
import type {ActionFile} from './action-file.ts'
import type {Places} from './yaml-places.ts'

/** Changes of a file that say how many they affect by a read that there is not, or that shows no count. */
export function checkAffected({steps}: ActionFile, places: Places): readonly Finding[] {
  const counting = steps.flatMap(({id, presses = []}) =>
    presses.flatMap(press =>
      press.reads
        .filter(({count, found}) => count === true && found?.as === 'number')
        .map(read => [id, press.id, read.id].join(' · ')),
    ),
  )
  return steps.flatMap(({change}): Finding[] => {
    const affects = change?.affects
    // A name that is empty has a finding of its own.
    if (affects === undefined || [affects.step, affects.press, affects.read].includes('')) return []
    const actual = [affects.step, affects.press, affects.read].join(' · ')
    if (counting.includes(actual)) return []
    return [{ruleId: 'affects-unknown', args: {actual, expected: counting}, range: places.of(affects)}]
  })
}
