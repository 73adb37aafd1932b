// What a person said or pasted: never green, always with who and when.
import ClipboardCheck from 'lucide-static/icons/clipboard-check.svg'
import ClipboardClock from 'lucide-static/icons/clipboard-clock.svg'
import CircleQuestionMark from 'lucide-static/icons/circle-question-mark.svg'
import OctagonX from 'lucide-static/icons/octagon-x.svg'
import Signature from 'lucide-static/icons/signature.svg'
import StickyNote from 'lucide-static/icons/sticky-note.svg'
import type {ReactNode} from 'react'
import {isAsFileSays, type CardState, type Stamp} from '../../../engine/index.ts'
import type {BoundStep, FoundFormat, OutputVerifier, TextKey} from '../../../model/action.ts'
import type {OutputVerdict} from '../../../model/run.ts'
import Say from '../shell/Say.tsx'
import {fill} from '../words/fill.ts'
import {describeDeclared, nameOf} from './describe.ts'
import {formatFound, formatMoment, tellTime} from './format.ts'
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
  confirmed: {icon: ClipboardCheck, tone: 'seen'},
  contradicted: {icon: OctagonX, tone: 'bad'},
  'too-old': {icon: ClipboardClock, tone: 'plain'},
  'not-understood': {icon: CircleQuestionMark, tone: 'plain'},
} as const

/** What a pasted output said; beside it, a later one that decided nothing. */
export function OutputLine({step}: OfStep): ReactNode {
  const {run} = useRuntime()
  const {verify} = step
  const {output, undecided} = cardOf(run, step).record
  if (verify === undefined) return null
  return (
    <>
      {output && <JudgedOutput verify={verify} output={output} />}
      {undecided && <JudgedOutput verify={verify} output={undecided} />}
    </>
  )
}

function JudgedOutput({
  verify,
  output,
}: {
  readonly verify: OutputVerifier
  readonly output: NonNullable<CardState['record']['output']>
}): ReactNode {
  const {say, locale, step: stepById} = useRuntime()
  const {icon, tone} = verdicts[output.verdict]
  const format = (name: string): FoundFormat => verify.keep.find(keep => keep.name === name)?.as ?? 'text'
  const back = verify.backTo === undefined ? undefined : stepById(verify.backTo)
  return (
    <Line icon={icon} tone={tone} time={<When stamp={output} />}>
      <p>
        <Say of={sentenceOf(verify, output.verdict)} />
      </p>
      {Object.keys(output.kept).length > 0 && (
        <dl className={styles['kept']} aria-label={say.output.kept}>
          {Object.entries(output.kept).map(([name, value]) => (
            <div key={name}>
              <dt>
                <code lang="en">{name}</code>
              </dt>
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

function sentenceOf({says, proof}: OutputVerifier, verdict: OutputVerdict): TextKey {
  switch (verdict) {
    case 'confirmed':
      return says.confirmed
    case 'contradicted':
      return says.contradicted
    case 'too-old':
      return proof?.tooOld ?? says.notUnderstood
    case 'not-understood':
      return says.notUnderstood
  }
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
        time: tellTime(pilot.seenAt, locale, say.found),
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
