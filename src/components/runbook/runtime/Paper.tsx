import type {ReactNode} from 'react'
import {PaperMarks} from '../shell/Paper.tsx'
import type {SlotProps} from '../shell/Slot.tsx'
import {formatTime} from './format.ts'
import {cardOf, useRuntime} from './useRuntime.ts'

// What the chips of these say stands in no line of the result.
const verdicts: readonly string[] = ['read-verified', 'not-as-required']

/** The box of a step on paper: ticked where the page says *Marked done*, with its time. */
export default function Paper({step}: SlotProps['Paper']): ReactNode {
  const {run, locale} = useRuntime()
  const {id, record} = cardOf(run, step)
  const stamp = record.saved ?? record.ticked
  return (
    <PaperMarks
      of={step}
      declaredAt={stamp === null ? undefined : formatTime(stamp.at, locale)}
      verdict={verdicts.includes(id)}
    />
  )
}
