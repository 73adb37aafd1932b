import BadgeCheck from 'lucide-static/icons/badge-check.svg'
import CircleEqual from 'lucide-static/icons/circle-equal.svg'
import CircleQuestionMark from 'lucide-static/icons/circle-question-mark.svg'
import Eye from 'lucide-static/icons/eye.svg'
import EyeOff from 'lucide-static/icons/eye-off.svg'
import History from 'lucide-static/icons/history.svg'
import LoaderCircle from 'lucide-static/icons/loader-circle.svg'
import RefreshCw from 'lucide-static/icons/refresh-cw.svg'
import TriangleAlert from 'lucide-static/icons/triangle-alert.svg'
import Undo from 'lucide-static/icons/undo-2.svg'
import {use, type ReactNode} from 'react'
import {isAsFileSays, type CardState} from '../../../engine/index.ts'
import type {BoundStep} from '../../../model/action.ts'
import type {Change} from '../../../model/change.ts'
import type {IconShape} from '../../Icon/index.tsx'
import Say from '../shell/Say.tsx'
import {fill, plural} from '../words/fill.ts'
import {loadLaterWords} from '../words/index.ts'
import ChangeDetails from './ChangeDetails.tsx'
import ChangeFacts from './ChangeFacts.tsx'
import ChangeTable from './ChangeTable.tsx'
import {tellMoment} from './describeChange.ts'
import {formatSeconds} from './format.ts'
import Line from './Line.tsx'
import {cardOf, useRuntime} from './useRuntime.ts'
import styles from './result.module.css'

interface OfChange {
  readonly step: BoundStep
  readonly change: Change
}

type Known = NonNullable<CardState['change']>

/** A change on its card: what happened to the tenant, what stands there and since when, what would change, whom it reaches. */
export default function ChangeResult({step, change}: OfChange): ReactNode {
  const {run} = useRuntime()
  const known = cardOf(run, step).change
  if (known === null) return null
  return (
    <>
      <Progress step={step} />
      <Outcome step={step} change={change} known={known} />
      <Differences of={change} known={known} />
      <ChangedSince known={known} />
      <ChangeFacts step={step} change={change} />
      <ChangeDetails change={change} known={known} />
    </>
  )
}

/** While the one request is in the air and its effect is looked for. */
function Progress({step}: {readonly step: BoundStep}): ReactNode {
  const {run, locale} = useRuntime()
  const {change: words} = use(loadLaterWords(locale))
  const {live} = cardOf(run, step)
  if (live?.phase !== 'sending' && live?.phase !== 'verifying') return null
  const says =
    live.phase === 'sending'
      ? words.sending
      : fill(words.sendingUntil, {time: formatSeconds(live.until, locale)})
  return (
    <Line icon={LoaderCircle} tone="accent">
      <p>{says}</p>
      <p>{words.stopHint}</p>
    </Line>
  )
}

const looks = {
  unknown: {icon: EyeOff, tone: 'need'},
  ready: {icon: Eye, tone: 'plain'},
  already: {icon: CircleEqual, tone: 'good'},
  stale: {icon: History, tone: 'need'},
  'sent-unknown': {icon: CircleQuestionMark, tone: 'bad'},
  accepted: {icon: RefreshCw, tone: 'accent'},
  done: {icon: BadgeCheck, tone: 'good'},
  undone: {icon: Undo, tone: 'plain'},
} as const satisfies Readonly<Record<string, {readonly icon: IconShape; readonly tone: string}>>

function Outcome({step, change, known}: OfChange & {readonly known: Known}): ReactNode {
  const {run, say, locale} = useRuntime()
  const {outcome} = known
  const {change: words} = use(loadLaterWords(locale))
  const {live} = cardOf(run, step)
  if (live?.phase === 'sending' || live?.phase === 'verifying') return null
  if (outcome.id === 'unread') {
    if (run.session.mode === 'unsigned') return null
    return <Line icon={Eye}>{run.session.mode === 'practice' ? say.card.notReadPractice : words.unread}</Line>
  }
  const base = outcome.id === 'stale' ? outcome.stale : outcome.reading
  const fresh = base === null || run.session.fresh.has(base.seq)
  const {icon, tone} = looks[outcome.id]
  const moment = base ?? ('sent' in outcome ? outcome.sent : null)
  const ofFile = moment !== null && isAsFileSays(run.state, moment)
  // What is not known stays so after a reload; what was found is old then.
  const lasts = outcome.id === 'sent-unknown' || outcome.id === 'accepted' || outcome.id === 'stale'
  return (
    <>
      {!fresh && !ofFile && <p className={styles['old']}>{say.card.notReadAgain}</p>}
      <Line icon={fresh || lasts ? icon : History} tone={fresh || lasts ? tone : 'plain'}>
        <OutcomeWords change={change} known={known} />
        {ofFile && <p>{say.card.fromFile}</p>}
      </Line>
    </>
  )
}

