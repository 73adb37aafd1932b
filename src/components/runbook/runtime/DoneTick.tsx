import type {ReactNode} from 'react'
import type {SlotProps} from '../shell/Slot.tsx'
import Tick from './Tick.tsx'
import {cardOf, useRuntime} from './useRuntime.ts'

/** *Done*: the operator's own word for a step, apart from whatever was verified. */
export default function DoneTick({step}: SlotProps['Tick']): ReactNode {
  const {run, controller, say} = useRuntime()
  const {record} = cardOf(run, step)
  return (
    <Tick
      checked={record.ticked !== null}
      label={say.card.done}
      number={step.number}
      focusKey={`${step.id}.done`}
      onChange={checked => (checked ? controller.tick(step.id) : controller.untick(step.id))}
    />
  )
}
