import Link from '@docusaurus/Link'
import useBaseUrl from '@docusaurus/useBaseUrl'
import Info from 'lucide-static/icons/info.svg'
import {Fragment, type ReactNode} from 'react'
import type {BoundStep, Note} from '../../../model/action.ts'
import Icon from '../../Icon/index.tsx'
import {fill} from '../words/fill.ts'
import {formatDate} from './format.ts'
import {usePage} from './page.ts'
import Say from './Say.tsx'
import Sources from './Sources.tsx'
import styles from './step.module.css'

/** Dated, sourced notes above the article's own sentence, apart from it. Paper has what two steps share once. */
export default function Notes({of: step}: {readonly of: BoundStep}): ReactNode {
  const {page, text, words} = usePage()
  const {steps} = page.model
  const before = steps.slice(0, steps.indexOf(step))
  return step.notes.map(note => {
    const said = text(note.text).text
    const same = before.find(({notes}) => notes.some(other => text(other.text).text === said))
    return (
      <Fragment key={note.text}>
        <OneNote of={note} repeats={same !== undefined} />
        {same && <p className={styles['sameNote']}>{fill(words.sheetSameNote, {number: same.number})}</p>}
      </Fragment>
    )
  })
}

function OneNote({of: note, repeats}: {readonly of: Note; readonly repeats: boolean}): ReactNode {
  const {locale} = usePage()
  return (
    <p
      className={styles[note.tone === 'role' ? 'roleNote' : 'note']}
      data-tone={note.tone}
      data-print={repeats ? 'off' : undefined}
    >
      <Icon of={Info} />
      <span>
        <Say of={note.text} values={{date: formatDate(note.checked, locale)}} />{' '}
        <Sources of={note.sources} checked={note.checked} />
        {note.page && <PageLink {...note.page} />}
      </span>
    </p>
  )
}

function PageLink({slug, label}: NonNullable<Note['page']>): ReactNode {
  const to = useBaseUrl(`/${slug}`)
  return (
    <>
      {' '}
      <Link to={to}>
        <Say of={label} />
      </Link>
    </>
  )
}
