import type {ReactNode} from 'react'
import type {BoundStep, PortalVisit} from '../../../model/action.ts'
import {fill} from '../words/fill.ts'
import {tellTime} from './format.ts'
import Tick from './Tick.tsx'
import {cardOf, useRuntime} from './useRuntime.ts'

/** *Ticked, not saved yet*: the operator's word for a box of the portal. */
export default function BoxTick({
  step,
  visit,
}: {
  readonly step: BoundStep
  readonly visit: PortalVisit | undefined
}): ReactNode {
  const {run, controller, say, locale, step: stepById} = useRuntime()
  const {box, saved} = cardOf(run, step).record
  const saves = stepById(visit?.save ?? '')
  return (
    <Tick
      checked={box !== null}
      label={saved === null ? say.card.boxTicked : say.card.boxSaved}
      number={step.number}
      focusKey={`${step.id}.box`}
      hint={
        box !== null && saved === null && saves
          ? fill(say.card.becomesDone, {time: tellTime(box.at, locale, say.found), number: saves.number})
          : undefined
      }
      onChange={checked => (checked ? controller.tickBox(step.id) : controller.untickBox(step.id))}
    />
  )
}
