import BrowserOnly from '@docusaurus/BrowserOnly'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import Layout from '@theme/Layout'
import type {ReactNode} from 'react'
import type {RunbookSummary} from '../../model/summary.ts'
import Button from '../Button/index.tsx'
import Late, {late} from '../runbook/runtime/Late.tsx'
import {shellWords} from '../runbook/words/shell.ts'
import styles from './styles.module.css'

const RunList = late(async () => (await import('./RunList.tsx')).default)

/** The runs kept in this browser. The list itself is loaded in the browser: there is nothing to serve. */
export default function RunsPage({runbooks}: {readonly runbooks: readonly RunbookSummary[]}): ReactNode {
  const {
    i18n: {currentLocale},
  } = useDocusaurusContext()
  const words = shellWords
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
            <Late
              meanwhile={<p role="status">{words.runsLoading}</p>}
              failed={
                <p role="alert">
                  {words.runsNotLoaded}{' '}
                  <Button onClick={() => window.location.reload()}>{words.reload}</Button>
                </p>
              }
            >
              <RunList runbooks={runbooks} locale={currentLocale} />
            </Late>
          )}
        </BrowserOnly>
      </main>
    </Layout>
  )
}