function OutcomeWords({
  change,
  known: {outcome},
}: {
  readonly change: Change
  readonly known: Known
}): ReactNode {
  const view = useRuntime()
  const {locale, text} = view
  const {change: words} = use(loadLaterWords(locale))
  const {says} = change
  switch (outcome.id) {
    case 'unread':
      return null
    case 'unknown': {
      const missing = change.properties.filter(({id}) => (outcome.reading.values[id] ?? null) === null)
      const names = new Intl.ListFormat(locale).format(missing.map(({label}) => text(label).text))
      return fill(words.missing, {names})
    }
    case 'ready':
      return plural(words.read, outcome.count, {locale, time: tellMoment(outcome.reading.readAt, view)})
    case 'already':
      return (
        <>
          <p>
            <Say of={says.already} />
          </p>
          <p>{fill(words.nothingSent, {time: tellMoment(outcome.reading.readAt, view)})}</p>
        </>
      )
    case 'stale':
      return fill(words.stale, {time: tellMoment(outcome.stale.readAt, view)})
    case 'sent-unknown':
    case 'accepted': {
      const {id, sent, reading} = outcome
      const told = id === 'accepted' ? words.accepted : words.unknown
      return (
        <>
          <p>{fill(told, {time: tellMoment(sent.at, view)})}</p>
          {reading && <p>{fill(words.notSeen, {time: tellMoment(reading.readAt, view)})}</p>}
        </>
      )
    }
    case 'done':
    case 'undone': {
      const key = outcome.id === 'done' ? says.done : says.undone
      return (
        <>
          {key !== undefined && (
            <p>
              <Say of={key} />
            </p>
          )}
          <p>{fill(words.verified, {time: tellMoment(outcome.reading.readAt, view)})}</p>
        </>
      )
    }
  }
}

/** What would change now; below what was sent or confirmed where that is what matters. */
function Differences({
  of: change,
  known: {outcome, record},
}: {
  readonly of: Change
  readonly known: Known
}): ReactNode {
  const {locale} = useRuntime()
  const {change: words} = use(loadLaterWords(locale))
  const reading = record.reading
  const wanted = Object.fromEntries(change.properties.map(property => [property.id, property.wanted]))
  if (outcome.id === 'stale') {
    const {confirmed, values} = outcome.stale
    const columns = [
      {head: words.confirmed, values: confirmed},
      {head: words.found, values},
    ]
    return <ChangeTable of={change} caption={words.whatDiffers} columns={columns} />
  }
  if ('sent' in outcome) {
    const {before, wanted: sent} = outcome.sent
    const touched = {...change, properties: change.properties.filter(({id}) => Object.hasOwn(sent, id))}
    const columns = [
      {head: words.before, values: before},
      {head: words.after, values: sent},
      {head: words.now, values: outcome.reading?.values ?? null},
    ]
    return <ChangeTable of={touched} caption={words.whatChanged} columns={columns} />
  }
  const columns = [
    {head: words.now, values: reading?.values ?? null},
    {head: words.after, values: wanted},
  ]
  const caption = outcome.id === 'already' ? words.noChange : words.whatWillChange
  return <ChangeTable of={change} caption={caption} columns={columns} />
}

function ChangedSince({known: {undo}}: {readonly known: Known}): ReactNode {
  const {locale} = useRuntime()
  const {change: words} = use(loadLaterWords(locale))
  return (
    undo?.changedSince === true && (
      <Line icon={TriangleAlert} tone="need">
        {words.again}
      </Line>
    )
  )
}
