import {translate} from '@docusaurus/Translate'
import type {ReactNode} from 'react'
import type {RunbookSummary, StepSign, SummaryStep} from '../../model/summary.ts'
import StepMark from '../PlaceStrip/StepMark.tsx'
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
  if (place === 'on-premises')
    return translate({id: 'shell.legend.onPremises', message: 'On-premises: to tick, to prove'})
  switch (sign) {
    case 'tick':
      return translate({id: 'shell.legend.tick', message: 'Cloud, by hand'})
    case 'read':
      return translate({id: 'shell.legend.read', message: 'Read'})
    case 'portal':
      return translate({id: 'shell.legend.portal', message: 'In the portal: Graph cannot do it'})
    case 'change':
      return translate({id: 'shell.legend.change', message: 'Change'})
    case 'irreversible':
      return translate({id: 'shell.legend.irreversible', message: 'Irreversible change'})
  }
}
