import Copy from 'lucide-static/icons/copy.svg'
import {use, type ReactNode} from 'react'
import type {CardState} from '../../../engine/index.ts'
import type {Change} from '../../../model/change.ts'
import {loadLaterWords} from '../words/index.ts'
import CopyButton from './CopyButton.tsx'
import {useRuntime} from './useRuntime.ts'
import styles from './result.module.css'

/** The calls of a change and the ids by which the logs of the tenant find them. */
export default function ChangeDetails({
  change,
  known: {record},
}: {
  readonly change: Change
  readonly known: NonNullable<CardState['change']>
}): ReactNode {
  const {locale} = useRuntime()
  const {change: words, known: shown} = use(loadLaterWords(locale))
  const ids = [
    record.reading?.requestId,
    ...record.sent.flatMap(({answer, progress, clientRequestId}) => [
      answer?.requestId,
      progress?.requestId,
      clientRequestId,
    ]),
  ].filter(id => typeof id === 'string')
  return (
    <details className={styles['details']}>
      <summary>{shown.call}</summary>
      <ul lang="en">
        <li>
          <code>GET {change.read.path}</code>
        </li>
        <li>
          <code>
            {change.method} {change.path}
          </code>
        </li>
        {change.follow && (
          <li>
            <code>GET {change.follow.path}</code>
          </li>
        )}
      </ul>
      {record.reading && (
        <p>
          {shown.requestId}
          <code>{record.reading.requestId ?? '–'}</code>
        </p>
      )}
      {record.sent.map(({seq, answer, clientRequestId}) => (
        <p key={seq}>
          {change.method} · {words.clientRequestId}
          <code>{clientRequestId}</code> · {shown.requestId}
          <code>{answer?.requestId ?? '–'}</code>
        </p>
      ))}
      {ids.length > 0 && (
        <CopyButton icon={Copy} text={() => ids.join(' ')}>
          {shown.copyIds}
        </CopyButton>
      )}
    </details>
  )
}
