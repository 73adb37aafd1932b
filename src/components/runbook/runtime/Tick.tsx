import clsx from 'clsx'
import {useId, type ReactNode} from 'react'
import {useAtOnce} from './useAtOnce.ts'
import check from './check.module.css'
import styles from './controls.module.css'

/** A real checkbox, 22 px in a 32 px label. Off, it stays focusable and its press only says why. */
export default function Tick({
  checked,
  label,
  number,
  focusKey,
  hint,
  onChange,
}: {
  readonly checked: boolean
  readonly label: string
  /** Number of the step, said to those who do not see the card. */
  readonly number?: string
  /** Names the control across a change of language. */
  readonly focusKey: string
  readonly hint?: ReactNode
  readonly onChange: (checked: boolean) => Promise<unknown>
}): ReactNode {
  const id = useId()
  const [shown, choose] = useAtOnce(checked)
  return (
    <span className={styles['tick']}>
      <label htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          className={clsx(check['box'], check['hand'])}
          checked={shown}
          aria-label={number === undefined ? undefined : `${label}, ${number}`}
          data-focus-key={focusKey}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onChange={event => {
            const next = event.target.checked
            choose(next, () => onChange(next))
          }}
        />
        <span>{label}</span>
      </label>
      {hint !== undefined && (
        <span id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </span>
      )}
    </span>
  )
}
