// The state of a step in a word and a sign: chip, marker, rail.
import type {ReactNode} from 'react'
import Chip from '../../Chip/index.tsx'
import Icon from '../../Icon/index.tsx'
import PlaceMarker from '../../PlaceMarker/index.tsx'
import type {SlotProps} from '../shell/Slot.tsx'
import {currentStep} from './current.ts'
import {describeChip} from './describe.ts'
import {looks} from './look.ts'
import {cardOf, useRuntime} from './useRuntime.ts'
import styles from './state.module.css'

/** The chip beside the heading. A step that is only to tick has none: its checkbox says it. */
export function StateChip({step}: SlotProps['Chip']): ReactNode {
  const view = useRuntime()
  const card = cardOf(view.run, step)
  const current = view.run.record !== null && currentStep(view.page.model, view.run) === step.id
  const look = looks[card.id]
  return (
    <>
      {current && <span data-current="" />}
      {card.id !== 'to-tick' && (
        <Chip icon={look.icon} tone={look.tone} fill={look.fill} spinning={card.id === 'running'}>
          {describeChip(card, view)}
        </Chip>
      )}
    </>
  )
}

/** The marker with the article's number, drawn like the chip. */
export function StateMarker({step}: SlotProps['Marker']): ReactNode {
  const {run} = useRuntime()
  const {tone, fill} = looks[cardOf(run, step).id]
  return (
    <PlaceMarker place={step.place} tone={tone} fill={fill}>
      {step.ordinal}
    </PlaceMarker>
  )
}

/** The marker with the state's icon in place of the number: where no word stands beside it. */
export function IconMarker({step}: SlotProps['Marker']): ReactNode {
  const {run} = useRuntime()
  const {icon, tone, fill} = looks[cardOf(run, step).id]
  return (
    <PlaceMarker place={step.place} tone={tone} fill={fill}>
      <Icon of={icon} size={13} />
    </PlaceMarker>
  )
}

/** The state below a step's name in the rail. */
export function RailState({step}: SlotProps['RailState']): ReactNode {
  const view = useRuntime()
  const card = cardOf(view.run, step)
  const {icon, tone} = looks[card.id]
  return (
    <span className={styles['rail']} data-tone={tone}>
      <Icon of={icon} size={14} />
      <span>{describeChip(card, view)}</span>
    </span>
  )
}
