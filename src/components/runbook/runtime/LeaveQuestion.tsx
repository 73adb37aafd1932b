import {use, type ReactNode} from 'react'
import Button from '../../Button/index.tsx'
import {loadLaterWords} from '../words/index.ts'
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
  const {locale} = useRuntime()
  const {leave} = use(loadLaterWords(locale))
  return (
    <Dialog title={leave.title} role="alertdialog" onClose={onStay}>
      <p>{leave.text}</p>
      <p className={styles['buttons']}>
        <Button kind="primary" data-first="" onClick={onStay}>
          {leave.stay}
        </Button>
        <Button onClick={() => window.location.assign(href)}>{leave.leave}</Button>
      </p>
    </Dialog>
  )
}
