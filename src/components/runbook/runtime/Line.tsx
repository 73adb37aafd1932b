import clsx from 'clsx'
import type {ReactNode} from 'react'
import Icon, {type IconShape} from '../../Icon/index.tsx'
import styles from './result.module.css'

/** One line of what is known of a step: icon, words, time. Its ground repeats what the words say. */
export default function Line({
  icon,
  tone = 'plain',
  time,
  children,
}: {
  readonly icon: IconShape
  readonly tone?: 'plain' | 'good' | 'seen' | 'hand' | 'need' | 'bad' | 'accent'
  readonly time?: ReactNode
  readonly children: ReactNode
}): ReactNode {
  return (
    <div className={clsx(styles['line'], styles[tone])}>
      <Icon of={icon} size={16} />
      <div className={styles['words']}>{children}</div>
      {time !== undefined && <span className={styles['time']}>{time}</span>}
    </div>
  )
}
