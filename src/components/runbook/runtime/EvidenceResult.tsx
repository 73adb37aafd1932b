import FileClock from 'lucide-static/icons/file-clock.svg'
import FileSearch from 'lucide-static/icons/file-search.svg'
import SearchX from 'lucide-static/icons/search-x.svg'
import type {ReactNode} from 'react'
import {isAsFileSays} from '../../../engine/index.ts'
import type {BoundStep} from '../../../model/action.ts'
import {fill} from '../words/fill.ts'
import Filled from './Filled.tsx'
import {formatTime, tellTime} from './format.ts'
import Line from './Line.tsx'
import {cardOf, useRuntime} from './useRuntime.ts'
import styles from './result.module.css'

/** What the audit log held. An event does not prove the present state; none does not mean off; an earlier one is no evidence. */
export default function EvidenceResult({step}: {readonly step: BoundStep}): ReactNode {
  const {run, say, locale} = useRuntime()
  const card = cardOf(run, step)
  if (step.evidence === undefined) return null
  const done = card.search?.done ?? null
  if (done === null) {
    return (
      <p className={styles['old']}>
        {run.state.baseline !== null &&
          fill(say.card.searchSince, {time: tellTime(run.state.baseline, locale, say.found)})}
      </p>
    )
  }
  const found = done.events.filter(event => !event.earlier)
  const earlier = done.events.filter(event => event.earlier)
  const mark = isAsFileSays(run.state, done) ? ` · ${say.card.fromFile}` : ''
  const time = formatTime(done.readAt, locale) + mark
  const tell = (at: string) => tellTime(at, locale, say.found)
  return (
    <>
      {found.map(event => (
        <Line key={event.at + event.name} icon={FileSearch} tone="seen" time={time}>
          <Filled
            text={event.by === null ? say.card.eventFoundNobody : say.card.eventFound}
            values={{name: <span lang="en">{event.name}</span>, time: tell(event.at), by: event.by}}
          />
        </Line>
      ))}
      {found.length === 0 && (
        <Line icon={SearchX} time={time}>
          {fill(say.card.nothingSince, {time: tell(done.since)})}
        </Line>
      )}
      {found.length === 0 &&
        earlier.map(event => (
          <Line key={event.at + event.name} icon={FileClock}>
            <Filled
              text={say.card.eventEarlier}
              values={{name: <span lang="en">{event.name}</span>, time: tell(event.at)}}
            />
          </Line>
        ))}
      {done.stopped && <p className={styles['old']}>{say.card.stopped}</p>}
    </>
  )
}
