import BrowserOnly from '@docusaurus/BrowserOnly'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import Layout from '@theme/Layout'
import {lazy, Suspense, type ReactNode} from 'react'
import type {RunbookSummary} from '../../model/summary.ts'
import {shellWords} from '../runbook/words/shell.ts'
import styles from './styles.module.css'

const RunList = lazy(() => import('./RunList.tsx'))

/** The runs kept in this browser. The list itself is loaded in the browser: there is nothing to serve. */
export default function RunsPage({runbooks}: {readonly runbooks: readonly RunbookSummary[]}): ReactNode {
  const {
    i18n: {currentLocale},
  } = useDocusaurusContext()
  const words = shellWords(currentLocale)
  return (
    <Layout title={words.runs} description={words.runsLead}>
      <main className={styles['page']}>
        <h1>{words.runs}</h1>
        <p className={styles['lead']}>{words.runsLead}</p>
        <noscript>
          <p>{words.noScript}</p>
        </noscript>
        <BrowserOnly>
          {() => (
            <Suspense fallback={<p role="status">{words.runsLoading}</p>}>
              <RunList runbooks={runbooks} locale={currentLocale} />
            </Suspense>
          )}
        </BrowserOnly>
      </main>
    </Layout>
  )
}
