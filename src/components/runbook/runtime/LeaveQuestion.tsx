import type {ReactNode} from 'react'
import Button from '../../Button/index.tsx'
import Dialog from './Dialog.tsx'
import {useRuntime} from './useRuntime.ts'
import styles from './dialog.module.css'

/** The question before a change of language; staying is what Escape does. */
export default function LeaveQuestion({
  href,
  onStay,
}: {
  readonly href: string
  readonly onStay: () => void
}): ReactNode {
  const {say} = useRuntime()
  return (
    <Dialog title={say.leave.title} role="alertdialog" onClose={onStay}>
      <p>{say.leave.text}</p>
      <p className={styles['buttons']}>
        <Button kind="primary" onClick={onStay}>
          {say.leave.stay}
        </Button>
        <Button onClick={() => window.location.assign(href)}>{say.leave.leave}</Button>
      </p>
    </Dialog>
  )
}
