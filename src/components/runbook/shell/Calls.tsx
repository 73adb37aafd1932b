import ShieldCheck from 'lucide-static/icons/shield-check.svg'
import {Fragment, type ReactNode} from 'react'
import Icon from '../../Icon/index.tsx'
import {plural} from '../words/fill.ts'
import {usePage} from './page.ts'
import styles from './calls.module.css'

/** Every call that the page's code may send, as a section of the aside; `folded`: only its title, until it is opened. */
export function CallsAside({folded = false}: {readonly folded?: boolean}): ReactNode {
  const {words} = usePage()
  const title = (
    <h2 id="can-do" className={styles['title']}>
      <Icon of={ShieldCheck} size={18} /> {words.canDo}
    </h2>
  )
  return (
    <section className={styles['aside']} aria-labelledby="can-do">
      {folded ? (
        <details className={styles['fold']}>
          <summary>{title}</summary>
          <Calls />
        </details>
      ) : (
        <>
          {title}
          <Calls />
        </>
      )}
    </section>
  )
}

/** The same below the needs, where there is no aside. */
export function CallsDisclosure(): ReactNode {
  const {words} = usePage()
  return (
    <details className={styles['disclosure']}>
      <summary>
        <Icon of={ShieldCheck} /> {words.canDo}
      </summary>
      <Calls />
    </details>
  )
}

function Calls(): ReactNode {
  const {
    page: {model},
    words,
    locale,
  } = usePage()
  const reads = model.calls.filter(call => call.startsWith('GET ')).length
  const changes = plural(words.canDoChanges, model.calls.length - reads, {locale})
  const says =
    reads === model.calls.length
      ? plural(words.canDoNothing, reads, {locale})
      : plural(words.canDoReads, reads, {locale, changes})
  return (
    <>
      <p>
        <strong>{says}</strong> {words.canDoLimits}
      </p>
      <ul className={styles['calls']} lang="en">
        {model.calls.map(call => (
          <li key={call}>
            <Call call={call} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** Breaks after a slash; where one name is wider than the line, between its words. */
function Call({call}: {readonly call: string}): ReactNode {
  const [method = '', path = ''] = call.split(' ', 2)
  return (
    <code>
      <span className={styles['method']}>{method}</span>{' '}
      {path.split(/(?<=\/)/).map((piece, index) => (
        <Fragment key={index}>
          <span className={styles['piece']}>
            {piece.split(/(?<=[a-z])(?=[A-Z])/).map((word, at) => (
              <Fragment key={at}>
                {at > 0 && <wbr />}
                {word}
              </Fragment>
            ))}
          </span>
          <wbr />
        </Fragment>
      ))}
    </code>
  )
}
