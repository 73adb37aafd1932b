import {use, type ReactNode} from 'react'
import {loadLaterWords} from '../words/index.ts'
import Filled, {Names} from './Filled.tsx'
import {tellMoment} from './describeChange.ts'
import {useRuntime} from './useRuntime.ts'
import styles from './record.module.css'

/** What the account's token carries beyond the need of the whole page, as the newest read of this page load saw it. */
export default function HeldScopes(): ReactNode {
  const view = useRuntime()
  const {run, locale} = view
  const {known} = use(loadLaterWords(locale))
  const read = Object.values(run.state.steps)
    .flatMap(({presses}) => Object.values(presses))
    .filter(({seq}) => run.session.fresh.has(seq))
    .sort((one, other) => other.seq - one.seq)[0]
  if (read === undefined || read.extraScopes.length === 0) return null
  return (
    <p className={styles['small']}>
      <Filled
        text={known.heldScopes}
        values={{
          scopes: <Names of={read.extraScopes} locale={locale} />,
          time: tellMoment(read.readAt, view),
        }}
      />
    </p>
  )
}
