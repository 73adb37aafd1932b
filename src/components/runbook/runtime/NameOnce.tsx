import {use, useId, useRef, useState, type ReactNode} from 'react'
import type {BoundStep} from '../../../model/action.ts'
import Button from '../../Button/index.tsx'
import {loadLaterWords} from '../words/index.ts'
import {useOperator} from './useOperator.ts'
import {useReturnedFocus} from './useKeptFocus.ts'
import {cardOf, useRuntime} from './useRuntime.ts'
import styles from './controls.module.css'

/** Asked once: the name that stands in the record. The step that was just ticked is ticked again with it. */
export default function NameOnce({step}: {readonly step: BoundStep}): ReactNode {
  const {run, controller, page, locale} = useRuntime()
  const {operator} = use(loadLaterWords(locale))
  const {name} = useOperator()
  const [value, setValue] = useState('')
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  useReturnedFocus(form, `${step.id}.${cardOf(run, step).record.ticked === null ? 'saved' : 'done'}`)
  const keep = async (given: string) => {
    // Nothing is waited for before the second act: both belong to the run that is open at this press.
    const naming = name(given)
    if (given === '') return
    const visit = page.model.visits.find(candidate => candidate.id === step.visit)
    if (cardOf(run, step).record.ticked !== null) await controller.tick(step.id)
    else if (visit) await controller.save(visit.id)
    await naming
  }
  return (
    <form
      ref={form}
      className={styles['fields']}
      onSubmit={event => {
        event.preventDefault()
        void keep(value.trim())
      }}
    >
      <label htmlFor={id}>{operator.field}</label>
      <input
        id={id}
        value={value}
        maxLength={100}
        autoComplete="name"
        onChange={event => setValue(event.target.value)}
      />
      <span className={styles['pair']}>
        <Button dense type="submit">
          {operator.keep}
        </Button>
        <Button dense kind="quiet" onClick={() => void keep('')}>
          {operator.skip}
        </Button>
      </span>
      <p className={styles['hint']}>{operator.why}</p>
    </form>
  )
}
