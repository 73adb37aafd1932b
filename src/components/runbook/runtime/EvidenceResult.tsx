import FileClock from 'lucide-static/icons/file-clock.svg'
import FileSearch from 'lucide-static/icons/file-search.svg'
import FileX from 'lucide-static/icons/file-x.svg'
import SearchX from 'lucide-static/icons/search-x.svg'
import {use, type ReactNode} from 'react'
import {bears, isAsFileSays, isOpposite, searchOutcome} from '../../../engine/index.ts'
import type {BoundStep} from '../../../model/action.ts'
import {fill} from '../words/fill.ts'
import {loadLaterWords} from '../words/index.ts'
import {eventWords} from './describeKnown.ts'
import Filled from './Filled.tsx'
import {formatTime, tellTime} from './format.ts'
import Line from './Line.tsx'
import {cardOf, useRuntime} from './useRuntime.ts'
import styles from './result.module.css'

/** What the audit log held. An event does not prove the present state; none does not mean off; an earlier one is no evidence. */
export default function EvidenceResult({step}: {readonly step: BoundStep}): ReactNode {
  const {run, say, locale} = useRuntime()
  const later = use(loadLaterWords(locale))
  const card = cardOf(run, step)
  const {evidence} = step
  if (evidence === undefined) return null
  const done = card.search?.done ?? null
  if (done === null) {
    return (
      <p className={styles['old']}>
        {run.state.baseline !== null &&
          fill(later.log.since, {time: tellTime(run.state.baseline, locale, say.found)})}
      </p>
    )
  }
  const events = done.events.filter(event => bears(evidence, event))
  const found = events.filter(event => !event.earlier)
  const earlier = events.filter(event => event.earlier)
  // The newest wins: what it overtook stands beside it, without its tone.
  const last = searchOutcome(evidence, done.events).id === 'opposite-event'
  const mark = isAsFileSays(run.state, done) ? ` · ${later.known.fromFile}` : ''
  const time = formatTime(done.readAt, locale) + mark
  const tell = (at: string) => tellTime(at, locale, say.found)
  return (
    <>
      {found.map(event => {
        const opposite = isOpposite(evidence, event)
        return (
          <Line
            key={event.at + event.name}
            icon={opposite ? FileX : FileSearch}
            tone={opposite !== last ? 'plain' : opposite ? 'need' : 'seen'}
            time={time}
          >
            <Filled
              text={eventWords(event, opposite, later)}
              values={{name: <span lang="en">{event.name}</span>, time: tell(event.at), by: event.by}}
            />
          </Line>
        )
      })}
      {found.length === 0 && (
        <Line icon={SearchX} time={time}>
          {fill(later.log.nothing, {time: tell(done.since)})}
        </Line>
      )}
      {earlier.map(event => (
        <Line key={event.at + event.name} icon={FileClock}>
          <Filled
            text={later.log.earlier}
            values={{name: <span lang="en">{event.name}</span>, time: tell(event.at)}}
          />
        </Line>
      ))}
      {done.stopped && <p className={styles['old']}>{later.log.stopped}</p>}
    </>
  )
}
