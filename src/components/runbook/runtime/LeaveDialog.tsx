import {useEffect, useState, type ReactNode} from 'react'
import {leaveEvent, type LeaveDetail} from '../../../model/leave.ts'
import Late from './Late.tsx'
import {LeaveQuestion} from './lazyForms.ts'
import {useRuntime} from './useRuntime.ts'

/** Asks before a change of language while a request is in the air. */
export default function LeaveDialog(): ReactNode {
  const {controller} = useRuntime()
  const [href, setHref] = useState<string | null>(null)
  useEffect(() => {
    const ask = (event: Event) => {
      if (!controller.getSnapshot().busy) return
      event.preventDefault()
      setHref((event as CustomEvent<LeaveDetail>).detail.href)
    }
    window.addEventListener(leaveEvent, ask)
    return () => window.removeEventListener(leaveEvent, ask)
  }, [controller])
  return (
    href !== null && (
      <Late>
        <LeaveQuestion href={href} onStay={() => setHref(null)} />
      </Late>
    )
  )
}
