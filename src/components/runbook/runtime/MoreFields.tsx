import {use, useId, type ReactNode} from 'react'
import type {BoundStep} from '../../../model/action.ts'
import Button from '../../Button/index.tsx'
import {loadLaterWords} from '../words/index.ts'
import {cardOf, useRuntime} from './useRuntime.ts'
import {useTyped} from './useTyped.ts'
import styles from './controls.module.css'

/** The note of a step, and who did it where that is somebody else. */
export default function MoreFields({step}: {readonly step: BoundStep}): ReactNode {
  const {run, controller, locale, page} = useRuntime()
  const {note: words} = use(loadLaterWords(locale))
  const {record} = cardOf(run, step)
  const id = useId()
  const field = `${page.model.runbook}.${step.id}`
  const [note, setNote] = useTyped(`${field}.note`, record.note)
  const [by, setBy] = useTyped(`${field}.by`, '')
  return (
    <div className={styles['fields']}>
      <label htmlFor={`${id}-note`}>{words.field}</label>
      <input id={`${id}-note`} value={note} maxLength={500} onChange={event => setNote(event.target.value)} />
      <Button dense onClick={() => void controller.note(step.id, note.trim())}>
        {words.keep}
      </Button>
      {!step.box && step.visit === undefined && (
        <>
          <label htmlFor={`${id}-by`}>{words.doneBy}</label>
          <input
            id={`${id}-by`}
            value={by}
            maxLength={100}
            autoComplete="off"
            onChange={event => setBy(event.target.value)}
          />
          <Button dense off={by.trim() === ''} onClick={() => void controller.tick(step.id, {by: by.trim()})}>
            {words.bySomeoneElse}
          </Button>
        </>
      )}
    </div>
  )
}
