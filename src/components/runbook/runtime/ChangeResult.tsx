import BadgeCheck from 'lucide-static/icons/badge-check.svg'
import CircleEqual from 'lucide-static/icons/circle-equal.svg'
import CircleQuestionMark from 'lucide-static/icons/circle-question-mark.svg'
import Eye from 'lucide-static/icons/eye.svg'
import EyeOff from 'lucide-static/icons/eye-off.svg'
import History from 'lucide-static/icons/history.svg'
import Lock from 'lucide-static/icons/lock.svg'
import LoaderCircle from 'lucide-static/icons/loader-circle.svg'
import OctagonX from 'lucide-static/icons/octagon-x.svg'
import RefreshCw from 'lucide-static/icons/refresh-cw.svg'
import TriangleAlert from 'lucide-static/icons/triangle-alert.svg'
import Undo from 'lucide-static/icons/undo-2.svg'
import UsersRound from 'lucide-static/icons/users-round.svg'
import {use, type ReactNode} from 'react'
import {isUnclear, type SentChange} from '../../../engine/change.ts'
import {isAsFileSays, type CardState} from '../../../engine/index.ts'
import {withInputs} from '../../../engine/inputs.ts'
import {own} from '../../../engine/own.ts'
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
import Filled from './Filled.tsx'
import {formatSeconds} from './format.ts'
import Line from './Line.tsx'
import SecretPanel from './SecretPanel.tsx'
import {cardOf, useRuntime} from './useRuntime.ts'
import styles from './result.module.css'

interface OfChange {
  readonly step: BoundStep
  readonly change: Change
}

type Known = NonNullable<CardState['change']>

/** A change on its card: what happened to the tenant, what stands there and since when, what would change, whom it reaches. */
export default function ChangeResult({step, change: compiled}: OfChange): ReactNode {
  const {run} = useRuntime()
  const known = cardOf(run, step).change
  if (known === null) return null
  const change = withInputs(step, run.state.inputs).change ?? compiled
  const {reading} = known.record
  return (
    <>
      {change.secret !== undefined && <Secret step={step} known={known} />}
      <Progress step={step} />
      <Outcome step={step} change={change} known={known} />
      <DoneByOther step={step} />
      <Differences of={change} known={known} />
      <ChangedSince known={known} />
      <ChangeFacts
        step={step}
        change={change}
        object={reading?.object ?? null}
        values={reading?.values ?? null}
      />
      <ChangeDetails change={change} known={known} />
    </>
  )
}

/** The password that was made up for a request, while it is shown; else that it is gone, or that it counts for nothing. */
function Secret({step, known}: {readonly step: BoundStep; readonly known: Known}): ReactNode {
  const {run, locale} = useRuntime()
  const {secret: words} = use(loadLaterWords(locale))
  const secret = own(run.secrets, step.id)
  const last = known.record.sent.at(-1)
  const {id} = known.outcome
  if (secret !== undefined) {
    const doubt = id === 'sent-unknown' ? 'unclear' : id === 'operation-failed' ? 'failed' : null
    return <SecretPanel step={step} secret={secret} doubt={doubt} />
  }
  if (last === undefined || isAsFileSays(run.state, last)) return null
  const refusal = last.answer?.problem ?? null
  const isRefused = refusal !== null && !isUnclear(refusal)
  return <p className={styles['old']}>{isRefused ? words.dropped : words.gone}</p>
}

/** That it is as wanted is nobody's doing that this run knows of. */
function DoneByOther({step}: {readonly step: BoundStep}): ReactNode {
  const {run, locale} = useRuntime()
  const {change: words} = use(loadLaterWords(locale))
  const card = cardOf(run, step)
  for (const chip of [card, ...card.also])
    if (chip.id === 'done-by-other')
      return (
        <Line icon={UsersRound}>
          {chip.sent === null
            ? words.byOther
            : chip.sent.account === null
              ? words.byOtherFile
              : fill(words.byOtherNamed, {name: chip.sent.account.name})}
        </Line>
      )
  return null
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
  lacking: {icon: Lock, tone: 'need'},
  already: {icon: CircleEqual, tone: 'good'},
  stale: {icon: History, tone: 'need'},
  'sent-unknown': {icon: CircleQuestionMark, tone: 'bad'},
  accepted: {icon: RefreshCw, tone: 'accent'},
  'operation-failed': {icon: OctagonX, tone: 'bad'},
  done: {icon: BadgeCheck, tone: 'good'},
  undone: {icon: Undo, tone: 'plain'},
} as const satisfies Readonly<Record<string, {readonly icon: IconShape; readonly tone: string}>>

