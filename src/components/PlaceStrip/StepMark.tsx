import type {ReactNode} from 'react'
import type {StepSign, SummaryStep} from '../../model/summary.ts'
import styles from './styles.module.css'

/** One sign of 11 px: square on-premises; circle in the cloud, outlined, with a dot, filled, or filled with a stroke. */
export default function StepMark({step}: {readonly step: SummaryStep}): ReactNode {
  return (
    <svg
      aria-hidden="true"
      className={step.place === 'cloud' ? styles['cloud'] : styles['local']}
      width="11"
      height="11"
      viewBox="0 0 11 11"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    >
      {step.place === 'on-premises' ? (
        <rect x="1" y="1" width="9" height="9" rx="1.6" />
      ) : (
        <>
          <circle cx="5.5" cy="5.5" r="4.6" {...(isChange(step.sign) && {fill: 'currentColor'})} />
          {step.sign === 'portal' && <circle cx="5.5" cy="5.5" r="1.6" fill="currentColor" stroke="none" />}
          {step.sign === 'irreversible' && <path className={styles['stroke']} d="M5.5 2.4V6.2M5.5 7.6V8.8" />}
        </>
      )}
    </svg>
  )
}

function isChange(sign: StepSign): boolean {
  return sign === 'change' || sign === 'irreversible'
}
