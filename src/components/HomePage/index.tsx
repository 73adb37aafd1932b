import Translate, {translate} from '@docusaurus/Translate'
import Layout from '@theme/Layout'
import Flask from 'lucide-static/icons/flask-conical.svg'
import type {ReactNode} from 'react'
import type {RunbookSummary} from '../../model/summary.ts'
import {ButtonLink} from '../Button/index.tsx'
import Catalogue from '../Catalogue/index.tsx'
import TwoBanks from '../TwoBanks/index.tsx'
import styles from './styles.module.css'

/** The route `/`: what this is, the catalogue, three facts. */
export default function HomePage({runbooks}: {readonly runbooks: readonly RunbookSummary[]}): ReactNode {
  return (
    <Layout
      description={translate({
        id: 'shell.home.description',
        message: 'Bilingual runbooks whose cloud steps run with Microsoft Graph from your browser.',
      })}
    >
      <main className={styles['page']}>
        <Hero first={runbooks[0]} />
        <Catalogue runbooks={runbooks} />
        <Facts />
      </main>
    </Layout>
  )
}

function Hero({first}: {readonly first: RunbookSummary | undefined}): ReactNode {
  return (
    <div className={styles['hero']}>
      <div>
        <h1>
          <Translate id="shell.home.title">Bilingual procedures that run</Translate>
        </h1>
        <p className={styles['lead']}>
          <Translate id="shell.home.lead">
            Each runbook is one article, in French and in English. Its cloud steps run with Microsoft Graph
            from your browser; its on-premises steps are ticked and proved. No server of ours between your
            browser and your tenant.
          </Translate>
        </p>
        <p className={styles['not']}>
          <Translate id="shell.home.not">Passerelle is not a data gateway: nothing to install.</Translate>
        </p>
        {first && (
          <p className={styles['actions']}>
            <ButtonLink kind="primary" icon={Flask} to={`/${first.slug}`}>
              <Translate id="shell.home.practise">Practise without signing in</Translate>
            </ButtonLink>
            <ButtonLink to="#runbooks">
              <Translate id="shell.home.browse">Browse the runbooks</Translate>
            </ButtonLink>
          </p>
        )}
      </div>
      <TwoBanks steps={first?.steps ?? []} />
    </div>
  )
}

function Facts(): ReactNode {
  return (
    <ul className={styles['facts']}>
      <li>
        <h2>
          <Translate id="shell.fact.still">Nothing leaves before you sign in</Translate>
        </h2>
        <p>
          <Translate id="shell.fact.still.text">
            0 requests outside this site until you choose to sign in.
          </Translate>
        </p>
      </li>
      <li>
        <h2>
          <Translate id="shell.fact.least">Least privilege, step by step</Translate>
        </h2>
        <p>
          <Translate id="shell.fact.least.text">
            Reads first. A write permission is asked for only at the step that writes.
          </Translate>
        </p>
      </li>
      <li>
        <h2>
          <Translate id="shell.fact.record">A record you keep</Translate>
        </h2>
        <p>
          <Translate id="shell.fact.record.text">
            It can be exported, with its fingerprint, without token or secret.
          </Translate>
        </p>
      </li>
    </ul>
  )
}
