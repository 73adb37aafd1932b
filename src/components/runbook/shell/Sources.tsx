import type {ReactNode} from 'react'
import type {IsoDate} from '../../../model/action.ts'
import {fill} from '../words/fill.ts'
import {formatDate} from './format.ts'
import {usePage} from './page.ts'
import styles from './lead.module.css'

/** Links to the pages that a fact rests on, with the day they were read. */
export default function Sources({
  of: sources,
  checked,
}: {
  readonly of: readonly string[]
  readonly checked?: IsoDate
}): ReactNode {
  const {words, locale} = usePage()
  if (sources.length === 0) return null
  return (
    <span className={styles['sources']}>
      {sources.map((source, index) => (
        <a key={source} href={source} rel="noopener noreferrer" target="_blank">
          {sources.length === 1 ? words.sources.split('|')[0] : fill(words.sourceNumber, {n: index + 1})}
        </a>
      ))}
      {checked !== undefined && ' '}
      {checked !== undefined && (
        <span className={styles['consulted']} data-consulted="">
          <span data-print="off">{fill(words.consulted, {date: formatDate(checked, locale)})}</span>
          <span className={styles['day']}>({formatDate(checked, locale)})</span>
        </span>
      )}
    </span>
  )
}
