import type {ReactNode} from 'react'
import {inputsOf} from '../../../engine/inputs.ts'
import type {BoundStep} from '../../../model/action.ts'
import Say from '../shell/Say.tsx'
import GivenInput from './GivenInput.tsx'
import InputField from './InputField.tsx'
import {useRuntime} from './useRuntime.ts'
import styles from './change.module.css'

/** What the run is about: asked for on the card that asks, and shown beside every step that rests on it. */
export default function StepInputs({step}: {readonly step: BoundStep}): ReactNode {
  const {run, page} = useRuntime()
  const {inputs} = page.model
  const asked = step.asks ?? []
  const used = inputsOf(step, page.model).filter(id => !asked.includes(id))
  return (
    <>
      {inputs
        .filter(({id}) => asked.includes(id))
        .map(input => (
          <InputField key={`${input.id}.${run.turn}`} step={step} input={input} />
        ))}
      {used.length > 0 && (
        <dl className={styles['facts']}>
          {inputs
            .filter(({id}) => used.includes(id))
            .map(input => (
              <div key={input.id}>
                <dt>
                  <Say of={input.label} />
                </dt>
                <dd>
                  <GivenInput input={input} />
                </dd>
              </div>
            ))}
        </dl>
      )}
    </>
  )
}