function Outcome({step, change, known}: OfChange & {readonly known: Known}): ReactNode {
  const {run, say, locale} = useRuntime()
  const {outcome} = known
  const {change: words, known: said} = use(loadLaterWords(locale))
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
      {!fresh && !ofFile && <p className={styles['old']}>{said.notReadAgain}</p>}
      <Line icon={fresh || lasts ? icon : History} tone={fresh || lasts ? tone : 'plain'}>
        <OutcomeWords change={change} known={known} />
        {ofFile && <p>{said.fromFile}</p>}
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
      // What has to hold before and is not known stands among the conditions.
      return missing.length > 0
        ? fill(words.missing, {names})
        : fill(words.lackingRead, {time: tellMoment(outcome.reading.readAt, view)})
    }
    case 'lacking':
      return (
        <>
          <p>
            <Filled text={words.lacking} values={{says: <Say of={outcome.condition.says} />}} />
          </p>
          <p>{fill(words.lackingRead, {time: tellMoment(outcome.reading.readAt, view)})}</p>
        </>
      )
    case 'ready': {
      const time = tellMoment(outcome.reading.readAt, view)
      return change.properties.length === 0
        ? fill(words.readForObject, {time})
        : plural(words.read, outcome.count, {locale, time})
    }
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
      const told = change.follow
        ? {accepted: words.followed, 'sent-unknown': words.unknownFollowed}
        : {accepted: words.accepted, 'sent-unknown': words.unknown}
      return (
        <>
          <p>{fill(told[id], {time: tellMoment(sent.at, view)})}</p>
          {change.follow && id === 'accepted' && <OperationState sent={sent} />}
          {change.follow === undefined && reading && (
            <p>{fill(words.notSeen, {time: tellMoment(reading.readAt, view)})}</p>
          )}
        </>
      )
    }
    case 'operation-failed':
      return <OperationEnd sent={outcome.sent} of={words.operationFailed} />
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
          {change.follow ? (
            <>
              <OperationEnd sent={outcome.sent} of={words.succeeded} />
              <p>{words.succeededLimits}</p>
            </>
          ) : (
            <p>{fill(words.verified, {time: tellMoment(outcome.reading.readAt, view)})}</p>
          )}
        </>
      )
    }
  }
}

/** How far Graph was with what it accepted, when it was last read. */
function OperationState({sent}: {readonly sent: SentChange}): ReactNode {
  const view = useRuntime()
  const {change: words, operation} = use(loadLaterWords(view.locale))
  const {answer, progress} = sent
  if (answer?.operation === null) return <p>{words.noOperation}</p>
  if (progress === null) return null
  const {status, readAt} = progress
  return <p>{fill(words.progress, {time: tellMoment(readAt, view), status: operation[status]})}</p>
}

/** How it ended, in Graph's own word beside that of the page's language. */
function OperationEnd({sent, of: words}: {readonly sent: SentChange; readonly of: string}): ReactNode {
  const view = useRuntime()
  if (sent.progress === null) return null
  const {status, readAt} = sent.progress
  return (
    <p>
      <Filled
        text={words}
        values={{status: <code lang="en">{status}</code>, time: tellMoment(readAt, view)}}
      />
    </p>
  )
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
    // After an undo: what stood there before this run, what the run set, and what stands there now.
    const last = outcome.id === 'undone' ? undoneBy(record.sent, outcome.sent) : outcome.sent
    const {before, wanted: sent} = last
    const touched = {properties: change.properties.filter(({id}) => Object.hasOwn(sent, id))}
    const columns = [
      {head: words.before, values: before},
      {head: words.after, values: sent},
      {head: words.now, values: outcome.sent.readings.at(-1)?.values ?? null},
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

/** The request that an undo took back; the undo itself where the record does not hold it. */
function undoneBy(sent: readonly SentChange[], undo: SentChange): SentChange {
  return sent.filter(each => !each.undo && each.seq < undo.seq).at(-1) ?? undo
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
