import Download from 'lucide-static/icons/download.svg'
import {use, useEffect, useRef, type ReactNode} from 'react'
import {isAsFileSays} from '../../../engine/index.ts'
import Button from '../../Button/index.tsx'
import {plural} from '../words/fill.ts'
import {loadLaterWords} from '../words/index.ts'
import {describeEvent} from './describeEvent.ts'
import {saveFile} from './file.ts'
import {formatTime} from './format.ts'
import HeldScopes from './HeldScopes.tsx'
import Import from './Import.tsx'
import TicketButtons from './TicketButtons.tsx'
import {useRuntime} from './useRuntime.ts'
import styles from './record.module.css'

/** The events and their buttons, for the aside and the drawer alike. */
export default function RecordBody(): ReactNode {
  const view = useRuntime()
  const {run, say, locale, controller} = view
  const later = use(loadLaterWords(locale))
  const events = run.record?.events ?? []
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    // The newest stands at the bottom.
    list.current?.scrollTo({top: list.current.scrollHeight})
  }, [events.length])
  const practice = run.session.mode === 'practice'
  if (run.record === null) {
    return (
      <>
        <p>{practice ? say.record.emptyPractice : say.record.empty}</p>
        <Import />
      </>
    )
  }
  const exportRun = async () => {
    const file = await controller.exportFile()
    if (file !== null)
      saveFile(`passerelle-${practice ? 'simulation-' : ''}${run.record?.id ?? ''}.json`, file.json)
  }
  return (
    <>
      {practice && <p className={styles['simulation']}>{say.record.simulation}</p>}
      {/* The list scrolls: whoever has no pointer needs to reach it. */}
      {/* eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex -- scrollable region, WCAG 2.1.1 */}
      <ol ref={list} className={styles['events']} tabIndex={0} aria-label={say.record.title}>
        {events.map(event => (
          <li key={event.seq}>
            <time dateTime={event.at}>{formatTime(event.at, locale)}</time>
            <span>
              {describeEvent(event, {...view, later})}
              {isAsFileSays(run.state, event) && ` (${later.known.fromFile})`}
            </span>
          </li>
        ))}
      </ol>
      <p className={styles['count']}>{plural(later.file.events, events.length, {locale})}</p>
      <p className={styles['buttons']}>
        <TicketButtons />
        <Button dense icon={Download} onClick={() => void exportRun()}>
          {later.file.export}
        </Button>
        <Import />
      </p>
      <HeldScopes />
      <p className={styles['small']}>{later.file.fingerprint}</p>
      <p className={styles['small']}>{later.file.kept}</p>
    </>
  )
}
