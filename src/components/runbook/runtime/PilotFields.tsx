import {use, useId, useState, type ReactNode} from 'react'
import type {BoundStep, PilotProof} from '../../../model/action.ts'
import Button from '../../Button/index.tsx'
import Say from '../shell/Say.tsx'
import Sources from '../shell/Sources.tsx'
import {fill} from '../words/fill.ts'
import {loadLaterWords} from '../words/index.ts'
import {useRuntime} from './useRuntime.ts'
import styles from './controls.module.css'

/** The entry of the event that a pilot user's reset leaves on the server. */
export default function PilotFields({
  step,
  pilot,
}: {
  readonly step: BoundStep
  readonly pilot: PilotProof
}): ReactNode {
  const {controller, locale} = useRuntime()
  const {pilot: words} = use(loadLaterWords(locale))
  const [seenAt, setSeenAt] = useState('')
  const id = useId()
  const time = Date.parse(seenAt)
  return (
    <>
      <p className={styles['hint']}>
        <Say of={pilot.text} /> <Sources of={pilot.sources} checked={pilot.checked} />
      </p>
      <div className={styles['fields']}>
        <label htmlFor={id}>{fill(words.time, {event: pilot.eventId})}</label>
        <input
          id={id}
          type="datetime-local"
          value={seenAt}
          onChange={event => setSeenAt(event.target.value)}
        />
        <Button
          dense
          off={Number.isNaN(time)}
          onClick={() => void controller.reportPilot(step.id, pilot.eventId, new Date(time).toISOString())}
        >
          {fill(words.keep, {event: pilot.eventId})}
        </Button>
      </div>
    </>
  )
}
