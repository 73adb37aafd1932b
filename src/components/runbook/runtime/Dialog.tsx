import {useEffect, useId, useRef, type ReactNode} from 'react'
import {focusByKey} from './useKeptFocus.ts'
import styles from './dialog.module.css'

/** A native modal dialog: the page behind is inert, Escape closes it, focus goes back to where it was. */
export default function Dialog({
  title,
  role,
  side = false,
  onClose,
  children,
}: {
  readonly title: string
  readonly role?: 'alertdialog'
  /** A drawer from the right. */
  readonly side?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}): ReactNode {
  const ref = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const dialog = ref.current
    const before = document.activeElement
    dialog?.showModal()
    return () => {
      dialog?.close()
      if (!(before instanceof HTMLElement)) return
      if (before.isConnected) before.focus()
      else focusByKey(before.dataset['focusKey'] ?? '')
    }
  }, [])
  return (
    <dialog
      ref={ref}
      role={role}
      aria-labelledby={heading}
      className={side ? styles['drawer'] : styles['dialog']}
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
    >
      <h2 id={heading} className={styles['title']}>
        {title}
      </h2>
      {children}
    </dialog>
  )
}
