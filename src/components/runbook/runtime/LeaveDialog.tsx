import {useEffect, useState, type ReactNode} from 'react'
import {leaveEvent, type LeaveDetail} from '../../../model/leave.ts'
import Button from '../../Button/index.tsx'
import Dialog from './Dialog.tsx'
import {useRuntime} from './useRuntime.ts'
import styles from './dialog.module.css'

/** Asks before a change of language while a request is in the air. */
export default function LeaveDialog(): ReactNode {
  const {controller, say} = useRuntime()
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
  if (href === null) return null
  return (
    <Dialog title={say.leave.title} role="alertdialog" onClose={() => setHref(null)}>
      <p>{say.leave.text}</p>
      <p className={styles['buttons']}>
        <Button kind="primary" onClick={() => setHref(null)}>
          {say.leave.stay}
        </Button>
        <Button onClick={() => window.location.assign(href)}>{say.leave.leave}</Button>
      </p>
    </Dialog>
  )
}
