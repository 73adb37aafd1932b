import {use, useRef, type ReactNode} from 'react'
import Button from '../../Button/index.tsx'
import {loadLaterWords} from '../words/index.ts'
import {useReturnedFocus} from './useKeptFocus.ts'
import {useRuntime} from './useRuntime.ts'
import styles from './controls.module.css'

/**
 * While Microsoft's window is open: where it may be, and the way on where it was closed, which nobody tells the page.
 * `step` null: the sign-in of the bar, which has no other button that stops it.
 */
export default function AskWindow({
  step,
  focusKey,
}: {
  readonly step: string | null
  /** The control that asked. */
  readonly focusKey: string
}): ReactNode {
  const {controller, locale} = useRuntime()
  const {ask} = use(loadLaterWords(locale))
  const self = useRef<HTMLSpanElement>(null)
  useReturnedFocus(self, focusKey)
  return (
    <span ref={self} className={styles['ask']}>
      <span className={styles['hint']}>{ask.window}</span>
      <Button dense onClick={() => void controller.askAgain(step)}>
        {ask.closed}
      </Button>
      {step === null && (
        <Button dense kind="quiet" onClick={() => controller.stop(null)}>
          {ask.stop}
        </Button>
      )}
    </span>
  )
}
