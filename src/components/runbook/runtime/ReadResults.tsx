import CircleCheck from 'lucide-static/icons/circle-check.svg'
import CircleX from 'lucide-static/icons/circle-x.svg'
import Eye from 'lucide-static/icons/eye.svg'
import EyeOff from 'lucide-static/icons/eye-off.svg'
import History from 'lucide-static/icons/history.svg'
import {use, type ReactNode} from 'react'
import {isAsFileSays, saysOf, type PressState} from '../../../engine/index.ts'
import {withInputs} from '../../../engine/inputs.ts'
import type {BoundStep, GraphRead} from '../../../model/action.ts'
import type {ReadResult} from '../../../model/run.ts'
import Say from '../shell/Say.tsx'
import {loadLaterWords} from '../words/index.ts'
import Filled, {Listed, Names} from './Filled.tsx'
import {formatTime} from './format.ts'
import {formatFound} from './formatFound.ts'
import Line from './Line.tsx'
import {reasonOf, untold, withReason} from './reason.ts'
import {nameRoles} from './roleNames.ts'
import {cardOf, useRuntime} from './useRuntime.ts'
import styles from './result.module.css'

const outcomes = {
  met: {icon: CircleCheck, tone: 'good'},
  'not-met': {icon: CircleX, tone: 'need'},
  unknown: {icon: EyeOff, tone: 'need'},
  read: {icon: Eye, tone: 'plain'},
} as const

/** What one press read, each with its own outcome; after a reload outlined as old until it is read again. */
export default function ReadResults({
  step,
  press,
}: {
  readonly step: BoundStep
  readonly press: PressState
}): ReactNode {
  const {run, locale} = useRuntime()
  const {known} = use(loadLaterWords(locale))
  const compiled = withInputs(step, run.state.inputs).presses.find(candidate => candidate.id === press.id)
  const done = press.done
  if (compiled === undefined || done === null) return null
  const mark = isAsFileSays(run.state, done) ? ` · ${known.fromFile}` : ''
  const time = formatTime(done.readAt, locale) + mark
  return (
    <>
      {!press.fresh && mark === '' && <p className={styles['old']}>{known.notReadAgain}</p>}
      {done.results.map(result => {
        const {icon, tone} = outcomes[result.outcome]
        return (
          <Line
            key={result.read}
            icon={press.fresh ? icon : History}
            tone={press.fresh ? tone : 'plain'}
            time={time}
          >
            <ReadSentence
              step={step}
              read={compiled.reads.find(read => read.id === result.read)}
              result={result}
              readAt={done.readAt}
            />
          </Line>
        )
      })}
      {done.extraScopes.length > 0 && (
        <p className={styles['old']}>
          <Filled
            text={known.extraScopes}
            values={{scopes: <Names of={done.extraScopes} locale={locale} />}}
          />
        </p>
      )}
      <details className={styles['details']}>
        <summary>{known.call}</summary>
        <ul lang="en">
          {compiled.reads.map(read => (
            <li key={read.id}>
              <code>GET {read.path}</code>
            </li>
          ))}
        </ul>
        <p>
          {known.requestId}
          <code>{[...new Set(done.results.map(result => result.requestId ?? '–'))].join(', ')}</code>
        </p>
      </details>
    </>
  )
}

/** What a read found, as its action file says it. */
export function ReadSentence({
  step,
  read,
  result,
  readAt,
}: {
  readonly step: BoundStep
  readonly read: GraphRead | undefined
  readonly result: ReadResult
  readonly readAt: string
}): ReactNode {
  const {run, say, words, locale, page, text} = useRuntime()
  const later = use(loadLaterWords(locale))
  const key = read === undefined ? null : saysOf(read, result)
  const reason = reasonOf(result, cardOf(run, step))
  if (key === null) return withReason(untold(result, later), reason, say)
  const listed = read?.found?.as === 'list'
  const roles = listed ? nameRoles(result, {page, text, names: later.role}) : null
  if (roles !== null) {
    const found = (
      <Listed
        of={roles.map(({name}) => name)}
        locale={locale}
        each={(name, index) => <span lang={roles[index]?.lang}>{name}</span>}
      />
    )
    const sentence = text(key)
    return (
      <span lang={sentence.lang}>
        <Filled text={sentence.text} values={{found}} />
        {sentence.lang !== undefined && <> ({words.fallback})</>}
      </span>
    )
  }
  if (reason !== null) {
    const sentence = text(key)
    return (
      <span lang={sentence.lang}>
        {withReason(sentence.text, reason, say)}
        {sentence.lang !== undefined && <> ({words.fallback})</>}
      </span>
    )
  }
  // An age is that of the moment of the read.
  const format = {locale, words: say.found, now: Date.parse(readAt)}
  return (
    <Say
      of={key}
      values={{
        value: formatFound(result.value, 'text', format),
        found: formatFound(result.found, read?.found?.as ?? 'text', format),
      }}
    />
  )
}
