import clsx from 'clsx'
import type {ReactNode} from 'react'
import styles from './styles.module.css'

/** The footbridge between the two banks, as it stands between two parts of a runbook. Decoration: the sentence is beside it. */
export default function Crossing({className}: {readonly className?: string}): ReactNode {
  return (
    <svg
      aria-hidden="true"
      className={clsx(styles['crossing'], className)}
      width="132"
      height="46"
      viewBox="0 0 132 46"
      fill="none"
    >
      <g className={styles['deck']} strokeLinecap="round">
        <path strokeWidth="3.2" d="M6 28C34 8 98 8 126 28" />
        <path strokeWidth="1.8" d="M6 18C34 -2 98 -2 126 18" />
        <path
          strokeWidth="1.6"
          d="M6 28V18M23 19V9M40.5 14.6V4.6M57.5 13.1V3.1M74.5 13.1V3.1M91.5 14.6V4.6M109 19V9M126 28V18"
        />
      </g>
      <rect className={styles['local']} x="1" y="33" width="11" height="11" rx="2" />
      <circle className={styles['cloud']} cx="125.5" cy="38.5" r="5.8" />
      <path
        className={styles['water']}
        strokeWidth="1.4"
        strokeLinecap="round"
        d="M26 39q5 -3.4 10 0t10 0t10 0t10 0t10 0t10 0t10 0t10 0"
      />
    </svg>
  )
}
