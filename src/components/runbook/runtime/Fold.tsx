import {useSyncExternalStore, type ReactNode} from 'react'
import type {SlotProps} from '../shell/Slot.tsx'
import Late from './Late.tsx'
import {FoldRow} from './lazyForms.ts'
import {useRuntime} from './useRuntime.ts'

/** Consecutive steps that the same person marked done, folded into one row when a run is opened. */
export default function Fold({step}: SlotProps['Fold']): ReactNode {
  const {stage} = useRuntime()
  const folds = useSyncExternalStore(stage.folds.subscribe, stage.folds.getSnapshot)
  const fold = folds.find(steps => steps.includes(step.id))
  return (
    fold && (
      <Late failed={null}>
        <FoldRow step={step} fold={fold} />
      </Late>
    )
  )
}
