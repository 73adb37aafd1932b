import useBrokenLinks from '@docusaurus/useBrokenLinks'
import type {ReactNode} from 'react'
import type {RunbookSummary} from '../../model/summary.ts'
import {homeWords} from '../words/home.ts'
import Filters from './Filters.tsx'
import Legend from './Legend.tsx'
import Row from './Row.tsx'
import Text from './Text.tsx'
import {groupByTopic, selectRunbooks} from './filter.ts'
import styles from './styles.module.css'
import {useFilter} from './useFilter.ts'

/** Every runbook in one table, grouped by topic, with the filters that select something and the legend of its signs. */
export default function Catalogue({runbooks}: {readonly runbooks: readonly RunbookSummary[]}): ReactNode {
  const [filter, setFilter] = useFilter()
  useBrokenLinks().collectAnchor('runbooks')
  const words = homeWords.catalogue
  const shown = selectRunbooks(runbooks, filter)
  return (
    <section id="runbooks" aria-labelledby="runbooks-title" className={styles['catalogue']}>
      <div className={styles['head']}>
        <h2 id="runbooks-title">
          {words.title} <span className={styles['count']}>{shown.length}</span>
        </h2>
        <Filters runbooks={runbooks} filter={filter} onChange={setFilter} />
      </div>
      <Legend runbooks={runbooks} />
      <table className={styles['table']} aria-labelledby="runbooks-title">
        <thead>
          <tr>
            <th scope="col">{words.runbook}</th>
            <th scope="col">{words.steps}</th>
            <th scope="col">{words.duration}</th>
            <th scope="col">{words.languages}</th>
            <th scope="col">{words.effect}</th>
          </tr>
        </thead>
        {groupByTopic(shown).map(([topic, members]) => (
          <tbody key={topic}>
            <tr className={styles['topic']}>
              <th scope="rowgroup" colSpan={5}>
                {members[0] ? <Text of="topic" runbook={members[0]} /> : topic}
              </th>
            </tr>
            {members.map(runbook => (
              <Row key={runbook.runbook} runbook={runbook} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}
