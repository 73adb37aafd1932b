import type {ReactNode} from 'react'
import type {OutputVerifier} from '../../../model/action.ts'
import Command from './Command.tsx'
import {usePage} from './page.ts'
import {PaperResult} from './Paper.tsx'
import Say from './Say.tsx'
import Slot from './Slot.tsx'
import Sources from './Sources.tsx'
import styles from './verifier.module.css'

/** A command for the server, and on paper what to write down and carry back. */
export default function Verifier({of: verify}: {readonly of: OutputVerifier}): ReactNode {
  const {words} = usePage()
  const command = verify.command.trimEnd()
  return (
    <div className={styles['verifier']}>
      <p className={styles['why']} data-print="off">
        <Say of={verify.why} /> <Sources of={[verify.source]} />
      </p>
      <div className={styles['head']} data-print="off">
        <p>{verify.changes ? words.commandChanges : words.commandReads}</p>
        <span className={styles['copy']}>
          <Slot name="Copy" props={{text: command}} />
        </span>
      </div>
      <p className={styles['carry']}>{verify.changes ? words.commandChanges : words.sheetProve}</p>
      <Command of={command} />
      <PaperResult of={verify} />
    </div>
  )
}
