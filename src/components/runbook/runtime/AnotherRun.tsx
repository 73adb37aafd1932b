import Link from '@docusaurus/Link'
import useBaseUrl from '@docusaurus/useBaseUrl'
import {use, useRef, type ReactNode} from 'react'
import Button from '../../Button/index.tsx'
import {fill} from '../words/fill.ts'
import {loadLaterWords} from '../words/index.ts'
import {shortId} from './describe.ts'
import Dialog from './Dialog.tsx'
import Filled from './Filled.tsx'
import {tellTime} from './format.ts'
import {useRuntime} from './useRuntime.ts'
import styles from './dialog.module.css'

/** What takes the place of the open run: a run of another mode, or one begun anew. */
export type Another = {readonly kind: 'mode'; readonly mode: string} | {readonly kind: 'startOver'}

/** The question before another run takes the place of the open one; staying is what Escape does. */
export default function AnotherRun({
  to,
  focusKey,
  onGo,
  onStay,
}: {
  readonly to: Another
  /** The control that has the focus once the other run is there. */
  readonly focusKey: string
  readonly onGo: () => void
  readonly onStay: () => void
}): ReactNode {
  const {run, say, words, locale} = useRuntime()
  const {another} = use(loadLaterWords(locale))
  const runs = useBaseUrl('/runs')
  const back = useRef<string | null>(null)
  const {record, state, durable} = run
  const title =
    state.context.ticket === ''
      ? fill(another.title, {
          id: shortId(record?.id ?? ''),
          time: tellTime(state.started?.at ?? '', locale, say.found),
        })
      : fill(another.titleTicket, {ticket: state.context.ticket})
  return (
    <Dialog title={title} role="alertdialog" back={() => back.current} onClose={onStay}>
      <p>
        {durable ? (
          <Filled text={another.text} values={{runs: <Link to={runs}>{words.runs}</Link>}} />
        ) : (
          another.lost
        )}
      </p>
      <p className={styles['buttons']}>
        <Button kind="primary" data-first="" onClick={onStay}>
          {another.stay}
        </Button>
        <Button
          onClick={() => {
            back.current = focusKey
            onGo()
          }}
        >
          {to.kind === 'mode' ? fill(another.mode, {mode: to.mode}) : another.startOver}
        </Button>
      </p>
    </Dialog>
  )
}
