// What a person said or pasted: never green, always with who and when.
import clsx from 'clsx'
import ClipboardCheck from 'lucide-static/icons/clipboard-check.svg'
import ClipboardClock from 'lucide-static/icons/clipboard-clock.svg'
import ClipboardMinus from 'lucide-static/icons/clipboard-minus.svg'
import CircleQuestionMark from 'lucide-static/icons/circle-question-mark.svg'
import OctagonX from 'lucide-static/icons/octagon-x.svg'
import Signature from 'lucide-static/icons/signature.svg'
import StickyNote from 'lucide-static/icons/sticky-note.svg'
import {use, type ReactNode} from 'react'
import {
  decidingOutput,
  isAsFileSays,
  saysOfOutput,
  type OutputRecord,
  type Stamp,
} from '../../../engine/index.ts'
import type {BoundStep, OutputVerifier} from '../../../model/action.ts'
import Say from '../shell/Say.tsx'
import {fill} from '../words/fill.ts'
import {loadLaterWords} from '../words/index.ts'
import {declaredParts, describeOutput, describePilot, describeReport} from './describeKnown.ts'
import {formatMoment, tellTime} from './format.ts'
import {formatFound} from './formatFound.ts'
import Line from './Line.tsx'
import {cardOf, useRuntime} from './useRuntime.ts'
import styles from './result.module.css'

interface OfStep {
  readonly step: BoundStep
}

/** *Marked done by …, nothing has verified it*, with the time and its offset; what the chip says is not shown again. */
export function DeclaredLine({step}: OfStep): ReactNode {
  const view = useSaid()
  const card = cardOf(view.run, step)
  const stamp = card.record.saved ?? card.record.ticked
  if (stamp === null) return null
  const {marked, rest} = declaredParts(stamp.attribution, view)
  if (card.id !== 'marked-done') {
    return (
      <Line icon={Signature} tone="hand" time={<When stamp={stamp} />}>
        {`${marked} ${rest}`}
      </Line>
    )
  }
  return (
    <p className={styles['declared']}>
      <span>
        <span className={clsx('sr-only', styles['chipSays'])}>{marked} </span>
        {rest}
      </span>{' '}
      <span className={styles['time']}>
        <When stamp={stamp} />
      </span>
    </p>
  )
}

const verdicts = {
  confirmed: {icon: ClipboardCheck, tone: 'seen'},
  contradicted: {icon: OctagonX, tone: 'bad'},
  inconclusive: {icon: ClipboardMinus, tone: 'need'},
  'too-old': {icon: ClipboardClock, tone: 'plain'},
  'not-understood': {icon: CircleQuestionMark, tone: 'plain'},
} as const

/** What the newest output said; beside it a later one that nobody could read, and what was said before as history. */
export function OutputLine({step}: OfStep): ReactNode {
  const {run} = useRuntime()
  const {verify} = step
  const {record} = cardOf(run, step)
  if (verify === undefined) return null
  const {output, unreadable, earlierOutputs} = record
  const deciding = decidingOutput(record)
  const history = output === deciding ? earlierOutputs : [...earlierOutputs, ...(output ? [output] : [])]
  return (
    <>
      {deciding && <JudgedOutput verify={verify} output={deciding} />}
      {unreadable && <JudgedOutput verify={verify} output={unreadable} />}
      {[...history].reverse().map(said => (
        <EarlierOutput key={said.seq} verify={verify} output={said} />
      ))}
    </>
  )
}

interface OfOutput {
  readonly verify: OutputVerifier
  readonly output: OutputRecord
}

// Without colour and fields: it holds no longer.
function EarlierOutput({verify, output}: OfOutput): ReactNode {
  const view = useSaid()
  return (
    <Line icon={verdicts[output.verdict].icon} time={<When stamp={output} />}>
      {fill(view.later.known.earlier, {says: describeOutput(verify, output, view)})}
    </Line>
  )
}

function JudgedOutput({verify, output}: OfOutput): ReactNode {
  const {say, locale, step: stepById, later} = useSaid()
  const {icon, tone} = verdicts[output.verdict]
  const says = saysOfOutput(verify, output)
  const format = (name: string) => verify.keep.find(keep => keep.name === name)?.as ?? 'text'
  const back = verify.backTo === undefined ? undefined : stepById(verify.backTo)
  return (
    <Line icon={icon} tone={tone} time={<When stamp={output} />}>
      <p>{says === null ? later.known.inconclusive : <Say of={says} />}</p>
      {Object.keys(output.kept).length > 0 && (
        <dl className={styles['kept']} aria-label={later.known.keptFields}>
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
          <a href={`#${back.id}`}>{fill(later.known.backTo, {number: back.number})}</a>
        </p>
      )}
    </Line>
  )
}

/** What a person reported of an output without pasting it. */
export function ReportedLine({step}: OfStep): ReactNode {
  const view = useSaid()
  const {record} = cardOf(view.run, step)
  const {reported} = record
  if (reported === null) return null
  const says = describeReport(step.verify, reported, view)
  const isEarlier = decidingOutput(record) !== null
  return (
    <Line icon={Signature} tone={isEarlier ? 'plain' : 'hand'} time={<When stamp={reported} />}>
      {isEarlier ? fill(view.later.known.earlier, {says}) : says}
    </Line>
  )
}

/** Event 31002 as the operator read it on the server. */
export function PilotLine({step}: OfStep): ReactNode {
  const {run, say, locale, later} = useSaid()
  const {pilot} = cardOf(run, step).record
  if (pilot === null) return null
  return (
    <Line icon={Signature} tone="hand" time={<When stamp={pilot} />}>
      {describePilot(pilot, tellTime(pilot.seenAt, locale, say.found), later)}
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
  const {run, locale, later} = useSaid()
  return (
    <>
      <time dateTime={stamp.at}>{formatMoment(stamp.at, stamp.utcOffset, locale)}</time>
      {isAsFileSays(run.state, stamp) && <> · {later.known.fromFile}</>}
    </>
  )
}

function useSaid() {
  const view = useRuntime()
  return {...view, later: use(loadLaterWords(view.locale))}
}
