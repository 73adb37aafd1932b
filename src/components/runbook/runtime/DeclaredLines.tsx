// What a person said or pasted: never green, always with who and when.
import ClipboardCheck from 'lucide-static/icons/clipboard-check.svg'
import CircleQuestionMark from 'lucide-static/icons/circle-question-mark.svg'
import OctagonX from 'lucide-static/icons/octagon-x.svg'
import Signature from 'lucide-static/icons/signature.svg'
import StickyNote from 'lucide-static/icons/sticky-note.svg'
import type {ReactNode} from 'react'
import {isAsFileSays, type Stamp} from '../../../engine/index.ts'
import type {BoundStep, FoundFormat} from '../../../model/action.ts'
import Say from '../shell/Say.tsx'
import {fill} from '../words/fill.ts'
import {describeDeclared, nameOf} from './describe.ts'
import {formatFound, formatMoment, formatTime} from './format.ts'
import Line from './Line.tsx'
import {cardOf, useRuntime} from './useRuntime.ts'
import styles from './result.module.css'

interface OfStep {
  readonly step: BoundStep
}

/** *Marked done by …, nothing has verified it*, with the time and its offset. */
export function DeclaredLine({step}: OfStep): ReactNode {
  const {run, say} = useRuntime()
  const {record} = cardOf(run, step)
  const stamp = record.saved ?? record.ticked
  if (stamp === null) return null
  return (
    <Line icon={Signature} tone="hand" time={<When stamp={stamp} />}>
      {describeDeclared(stamp.attribution, say)}
    </Line>
  )
}

const verdicts = {
  confirmed: {icon: ClipboardCheck, tone: 'seen', says: 'confirmed'},
  contradicted: {icon: OctagonX, tone: 'bad', says: 'contradicted'},
  'not-understood': {icon: CircleQuestionMark, tone: 'plain', says: 'notUnderstood'},
} as const

/** What a pasted output said, and the fields that were kept of it. */
export function OutputLine({step}: OfStep): ReactNode {
  const {run, say, locale, step: stepById} = useRuntime()
  const {output} = cardOf(run, step).record
  if (output === null || step.verify === undefined) return null
  const {icon, tone, says} = verdicts[output.verdict]
  const format = (name: string): FoundFormat =>
    step.verify?.keep.find(keep => keep.name === name)?.as ?? 'text'
  const back = step.verify.backTo === undefined ? undefined : stepById(step.verify.backTo)
  return (
    <Line icon={icon} tone={tone} time={<When stamp={output} />}>
      <p>
        <Say of={step.verify.says[says]} />
      </p>
      {Object.keys(output.kept).length > 0 && (
        <dl className={styles['kept']} aria-label={say.output.kept}>
          {Object.entries(output.kept).map(([name, value]) => (
            <div key={name}>
              <dt lang="en">{name}</dt>
              <dd>{formatFound(value, format(name), {locale, words: say.found})}</dd>
            </div>
          ))}
        </dl>
      )}
      {output.verdict === 'contradicted' && back && (
        <p>
          <a href={`#${back.id}`}>{fill(say.output.backTo, {number: back.number})}</a>
        </p>
      )}
    </Line>
  )
}

/** What a person reported of an output without pasting it. */
export function ReportedLine({step}: OfStep): ReactNode {
  const {run, say, text} = useRuntime()
  const {reported} = cardOf(run, step).record
  if (reported === null) return null
  const label = step.verify?.report.find(report => report.id === reported.report)?.label
  return (
    <Line icon={Signature} tone="hand" time={<When stamp={reported} />}>
      {fill(say.output.reported, {report: label === undefined ? reported.report : text(label).text})}{' '}
      {nameOf(reported.attribution.by, say)}
    </Line>
  )
}

/** Event 31002 as the operator read it on the server. */
export function PilotLine({step}: OfStep): ReactNode {
  const {run, say, locale} = useRuntime()
  const {pilot} = cardOf(run, step).record
  if (pilot === null) return null
  return (
    <Line icon={Signature} tone="hand" time={<When stamp={pilot} />}>
      {fill(say.card.pilotSaid, {
        event: pilot.eventId,
        time: formatTime(pilot.seenAt, locale),
        name: nameOf(pilot.attribution.by, say),
      })}
    </Line>
  )
}

/** The note of a step. */
export function NoteLine({step}: OfStep): ReactNode {
  const {run} = useRuntime()
  const {note} = cardOf(run, step).record
  return note === '' ? null : <Line icon={StickyNote}>{note}</Line>
}

function When({stamp}: {readonly stamp: Stamp}): ReactNode {
  const {run, say, locale} = useRuntime()
  return (
    <>
      <time dateTime={stamp.at}>{formatMoment(stamp.at, stamp.utcOffset, locale)}</time>
      {isAsFileSays(run.state, stamp) && <> · {say.card.fromFile}</>}
    </>
  )
}
