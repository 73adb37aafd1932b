import type {ReactNode} from 'react'
import styles from './styles.module.css'

/** The logo's drawing: a square, a circle, a footbridge. It takes the tokens `ink` and `accent`; the name stands beside it. */
export default function Mark({size = 30}: {readonly size?: number}): ReactNode {
  return (
    <svg
      aria-hidden="true"
      className={styles['mark']}
      width={size}
      height={size}
      viewBox="0 0 32 32"
      fill="none"
    >
      <g className={styles['deck']} strokeLinecap="round">
        <path strokeWidth="2.8" d="M4.5 19.5C9 11.5 23 11.5 27.5 19.5" />
        <path strokeWidth="1.8" d="M4.5 12.6C9 4.6 23 4.6 27.5 12.6" />
        <path
          strokeWidth="1.6"
          d="M4.5 19.5V12.6M10.6 14.46V7.56M16 13.5V6.6M21.4 14.46V7.56M27.5 19.5V12.6"
        />
      </g>
      <rect className={styles['local']} x="1" y="22.4" width="8" height="8" rx="1.7" />
      <circle className={styles['cloud']} cx="27" cy="26.4" r="4.2" />
    </svg>
  )
}
