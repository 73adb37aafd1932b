import type {ReactNode} from 'react'
import {formatDate} from '../shell/format.ts'
import sheet from '../shell/sheet.module.css'
import {fill} from '../words/fill.ts'
import {shortId} from './describe.ts'
import {useRuntime} from './useRuntime.ts'
import styles from './sheet.module.css'

/** The blanks at the head of the printed sheet, filled in where the run knows them. */
export default function SheetBlanks(): ReactNode {
  const {run, words, say, locale} = useRuntime()
  const {context} = run.state
  const {tenant, mode} = run.session
  const started = run.state.started?.at
  const practice = mode === 'practice'
  const name = tenant?.name ?? ''
  return (
    <>
      <p className={sheet['blanks']}>
        <span>
          {words.sheetTenant}{' '}
          <strong>{practice && name !== '' ? fill(say.bar.fictitious, {tenant: name}) : name}</strong>
        </span>
        <span>
          {words.sheetServer} <strong>{context.server}</strong>
        </span>
        <span>
          {words.sheetTicket} <strong>{context.ticket}</strong>
        </span>
        <span>
          {words.sheetDate}{' '}
          <strong>{started === undefined ? '' : formatDate(started.slice(0, 10), locale)}</strong>
          {run.record !== null && (
            <>
              <br />
              {fill(words.sheetRun, {id: shortId(run.record.id)})}
            </>
          )}
        </span>
      </p>
      {practice && <p className={styles['simulation']}>{say.record.simulation}</p>}
    </>
  )
}
