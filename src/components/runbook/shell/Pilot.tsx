import type {ReactNode} from 'react'
import type {PilotProof} from '../../../model/action.ts'
import {usePage} from './page.ts'
import Say from './Say.tsx'
import Sources from './Sources.tsx'
import styles from './step.module.css'

/** The proof that needs no permission, to read; the interactive parts add the field for its event. */
export default function Pilot({of: pilot}: {readonly of: PilotProof}): ReactNode {
  const {words} = usePage()
  return (
    <details className={styles['pilot']} data-print="off">
      <summary>{words.pilot}</summary>
      <p>
        <Say of={pilot.text} /> <Sources of={pilot.sources} checked={pilot.checked} />
      </p>
    </details>
  )
}
