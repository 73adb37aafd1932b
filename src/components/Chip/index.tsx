import clsx from 'clsx'
import type {ReactNode} from 'react'
import Icon, {type IconShape} from '../Icon/index.tsx'
import styles from './styles.module.css'

/** What a state is about. `good` is for what Graph has read back in this page load, and nothing else. */
export type Tone = 'plain' | 'accent' | 'good' | 'seen' | 'hand' | 'need' | 'bad'

/** How a state is drawn; `dashed` says declared, ticked or unknown. */
export type Fill = 'outline' | 'soft' | 'filled' | 'dashed'

/** A state in one icon and its words. The look only repeats them. */
export default function Chip({
  icon,
  tone = 'plain',
  fill = 'outline',
  spinning = false,
  id,
  children,
}: {
  readonly icon: IconShape
  readonly tone?: Tone
  readonly fill?: Fill
  /** The icon turns once in 1.4 s; it stands still where motion is unwelcome. */
  readonly spinning?: boolean
  readonly id?: string
  readonly children: ReactNode
}): ReactNode {
  return (
    <span id={id} className={clsx(styles['chip'], styles[tone], styles[fill])}>
      <Icon of={icon} size={15} className={clsx(spinning && styles['spinning'])} />
      <span>{children}</span>
    </span>
  )
}
