import type {ReactNode} from 'react'
import Origin from '../../Origin/index.tsx'
import Breadcrumb from './Breadcrumb.tsx'
import {CallsAside} from './Calls.tsx'
import {usePage} from './page.ts'
import Rail from './Rail.tsx'
import {SheetHead} from './Sheet.tsx'
import Slot from './Slot.tsx'
import StaticBar from './StaticBar.tsx'
import styles from './layout.module.css'

/** A runbook's page: tenant bar, rail, article, and beside it what the page can do and what it has done. */
export default function RunbookLayout({children}: {readonly children: ReactNode}): ReactNode {
  const {page, words} = usePage()
  return (
    <div className={styles['frame']}>
      <div role="status" data-live="polite" className={styles['live']} />
      <div role="alert" data-live="assertive" className={styles['live']} />
      <div className={styles['bar']} data-print="off">
        <Slot name="Bar" props={{}}>
          <StaticBar />
        </Slot>
      </div>
      <div className={styles['strip']} data-print="off">
        <Slot name="Strip" props={{}} />
      </div>
      <div className={styles['grid']}>
        <div className={styles['rail']} data-print="off">
          <Rail />
        </div>
        <article className={styles['article']}>
          <Breadcrumb />
          <noscript>
            <p className={styles['noScript']}>{words.noScript}</p>
          </noscript>
          <SheetHead />
          {children}
        </article>
        <div className={styles['aside']}>
          <Slot name="Calls" props={{}}>
            <CallsAside />
          </Slot>
          <div data-print="off">
            <Slot name="Record" props={{}} />
          </div>
        </div>
        <div className={styles['foot']}>
          <Origin origin={page.model.origin} />
        </div>
      </div>
    </div>
  )
}
