import Link from '@docusaurus/Link'
import {useHistory} from '@docusaurus/router'
import useBaseUrl, {useBaseUrlUtils} from '@docusaurus/useBaseUrl'
import FolderOpen from 'lucide-static/icons/folder-open.svg'
import RotateCcw from 'lucide-static/icons/rotate-ccw.svg'
import Trash from 'lucide-static/icons/trash-2.svg'
import {use, useEffect, useState, type ReactNode} from 'react'
import {openStore} from '../../engine/index.ts'
import type {RunSummary} from '../../engine/ports.ts'
import {forgetRun} from '../../hooks/forget.ts'
import {openRun, recall, remember} from '../../hooks/memory.ts'
import type {LocaleTag} from '../../model/locale.ts'
import type {RunbookSummary} from '../../model/summary.ts'
import Button from '../Button/index.tsx'
import {shortId} from '../runbook/runtime/describe.ts'
import {formatTime} from '../runbook/runtime/format.ts'
import {fill} from '../runbook/words/fill.ts'
import {loadLaterWords, loadWords, type LaterWords, type Words} from '../runbook/words/index.ts'
import {once} from '../runbook/words/once.ts'
import styles from './styles.module.css'

const openOnce = once((locale: LocaleTag) =>
  Promise.all([openStore(), loadWords(locale), loadLaterWords(locale)]),
)

/** The runs of this browser: open, start over, delete. */
export default function RunList({
  runbooks,
  locale,
}: {
  readonly runbooks: readonly RunbookSummary[]
  readonly locale: LocaleTag
}): ReactNode {
  const [store, say, later] = use(openOnce(locale))
  const [runs, setRuns] = useState<readonly RunSummary[] | null>(null)
  const [said, setSaid] = useState('')
  const home = useBaseUrl('/')
  useEffect(() => {
    let gone = false
    const read = () => {
      void store.list().then(list => {
        if (!gone) setRuns(list)
      })
    }
    read()
    const stop = store.watch(read)
    return () => {
      gone = true
      stop()
    }
  }, [store])
  const remove = async (run: RunSummary) => {
    await store.delete(run.id)
    await forgetRun(run)
    setRuns(await store.list())
    setSaid(later.runs.deleted)
  }
  return (
    <>
      <p role="status" className={styles['said']}>
        {said}
      </p>
      {runs === null ? (
        <p>{later.runs.loading}</p>
      ) : runs.length === 0 ? (
        <p>
          {later.runs.none} <Link to={home}>{later.runs.catalogue}</Link>
        </p>
      ) : (
        <div className={styles['scroll']}>
          <table className={styles['table']}>
            <thead>
              <tr>
                {(['runbook', 'mode', 'started', 'last', 'events', 'actions'] as const).map(column => (
                  <th key={column} scope="col">
                    {later.runs[column]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {runs.map(run => (
                <Row
                  key={run.id}
                  run={run}
                  runbook={runbooks.find(({runbook}) => runbook === run.runbook)}
                  say={say}
                  later={later}
                  locale={locale}
                  remove={remove}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {!store.durable && <p>{say.bar.storage}</p>}
    </>
  )
}

function Row({
  run,
  runbook,
  say,
  later,
  locale,
  remove,
}: {
  readonly run: RunSummary
  readonly runbook: RunbookSummary | undefined
  readonly say: Words
  readonly later: LaterWords
  readonly locale: LocaleTag
  readonly remove: (run: RunSummary) => Promise<void>
}): ReactNode {
  const history = useHistory()
  const {withBaseUrl} = useBaseUrlUtils()
  const [asking, setAsking] = useState(false)
  const go = (id: string | null) => {
    if (runbook === undefined) return
    remember(openRun(run.runbook), id)
    remember('mode', run.mode)
    history.push(withBaseUrl(runbook.slug))
  }
  const name = shortId(run.id)
  return (
    <tr>
      <th scope="row">
        {runbook?.title ?? run.runbook} <code>{name}</code>
        {recall(openRun(run.runbook)) === run.id && (
          <span className={styles['current']}> {later.runs.current}</span>
        )}
      </th>
      <td data-practice={run.mode === 'practice'}>{say.mode[run.mode]}</td>
      <td>
        <time dateTime={run.startedAt}>{formatTime(run.startedAt, locale)}</time>
      </td>
      <td>
        <time dateTime={run.lastAt}>{formatTime(run.lastAt, locale)}</time>
      </td>
      <td>{new Intl.NumberFormat(locale).format(run.events)}</td>
      <td>
        <span className={styles['actions']}>
          <Button dense icon={FolderOpen} off={runbook === undefined} onClick={() => go(run.id)}>
            {later.runs.open} <span className={styles['srOnly']}>{name}</span>
          </Button>
          <Button dense icon={RotateCcw} off={runbook === undefined} onClick={() => go(null)}>
            {later.runs.startOver} <span className={styles['srOnly']}>{name}</span>
          </Button>
          <Button
            dense
            kind={asking ? 'danger' : 'quiet'}
            icon={Trash}
            onClick={() => {
              if (asking) void remove(run)
              else setAsking(true)
            }}
            onKeyDown={event => {
              if (event.key === 'Escape') setAsking(false)
            }}
          >
            {asking ? fill(later.runs.confirmDelete, {id: name}) : later.runs.delete}{' '}
            {!asking && <span className={styles['srOnly']}>{name}</span>}
          </Button>
        </span>
      </td>
    </tr>
  )
}
