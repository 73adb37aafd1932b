import Link from '@docusaurus/Link'
import {useHistory} from '@docusaurus/router'
import useBaseUrl, {useBaseUrlUtils} from '@docusaurus/useBaseUrl'
import FolderOpen from 'lucide-static/icons/folder-open.svg'
import RotateCcw from 'lucide-static/icons/rotate-ccw.svg'
import Trash from 'lucide-static/icons/trash-2.svg'
import {use, useEffect, useRef, useState, type ReactNode} from 'react'
import {flushSync} from 'react-dom'
import type {RecordStore, RunSummary} from '../../engine/ports.ts'
import {replay, type RunState} from '../../engine/run.ts'
import {forgetRun} from '../../hooks/forget.ts'
import {openRun, recall, remember} from '../../hooks/memory.ts'
import {openRuns} from '../../hooks/runs.ts'
import type {LocaleTag} from '../../model/locale.ts'
import type {RunbookSummary} from '../../model/summary.ts'
import Button from '../Button/index.tsx'
import {shortId} from '../runbook/runtime/describe.ts'
import {formatTime} from '../runbook/runtime/format.ts'
import {focusByKey} from '../runbook/runtime/useKeptFocus.ts'
import {fill, plural} from '../runbook/words/fill.ts'
import {loadLaterWords, loadWords, type LaterWords, type Words} from '../runbook/words/index.ts'
import {once} from '../runbook/words/once.ts'
import styles from './styles.module.css'

const openOnce = once((locale: LocaleTag) =>
  Promise.all([openRuns(), loadWords(locale), loadLaterWords(locale)]),
)

/** A run as the list shows it. */
interface Listed extends RunSummary {
  readonly state: RunState
}

async function listRuns(store: RecordStore): Promise<readonly Listed[]> {
  const runs = await store.list()
  return Promise.all(
    runs.map(async run => ({...run, state: replay((await store.load(run.id))?.events ?? [])})),
  )
}

/** The runs of this browser: open, start over, delete. */
export default function RunList({
  runbooks,
  locale,
}: {
  readonly runbooks: readonly RunbookSummary[]
  readonly locale: LocaleTag
}): ReactNode {
  const [store, say, later] = use(openOnce(locale))
  const [runs, setRuns] = useState<readonly Listed[] | null>(null)
  const [said, setSaid] = useState('')
  const status = useRef<HTMLParagraphElement>(null)
  const home = useBaseUrl('/')
  useEffect(() => {
    let gone = false
    const read = () => {
      void listRuns(store).then(list => {
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
    setRuns(await listRuns(store))
    setSaid(later.runs.deleted)
    // The button went away with its run.
    status.current?.focus()
  }
  return (
    <>
      <p ref={status} tabIndex={-1} role="status" className={styles['said']}>
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
                {columns.map(column => (
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

const columns = ['runbook', 'mode', 'progress', 'started', 'last', 'events', 'actions'] as const

function Row({
  run,
  runbook,
  say,
  later,
  locale,
  remove,
}: {
  readonly run: Listed
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
  const {tenant, context, imported} = run.state
  const facts = [
    [later.context.ticket, context.ticket],
    [later.runs.tenant, tenant === null || tenant.name === '' ? (tenant?.id ?? '') : tenant.name],
  ].filter(([, value]) => value !== '')
  const ask = (next: boolean) => {
    flushSync(() => setAsking(next))
    focusByKey(`${run.id}.${next ? 'keep' : 'delete'}`)
  }
  return (
    <tr>
      <th scope="row">
        {runbook?.title ?? run.runbook} <code>{name}</code>
        {recall(openRun(run.runbook)) === run.id && (
          <span className={styles['current']}> {later.runs.current}</span>
        )}
        {imported !== null && <span className={styles['fact']}>{say.bar.imported}</span>}
        {facts.map(([label, value]) => (
          <span key={label} className={styles['fact']}>
            {label} {value}
          </span>
        ))}
      </th>
      <td data-practice={run.mode === 'practice'}>
        <Label of={later.runs.mode} />
        {say.mode[run.mode]}
      </td>
      <td>
        <Label of={later.runs.progress} />
        {describeProgress(run.state, runbook, say, locale)}
      </td>
      <td>
        <Label of={later.runs.started} />
        <time dateTime={run.startedAt}>{formatTime(run.startedAt, locale)}</time>
      </td>
      <td>
        <Label of={later.runs.last} />
        <time dateTime={run.lastAt}>{formatTime(run.lastAt, locale)}</time>
      </td>
      <td>
        <Label of={later.runs.events} />
        {new Intl.NumberFormat(locale).format(run.events)}
      </td>
      <td>
        <span className={styles['actions']}>
          <Button dense icon={FolderOpen} off={runbook === undefined} onClick={() => go(run.id)}>
            {later.runs.open} <span className="sr-only">{name}</span>
          </Button>
          <Button dense icon={RotateCcw} off={runbook === undefined} onClick={() => go(null)}>
            {later.runs.startOver} <span className="sr-only">{name}</span>
          </Button>
          {asking ? (
            <>
              <Button
                dense
                data-focus-key={`${run.id}.keep`}
                onClick={() => ask(false)}
                onKeyDown={event => {
                  if (event.key === 'Escape') ask(false)
                }}
              >
                {later.practice.cancel} <span className="sr-only">{name}</span>
              </Button>
              <Button
                dense
                kind="danger"
                icon={Trash}
                onClick={() => void remove(run)}
                onKeyDown={event => {
                  if (event.key === 'Escape') ask(false)
                }}
              >
                {fill(later.runs.confirmDelete, {id: name})}
              </Button>
            </>
          ) : (
            <Button
              dense
              kind="quiet"
              icon={Trash}
              data-focus-key={`${run.id}.delete`}
              onClick={() => ask(true)}
            >
              {later.runs.delete} <span className="sr-only">{name}</span>
            </Button>
          )}
        </span>
      </td>
    </tr>
  )
}

/** The head of the column, where a narrow window has no columns. */
function Label({of: label}: {readonly of: string}): ReactNode {
  return <span className={styles['label']}>{label} </span>
}

// What Graph verified is not known here: it has to be read again.
function describeProgress(
  {steps}: RunState,
  runbook: RunbookSummary | undefined,
  {header}: Words,
  locale: LocaleTag,
): string {
  const done = Object.values(steps).filter(({ticked, saved}) => ticked !== null || saved !== null).length
  const declared = plural(header.declared, done, {locale})
  return runbook === undefined ? declared : fill(header.partDeclared, {declared, total: runbook.steps.length})
}
