import type {ReactNode} from 'react'
import type {Place} from '../../../model/action.ts'
import styles from './rail.module.css'

/** The line of the rail where it changes tracks, on planks. Decoration: the words are beside it. */
export default function RailCrossing({to}: {readonly to: Place}): ReactNode {
  return (
    <svg
      aria-hidden="true"
      className={styles['planks']}
      width="56"
      height="62"
      viewBox="0 0 56 62"
      fill="none"
      transform={to === 'cloud' ? undefined : 'scale(-1 1)'}
    >
      <path strokeWidth="2" d="M14 0C14 30 42 32 42 62" />
      <path
        strokeWidth="1.6"
        d="M9 10h10M10 18l10-3M13 26l9-6M18 33l8-8M25 39l7-9M30 44l9-7M34 50l10-4M37 57l10-1"
      />
    </svg>
  )
}
