// The conditions of a change: those that belong to its request, and what a condition may be.
import type {Finding} from '../bilingual/finding.ts'
import type {ChangeEntry} from './action-file.ts'
import {faultOf} from './expressions.ts'
import {named} from './placeholders.ts'
import type {InputKinds} from './placeholders.ts'
import type {ReviewedWrite} from './reviewed-writes.ts'
import {shapeOf} from './shape.ts'
import {typeOf} from './typing.ts'
import type {Places} from './yaml-places.ts'

/** Conditions that the reviewed request has and the change lacks, and conditions that are no yes or no. */
export function checkConditions(
  step: string,
  change: ChangeEntry,
  {write, inputs}: {readonly write: ReviewedWrite; readonly inputs: InputKinds},
  places: Places,
): readonly Finding[] {
  const {requires = []} = change
  const there = requires.map(({when}) => when)
  const missing = neededBy(change, write)
    .map(each => named(each, textsOf(change), inputs))
    .filter(each => !there.includes(each))
  const shape = shapeOf(write.read)
  return [
    ...missing.map(expected => ({
      ruleId: 'condition-missing',
      args: {expected, step},
      range: requires.length === 0 ? places.key(change, '') : places.key(change, 'requires'),
    })),
    ...requires.flatMap((condition): Finding[] => {
      const {when} = condition
      // What is no expression has a finding of its own.
      if (when === '' || faultOf(when) !== null) return []
      const {is} = typeOf(when, shape).gives
      if (is === 'boolean') return []
      const range = places.value(condition, 'when')
      return [{ruleId: 'condition-invalid', args: {actual: when}, range}]
    }),
  ]
}

/** The texts of a change that name inputs, what shows its effect first. */
export function textsOf({properties, body, requires = []}: ChangeEntry): readonly string[] {
  return [
    ...properties.map(({value}) => value),
    JSON.stringify(body ?? {}),
    ...requires.map(({when}) => when),
  ]
}

function neededBy({properties}: ChangeEntry, write: ReviewedWrite): readonly string[] {
  const wanted = properties[0]?.wanted
  if (!('bodies' in write) || typeof wanted !== 'boolean') return write.requires
  return [...write.requires, ...write.bodies[wanted ? 'true' : 'false'].requires]
}
