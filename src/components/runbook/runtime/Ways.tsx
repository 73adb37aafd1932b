import type {ReactNode} from 'react'
import type {BoundStep} from '../../../model/action.ts'
import Disclosure from './Disclosure.tsx'
import {WaysBody} from './lazyForms.ts'
import {useRuntime} from './useRuntime.ts'
import styles from './controls.module.css'

/** The same reads done without this page; nothing of it is loaded before it is opened. */
export default function Ways({step}: {readonly step: BoundStep}): ReactNode {
  const {say} = useRuntime()
  return (
    <Disclosure summary={say.card.otherWays} className={styles['more']}>
      <WaysBody step={step} />
    </Disclosure>
  )
}
