import type {ReactNode} from 'react'
import type {RunbookSummary, StepSign, SummaryStep} from '../../model/summary.ts'
import StepMark from '../PlaceStrip/StepMark.tsx'
import {homeWords} from '../words/home.ts'
import styles from './styles.module.css'

const signs: readonly StepSign[] = ['tick', 'read', 'portal', 'change', 'irreversible']

/** What the signs of the strips mean; only the signs that occur. */
export default function Legend({runbooks}: {readonly runbooks: readonly RunbookSummary[]}): ReactNode {
  const steps = runbooks.flatMap(runbook => runbook.steps)
  const entries = [
    ...steps.filter(step => step.place === 'on-premises').slice(0, 1),
    ...signs.flatMap(sign => steps.filter(step => step.place === 'cloud' && step.sign === sign).slice(0, 1)),
  ]
  return (
    <ul className={styles['legend']}>
      {entries.map(step => (
        <li key={step.place + step.sign}>
          <StepMark step={step} />
          {meaning(step)}
        </li>
      ))}
    </ul>
  )
}

function meaning({place, sign}: SummaryStep): string {
  return homeWords.legend[place === 'on-premises' ? place : sign]
}
