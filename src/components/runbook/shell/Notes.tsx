import Info from 'lucide-static/icons/info.svg'
import type {ReactNode} from 'react'
import type {BoundStep, Note} from '../../../model/action.ts'
import Icon from '../../Icon/index.tsx'
import {formatDate} from './format.ts'
import {usePage} from './page.ts'
import Say from './Say.tsx'
import Sources from './Sources.tsx'
import styles from './step.module.css'

/** Dated, sourced notes above the article's own sentence, apart from it. */
export default function Notes({of: step}: {readonly of: BoundStep}): ReactNode {
  return step.notes.map(note => <OneNote key={note.text} of={note} />)
}

function OneNote({of: note}: {readonly of: Note}): ReactNode {
  const {locale} = usePage()
  return (
    <p className={styles[note.tone === 'role' ? 'roleNote' : 'note']} data-tone={note.tone}>
      <Icon of={Info} />
      <span>
        <Say of={note.text} values={{date: formatDate(note.checked, locale)}} />{' '}
        <Sources of={note.sources} checked={note.checked} />
      </span>
    </p>
  )
}
