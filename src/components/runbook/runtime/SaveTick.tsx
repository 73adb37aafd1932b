import {useState, type ReactNode} from 'react'
import type {BoundStep, PortalVisit} from '../../../model/action.ts'
import Late from './Late.tsx'
import {AskedBoxes} from './lazyForms.ts'
import Tick from './Tick.tsx'
import {cardOf, useRuntime} from './useRuntime.ts'

/** *Saved*: turns the boxes of the visit into *Marked done*. Asks for boxes that are not ticked; never ticks them itself. */
export default function SaveTick({
  step,
  visit,
}: {
  readonly step: BoundStep
  readonly visit: PortalVisit
}): ReactNode {
  const {run, controller, say, step: stepById} = useRuntime()
  const [asked, setAsked] = useState(false)
  const card = cardOf(run, step)
  const missing = card.saveBlockedBy.flatMap(id => stepById(id) ?? [])
  const change = async (checked: boolean) => {
    if (!checked) return controller.withdrawSave(visit.id)
    const saved = await controller.save(visit.id)
    setAsked(!saved)
  }
  return (
    <>
      <Tick
        checked={card.record.saved !== null}
        label={say.card.saved}
        number={step.number}
        focusKey={`${step.id}.saved`}
        onChange={change}
      />
      {asked && missing.length > 0 && (
        <Late>
          <AskedBoxes step={step} missing={missing} />
        </Late>
      )}
    </>
  )
}
