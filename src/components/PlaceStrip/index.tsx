import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import {Fragment, type ReactNode} from 'react'
import type {SummaryStep} from '../../model/summary.ts'
import StepMark from './StepMark.tsx'
import {describeStrip} from './describe.ts'
import styles from './styles.module.css'
import {stripWords} from './words.ts'

/** A runbook as a line of squares and circles with an arch at each crossing. One image, read as one sentence. */
export default function PlaceStrip({steps}: {readonly steps: readonly SummaryStep[]}): ReactNode {
  const {
    i18n: {currentLocale},
  } = useDocusaurusContext()
  return (
    <span role="img" aria-label={describeStrip(steps, stripWords(currentLocale))} className={styles['strip']}>
      {steps.map((step, index) => {
        const before = steps[index - 1]
        return (
          // Steps of a summary have no identity but their position.
          <Fragment key={index}>
            {before && before.place !== step.place && <Arch />}
            <StepMark step={step} />
          </Fragment>
        )
      })}
    </span>
  )
}

function Arch(): ReactNode {
  return (
    <svg aria-hidden="true" className={styles['arch']} width="25" height="17" viewBox="0 0 25 17" fill="none">
      <path strokeWidth="1.5" d="M1 9C6 1.5 19 1.5 24 9" />
      <path strokeWidth="1" d="M3.5 6.5H21.5" />
    </svg>
  )
}
