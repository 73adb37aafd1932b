import FileClock from 'lucide-static/icons/file-clock.svg'
import FileSearch from 'lucide-static/icons/file-search.svg'
import SearchX from 'lucide-static/icons/search-x.svg'
import type {ReactNode} from 'react'
import {isAsFileSays} from '../../../engine/index.ts'
import type {BoundStep} from '../../../model/action.ts'
import {fill} from '../words/fill.ts'
import {formatTime} from './format.ts'
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
          fill(say.card.searchSince, {time: formatTime(run.state.baseline, locale)})}
      </p>
    )
  }
  const found = done.events.filter(event => !event.earlier)
  const earlier = done.events.filter(event => event.earlier)
  const mark = isAsFileSays(run.state, done) ? ` · ${say.card.fromFile}` : ''
  const time = formatTime(done.readAt, locale) + mark
  const since = formatTime(done.since, locale)
  return (
    <>
      {found.map(event => (
        <Line key={event.at + event.name} icon={FileSearch} tone="seen" time={time}>
          {fill(event.by === null ? say.card.eventFoundNobody : say.card.eventFound, {
            name: event.name,
            time: formatTime(event.at, locale),
            by: event.by ?? '',
          })}
        </Line>
      ))}
      {found.length === 0 && (
        <Line icon={SearchX} time={time}>
          {fill(say.card.nothingSince, {time: since})}
        </Line>
      )}
      {found.length === 0 &&
        earlier.map(event => (
          <Line key={event.at + event.name} icon={FileClock}>
            {fill(say.card.eventEarlier, {name: event.name, time: formatTime(event.at, locale)})}
          </Line>
        ))}
      {done.stopped && <p className={styles['old']}>{say.card.stopped}</p>}
    </>
  )
}
