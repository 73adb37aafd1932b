import type {ReactNode} from 'react'
import type {BoundStep, PilotProof} from '../../../model/action.ts'
import Disclosure from './Disclosure.tsx'
import {PilotFields} from './lazyForms.ts'
import {useRuntime} from './useRuntime.ts'
import styles from './controls.module.css'

/** The proof that needs no permission. */
export default function Pilot(props: {readonly step: BoundStep; readonly pilot: PilotProof}): ReactNode {
  const {say} = useRuntime()
  return (
    <Disclosure summary={say.card.pilotTitle} className={styles['more']}>
      <PilotFields {...props} />
    </Disclosure>
  )
}
