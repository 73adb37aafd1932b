import Link from '@docusaurus/Link'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import clsx from 'clsx'
import type {ReactNode} from 'react'
import type {LocaleTag} from '../../model/locale.ts'
import type {RunbookSummary} from '../../model/summary.ts'
import Icon from '../Icon/index.tsx'
import PlaceStrip from '../PlaceStrip/index.tsx'
import {fill} from '../runbook/words/fill.ts'
import {homeWords} from '../words/home.ts'
import Text from './Text.tsx'
import {effectIcon} from './effect.ts'
import styles from './styles.module.css'

/** One runbook: its title and what it is about, its strip, how long it takes, its languages, its effect. */
export default function Row({runbook}: {readonly runbook: RunbookSummary}): ReactNode {
  const words = homeWords.catalogue
  return (
    <tr className={styles['row']}>
      <th scope="row" className={styles['runbook']}>
        <Link to={`/${runbook.slug}`} className={styles['title'] ?? ''}>
          {runbook.title}
        </Link>
        <span className={styles['summary']}>
          <Text of="summary" runbook={runbook} />
        </span>
      </th>
      <td className={styles['steps']}>
        <PlaceStrip steps={runbook.steps} />
      </td>
      <td className={styles['minutes']}>{fill(words.minutes, {minutes: runbook.minutes})}</td>
      <td>
        <LanguageList languages={runbook.languages} />
      </td>
      <td>
        <span className={clsx(styles['effect'], styles[runbook.effect])}>
          <Icon of={effectIcon[runbook.effect]} />
          <span>
            {homeWords.effect[runbook.effect]}
            <span className={styles['narrow']}> {words.through}</span>
          </span>
        </span>
      </td>
    </tr>
  )
}

// Shown as `fr, en`, the locale of the page first; read aloud as names.
function LanguageList({languages}: {readonly languages: readonly LocaleTag[]}): ReactNode {
  const {
    i18n: {currentLocale},
  } = useDocusaurusContext()
  const rest = languages.filter(tag => tag !== currentLocale)
  const codes = (rest.length < languages.length ? [currentLocale, ...rest] : rest).map(
    tag => new Intl.Locale(tag).language,
  )
  const names = new Intl.DisplayNames(currentLocale, {type: 'language'})
  return (
    <>
      <span aria-hidden="true">{codes.join(', ')}</span>
      <span className="sr-only">{codes.map(code => names.of(code)).join(', ')}</span>
    </>
  )
}
