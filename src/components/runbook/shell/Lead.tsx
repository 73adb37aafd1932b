import Clock from 'lucide-static/icons/clock.svg'
import Diff from 'lucide-static/icons/diff.svg'
import Eye from 'lucide-static/icons/eye.svg'
import FileCheck from 'lucide-static/icons/file-check-2.svg'
import Languages from 'lucide-static/icons/languages.svg'
import type {ReactNode} from 'react'
import Icon from '../../Icon/index.tsx'
import {fill, plural} from '../words/fill.ts'
import Before from './Before.tsx'
import {CallsDisclosure} from './Calls.tsx'
import {formatDate} from './format.ts'
import Needs from './Needs.tsx'
import {usePage} from './page.ts'
import {SheetBlanks} from './Sheet.tsx'
import Slot from './Slot.tsx'
import styles from './lead.module.css'

/** What stands between the title and the first part: the article's lead, facts, needs, *Before you start*. */
export default function RunbookLead({children}: {readonly children?: ReactNode}): ReactNode {
  return (
    <>
      <SheetBlanks />
      <div className={styles['lead']}>{children}</div>
      <Facts />
      <Needs />
      <div data-print="off">
        <CallsDisclosure />
      </div>
      <div className={styles['actions']} data-print="off">
        <Slot name="Actions" props={{}} />
      </div>
      <Before />
    </>
  )
}

function Facts(): ReactNode {
  const {
    page: {model},
    words,
    locale,
  } = usePage()
  const changes = model.steps.filter(step => step.kind === 'change').length
  return (
    <ul className={styles['facts']}>
      <li>
        <Icon of={Clock} /> {fill(words.minutes, {minutes: model.minutes})}
      </li>
      <li>
        <Icon of={changes === 0 ? Eye : Diff} />{' '}
        {changes === 0 ? words.noChange : plural(words.changes, changes, {locale})}
      </li>
      <li>
        <Icon of={Languages} /> {words.languages}
      </li>
      <li>
        <Icon of={FileCheck} /> {fill(words.reviewed, {date: formatDate(model.reviewedOn, locale)})}
      </li>
    </ul>
  )
}
