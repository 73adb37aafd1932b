import type {ReactNode} from 'react'
import type {OutputVerifier} from '../../../model/action.ts'
import {usePage} from './page.ts'
import Say from './Say.tsx'
import Slot from './Slot.tsx'
import Sources from './Sources.tsx'
import styles from './verifier.module.css'

/** A command for the server, and on paper what to write down and carry back. */
export default function Verifier({of: verify}: {readonly of: OutputVerifier}): ReactNode {
  const {words} = usePage()
  return (
    <div className={styles['verifier']}>
      <p className={styles['why']}>
        <Say of={verify.why} /> <Sources of={[verify.source]} />
      </p>
      <div className={styles['head']}>
        <p>{verify.changes ? words.commandChanges : words.commandReads}</p>
        <span className={styles['copy']} data-print="off">
          <Slot name="Copy" props={{text: verify.command}} />
        </span>
      </div>
      {/* A wide command scrolls: whoever has no pointer needs to reach it. */}
      {/* eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex -- scrollable region, WCAG 2.1.1 */}
      <pre tabIndex={0} lang="en" className={styles['command']}>
        <code>
          <Tokens of={verify.command} />
        </code>
      </pre>
      {verify.report.length > 0 && (
        <p aria-hidden="true" className={styles['carry']}>
          <strong>{words.sheetResult}</strong>{' '}
          {verify.report.map(report => (
            <span key={report.id}>
              <Say of={report.label} /> <span className={styles['box']} />
            </span>
          ))}
        </p>
      )}
    </div>
  )
}

// A line breaks between two words of the command, and inside one only where it is wider than the page.
function Tokens({of: command}: {readonly of: string}): ReactNode {
  return command.split(/(\s+)/).map((token, index) =>
    index % 2 === 1 ? (
      token
    ) : (
      <span key={index} className={styles['token']}>
        {token}
      </span>
    ),
  )
}
