import type {ReactNode} from 'react'
import type {Place} from '../../model/action.ts'
import type {SummaryStep} from '../../model/summary.ts'
import PlaceMarker from '../PlaceMarker/index.tsx'
import {homeWords} from '../words/home.ts'
import styles from './styles.module.css'

// What fits above each bank in one row on a wide page.
const room: Readonly<Record<Place, number>> = {'on-premises': 8, cloud: 5}

/** The two banks and the footbridge, with the markers of one runbook: what a square and what a circle stand for. */
export default function TwoBanks({steps}: {readonly steps: readonly SummaryStep[]}): ReactNode {
  const words = homeWords.banks
  return (
    <figure className={styles['figure']}>
      <Markers place="on-premises" steps={steps} />
      <Bridge />
      <Markers place="cloud" steps={steps} />
      <p className={styles['left']}>
        <b>{words.local}</b>
        {words.localText}
      </p>
      <Water />
      <p className={styles['right']}>
        <b>{words.cloud}</b>
        {words.cloudText}
      </p>
    </figure>
  )
}

function Markers({place, steps}: {readonly place: Place; readonly steps: readonly SummaryStep[]}): ReactNode {
  const count = Math.min(steps.filter(step => step.place === place).length, room[place])
  return (
    <span className={styles['markers']}>
      {Array.from({length: count}, (_, index) => (
        <PlaceMarker key={index} place={place}>
          {index + 1}
        </PlaceMarker>
      ))}
    </span>
  )
}

// Its ends stand on the ground line, a little inland.
function Bridge(): ReactNode {
  return (
    <svg aria-hidden="true" className={styles['bridge']} viewBox="0 0 156 62" fill="none">
      <path strokeWidth="3.4" strokeLinecap="round" d="M-9 61C36 22 120 22 165 61" />
      <path strokeWidth="2" d="M-9 40C36 -7 120 -7 165 40" />
      <path
        strokeWidth="1.6"
        d="M-9 61V39M12 46.200V21.700M34 35.700V9.700M56 31.700V5.700M78 31.750V4.750M100 31.700V5.700M122 35.700V9.700M144 46.200V21.700M165 61V39"
      />
    </svg>
  )
}

function Water(): ReactNode {
  return (
    <svg aria-hidden="true" className={styles['water']} viewBox="0 0 156 60" fill="none" strokeWidth="1.6">
      <path d="M8 27q9 -6 18 0t18 0t18 0t18 0t18 0t18 0t18 0t14 0" />
      <path d="M8 47q9 -6 18 0t18 0t18 0t18 0t18 0t18 0t18 0t14 0" />
    </svg>
  )
}
