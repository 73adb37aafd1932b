import type {ReactNode} from 'react'
import Eye from 'lucide-static/icons/eye.svg'
import Unplug from 'lucide-static/icons/unplug.svg'
import type {SlotProps} from '../shell/Slot.tsx'
import Late from './Late.tsx'
import {ChangeResult, KnownLines, StepInputs} from './lazyForms.ts'
import Line from './Line.tsx'
import {cardOf, useRuntime} from './useRuntime.ts'
import styles from './result.module.css'

/** What is known of a step: what Graph read, what the log holds, what was pasted, what a person said. */
export default function Result({step}: SlotProps['Result']): ReactNode {
  const {run, say, page} = useRuntime()
  const card = cardOf(run, step)
  const cloud = step.kind !== 'tick'
  const asks = card.presses.length > 0 || step.change !== undefined
  const nothing =
    step.box === undefined &&
    card.presses.length > 0 &&
    card.presses.every(press => press.done === null) &&
    card.problem === null
  return (
    <div className={styles['result']} aria-busy={card.live !== null && card.id === 'running'}>
      {page.model.inputs.length > 0 && (
        <Late>
          <StepInputs step={step} />
        </Late>
      )}
      {cloud && run.session.mode === 'unsigned' && asks && step.box === undefined && (
        <Line icon={Unplug}>{say.card.unsignedCheck}</Line>
      )}
      {nothing && run.session.mode !== 'unsigned' && (
        <div data-print="off">
          <Line icon={Eye}>
            {run.session.mode === 'practice' ? say.card.notReadPractice : say.card.notRead}
          </Line>
        </div>
      )}
      {step.change && (
        <Late>
          <ChangeResult step={step} change={step.change} />
        </Late>
      )}
      {(run.record !== null || card.live !== null) && (
        <Late failed={null}>
          <KnownLines step={step} />
        </Late>
      )}
    </div>
  )
}
