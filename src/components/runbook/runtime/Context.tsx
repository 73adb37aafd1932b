import type {ReactNode} from 'react'
import Disclosure from './Disclosure.tsx'
import {ContextForm} from './lazyForms.ts'
import {useRuntime} from './useRuntime.ts'
import styles from './record.module.css'

/** Ticket, change window, server, forest, name: of the run that is open. */
export default function Context(): ReactNode {
  const {run, say} = useRuntime()
  return (
    <Disclosure summary={say.record.context} className={styles['context']}>
      <ContextForm key={run.turn} />
    </Disclosure>
  )
}
