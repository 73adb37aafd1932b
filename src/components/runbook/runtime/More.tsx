import {useId, useState, type ReactNode} from 'react'
import type {RunState} from '../../../engine/index.ts'
import type {BoundStep} from '../../../model/action.ts'
import Button from '../../Button/index.tsx'
import {useDeclare} from './useDeclare.ts'
import {cardOf, useRuntime} from './useRuntime.ts'
import styles from './controls.module.css'

/** Note, and who did it where that is somebody else; the name, once, where nobody is known. */
export default function More({step}: {readonly step: BoundStep}): ReactNode {
  const {run, controller, say} = useRuntime()
  const {declare, unnamed} = useDeclare()
  const {record} = cardOf(run, step)
  const id = useId()
  const [note, setNote] = useState(record.note)
  const [by, setBy] = useState('')
  const declared = record.ticked ?? record.saved
  const asks =
    unnamed &&
    declared !== null &&
    declared.attribution.source === 'browser' &&
    declared.seq === newest(run.state)
  return (
    <>
      {asks && <NameOnce step={step} />}
      <details className={styles['more']}>
        <summary>{say.card.more}</summary>
        <div className={styles['fields']}>
          <label htmlFor={`${id}-note`}>{say.card.note}</label>
          <input
            id={`${id}-note`}
            value={note}
            maxLength={500}
            onChange={event => setNote(event.target.value)}
          />
          <Button dense onClick={() => void controller.note(step.id, note.trim())}>
            {say.card.saveNote}
          </Button>
          {!step.box && step.visit === undefined && (
            <>
              <label htmlFor={`${id}-by`}>{say.card.doneBy}</label>
              <input
                id={`${id}-by`}
                value={by}
                maxLength={100}
                autoComplete="off"
                onChange={event => setBy(event.target.value)}
              />
              <Button
                dense
                off={by.trim() === ''}
                onClick={() => void declare(() => controller.tick(step.id, {by: by.trim()}))}
              >
                {say.card.doneBySomeoneElse}
              </Button>
            </>
          )}
        </div>
      </details>
    </>
  )
}

/** Sequence number of the newest declaration: the name is asked for in one place only. */
function newest({steps}: RunState): number {
  return Math.max(
    ...Object.values(steps).map(({ticked, saved}) => Math.max(ticked?.seq ?? -1, saved?.seq ?? -1)),
  )
}

/** Asked once: the name that stands in the record. The step that was just ticked is ticked again with it. */
function NameOnce({step}: {readonly step: BoundStep}): ReactNode {
  const {run, controller, page, say} = useRuntime()
  const {name} = useDeclare()
  const [value, setValue] = useState('')
  const id = useId()
  const keep = async (given: string) => {
    await name(given)
    if (given === '') return
    const visit = page.model.visits.find(candidate => candidate.id === step.visit)
    if (cardOf(run, step).record.ticked !== null) await controller.tick(step.id)
    else if (visit) await controller.save(visit.id)
  }
  return (
    <form
      className={styles['fields']}
      onSubmit={event => {
        event.preventDefault()
        void keep(value.trim())
      }}
    >
      <label htmlFor={id}>{say.name.field}</label>
      <input
        id={id}
        value={value}
        maxLength={100}
        autoComplete="name"
        onChange={event => setValue(event.target.value)}
      />
      <span className={styles['pair']}>
        <Button dense type="submit">
          {say.name.keep}
        </Button>
        <Button dense kind="quiet" onClick={() => void keep('')}>
          {say.name.skip}
        </Button>
      </span>
      <p className={styles['hint']}>{say.name.why}</p>
    </form>
  )
}
