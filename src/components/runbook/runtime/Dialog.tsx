import {useEffect, useEffectEvent, useId, useRef, type ReactNode} from 'react'
import {focusByKey} from './useKeptFocus.ts'
import styles from './dialog.module.css'

/** A native modal dialog: the page behind is inert, Escape closes it, focus goes back to where it was, or to `back`. */
export default function Dialog({
  title,
  role,
  describedBy,
  side = false,
  back,
  onClose,
  children,
}: {
  readonly title: string
  readonly role?: 'alertdialog'
  /** Id of what is read with the title. */
  readonly describedBy?: string
  /** A drawer from the right. */
  readonly side?: boolean
  /** Key of the control that has the focus afterwards; null: the one that had it before. */
  readonly back?: () => string | null
  readonly onClose: () => void
  readonly children: ReactNode
}): ReactNode {
  const ref = useRef<HTMLDialogElement>(null)
  const heading = useId()
  const keyAfter = useEffectEvent(() => back?.() ?? null)
  useEffect(() => {
    const dialog = ref.current
    const before = document.activeElement
    dialog?.showModal()
    // The first of a question is the answer that changes nothing.
    dialog?.querySelector<HTMLElement>('[data-first]')?.focus()
    return () => {
      dialog?.close()
      const key = keyAfter()
      if (key !== null) focusByKey(key)
      else if (!(before instanceof HTMLElement)) return
      else if (before.isConnected) before.focus()
      else focusByKey(before.dataset['focusKey'] ?? '')
    }
  }, [])
  return (
    <dialog
      ref={ref}
      role={role}
      aria-labelledby={heading}
      aria-describedby={describedBy}
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
