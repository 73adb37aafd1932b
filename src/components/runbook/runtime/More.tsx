import {type ReactNode} from 'react'
import type {RunState} from '../../../engine/index.ts'
import type {BoundStep} from '../../../model/action.ts'
import Disclosure from './Disclosure.tsx'
import Late from './Late.tsx'
import {MoreFields, NameOnce} from './lazyForms.ts'
import {useOperator} from './useOperator.ts'
import {cardOf, useRuntime} from './useRuntime.ts'
import styles from './controls.module.css'

/** Note, and who did it where that is somebody else; the name, once, where nobody is known. */
export default function More({step}: {readonly step: BoundStep}): ReactNode {
  const {run, say} = useRuntime()
  const {unnamed} = useOperator()
  const {record} = cardOf(run, step)
  const declared = record.saved ?? record.ticked
  const asks =
    unnamed &&
    declared !== null &&
    declared.attribution.source === 'browser' &&
    declared.seq === newest(run.state)
  return (
    <>
      {asks && (
        <Late>
          <NameOnce step={step} />
        </Late>
      )}
      <Disclosure summary={say.card.more} className={styles['more']}>
        <MoreFields key={run.turn} step={step} />
      </Disclosure>
    </>
  )
}

/** Sequence number of the newest declaration: the name is asked for in one place only. */
function newest({steps}: RunState): number {
  return Math.max(
    ...Object.values(steps).map(({ticked, saved}) => Math.max(ticked?.seq ?? -1, saved?.seq ?? -1)),
  )
}
