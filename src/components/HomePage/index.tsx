import Layout from '@theme/Layout'
import Flask from 'lucide-static/icons/flask-conical.svg'
import type {ReactNode} from 'react'
import type {RunbookSummary} from '../../model/summary.ts'
import {ButtonLink} from '../Button/index.tsx'
import Catalogue from '../Catalogue/index.tsx'
import TwoBanks from '../TwoBanks/index.tsx'
import {homeWords} from '../words/home.ts'
import styles from './styles.module.css'

const {page: words, fact} = homeWords

/** The route `/`: what this is, the catalogue, three facts. */
export default function HomePage({runbooks}: {readonly runbooks: readonly RunbookSummary[]}): ReactNode {
  return (
    <Layout description={words.description}>
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
        <h1>{words.title}</h1>
        <p className={styles['lead']}>{words.lead}</p>
        <p className={styles['not']}>{words.not}</p>
        {first && (
          <p className={styles['actions']}>
            <ButtonLink kind="primary" icon={Flask} to={`/${first.slug}`}>
              {words.practise}
            </ButtonLink>
            <ButtonLink to="#runbooks">{words.browse}</ButtonLink>
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
        <h2>{fact.still}</h2>
        <p>{fact.stillText}</p>
      </li>
      <li>
        <h2>{fact.least}</h2>
        <p>{fact.leastText}</p>
      </li>
      <li>
        <h2>{fact.record}</h2>
        <p>{fact.recordText}</p>
      </li>
    </ul>
  )
}
