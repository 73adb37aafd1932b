import Link from '@docusaurus/Link'
import useBaseUrl from '@docusaurus/useBaseUrl'
import type {ReactNode} from 'react'
import {usePage} from './page.ts'
import Say from './Say.tsx'
import styles from './layout.module.css'

/** The way back to the catalogue, with the runbook's topic. */
export default function Breadcrumb(): ReactNode {
  const {page, words} = usePage()
  const home = useBaseUrl('/')
  return (
    <nav aria-label={words.breadcrumb} className={styles['breadcrumb']} data-print="off">
      <Link to={home}>{words.runbooks}</Link>
      <span aria-hidden="true"> / </span>
      <span>
        <Say of={page.model.topic} />
      </span>
    </nav>
  )
}
