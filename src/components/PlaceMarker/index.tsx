import clsx from 'clsx'
import type {ReactNode} from 'react'
import type {Place} from '../../model/action.ts'
import type {Fill, Tone} from '../Chip/index.tsx'
import styles from './styles.module.css'

/**
 * A step's sign: a square on-premises, a circle in the cloud, with its number or an icon inside. Never read aloud.
 * `--marker` on a parent sets its width and height, `--marker-text` the size of the number.
 */
export default function PlaceMarker({
  place,
  tone = 'plain',
  fill = 'outline',
  children,
}: {
  readonly place: Place
  /** `plain`: `ink` on-premises, `accent` in the cloud. */
  readonly tone?: Tone
  readonly fill?: Fill
  readonly children: ReactNode
}): ReactNode {
  return (
    <span aria-hidden="true" className={clsx(styles['marker'], styles[place], styles[tone], styles[fill])}>
      {children}
    </span>
  )
}
