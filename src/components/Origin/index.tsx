import {interpolate} from '@docusaurus/Interpolate'
import Link from '@docusaurus/Link'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import type {ReactNode} from 'react'
import {sourceLocale} from '../../model/locale.ts'
import type {PageModel} from '../../model/page.ts'
import {formatDate} from '../runbook/shell/format.ts'
import {shellWords} from '../runbook/words/shell.ts'
import styles from './styles.module.css'

const licenceAddress = 'https://creativecommons.org/licenses/by/4.0/'

/**
 * The foot of an article: where it comes from, its licence, what was added, and that Microsoft is not behind it. One that
 * was written for this site says that.
 */
export default function Origin({origin}: {readonly origin: PageModel['origin']}): ReactNode {
  const {
    i18n: {currentLocale},
  } = useDocusaurusContext()
  if (origin === null)
    return (
      <footer className={styles['origin']}>
        <p>{shellWords.ownArticle}</p>
      </footer>
    )
  return (
    <footer className={styles['origin']}>
      <p>
        {interpolate(shellWords.origin, {
          title: <cite lang={sourceLocale}>{origin.title}</cite>,
          repository: (
            <Link to={origin.repository}>{origin.repository.replace(/^https:\/\/[^/]+\//, '')}</Link>
          ),
          revision: <code>{origin.revision.slice(0, 8)}</code>,
          date: formatDate(origin.date, currentLocale),
          licence: <Link to={licenceAddress}>{origin.licence}</Link>,
        })}
      </p>
    </footer>
  )
}
