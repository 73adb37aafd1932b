import LogIn from 'lucide-static/icons/log-in.svg'
import {use, type ReactNode} from 'react'
import Button from '../../Button/index.tsx'
import {loadLaterWords} from '../words/index.ts'
import {useRuntime} from './useRuntime.ts'

/** The way on where the browser blocked the window: this page is left for the sign-in, unless that would lose the record. */
export default function LeaveToAsk({
  step,
  ask: act,
}: {
  readonly step: string | null
  /** What leaves the page, where it is neither the step nor the sign-in of the bar. */
  readonly ask?: () => void
}): ReactNode {
  const {controller, locale, run} = useRuntime()
  const {ask} = use(loadLaterWords(locale))
  if (!run.durable) return <span>{ask.notKept}</span>
  return (
    <Button dense icon={LogIn} onClick={act ?? (() => void controller.leaveToAsk(step))}>
      {ask.here}
    </Button>
  )
}
