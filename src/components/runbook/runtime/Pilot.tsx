import type {ReactNode} from 'react'
import type {BoundStep, PilotProof} from '../../../model/action.ts'
import Disclosure from './Disclosure.tsx'
import {PilotFields} from './lazyForms.ts'
import {useRuntime} from './useRuntime.ts'
import styles from './controls.module.css'

/** The proof that needs no permission. */
export default function Pilot(props: {readonly step: BoundStep; readonly pilot: PilotProof}): ReactNode {
  const {words} = useRuntime()
  return (
    <Disclosure summary={words.pilot} className={styles['more']}>
      <PilotFields {...props} />
    </Disclosure>
  )
}
