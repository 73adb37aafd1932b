import Head from '@docusaurus/Head'
import Link from '@docusaurus/Link'
import useBaseUrl, {useBaseUrlUtils} from '@docusaurus/useBaseUrl'
import Layout from '@theme/Layout'
import {useSyncExternalStore, type ReactNode} from 'react'
import {consentAnswer} from '../../hooks/admin-consent.ts'
import type {RunbookSummary} from '../../model/summary.ts'
import {fill} from '../runbook/words/fill.ts'
import ShortPage from '../ShortPage/index.tsx'
import {consentWords as words} from '../words/consent.ts'

/** Where Microsoft brings an administrator back: what was answered, which this page cannot know to be true. */
export default function ConsentPage({runbooks}: {readonly runbooks: readonly RunbookSummary[]}): ReactNode {
  const query = useSyncExternalStore(
    never,
    () => window.location.search,
    () => null,
  )
  const home = useBaseUrl('/')
  const {withBaseUrl} = useBaseUrlUtils()
  const answer = query === null ? null : consentAnswer(query)
  const fields = new URLSearchParams(query ?? '')
  const runbook = runbooks.find(({slug}) => slug === fields.get('state'))
  // A code is a name; anything longer or wilder is not shown.
  const code = /^[\w.-]{1,100}$/.exec(fields.get('error') ?? '')?.[0]
  return (
    <Layout title={words.title} description={words.description}>
      <Head>
        <meta name="robots" content="noindex" />
      </Head>
      <ShortPage>
        <h1>{words.title}</h1>
        <noscript>
          <p>{words.noScript}</p>
        </noscript>
        <div role="status">
          {answer !== null && <p>{words[answer]}</p>}
          {answer === 'refused' && code !== undefined && <p>{fill(words.code, {code})}</p>}
        </div>
        <p>{words.next}</p>
        <p>
          {runbook === undefined ? (
            <Link to={home}>{words.home}</Link>
          ) : (
            <Link to={withBaseUrl(runbook.slug)}>{fill(words.back, {runbook: runbook.title})}</Link>
          )}
        </p>
      </ShortPage>
    </Layout>
  )
}

function never(): () => void {
  return () => undefined
}
