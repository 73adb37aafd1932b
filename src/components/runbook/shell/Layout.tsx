import {useEffect, useRef, type ReactNode, type RefObject} from 'react'
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
  const frame = useRef<HTMLDivElement>(null)
  useBarHeight(frame)
  return (
    <div ref={frame} className={styles['frame']}>
      <div role="status" data-live="polite" data-print="off" className="sr-only" />
      <div role="alert" data-live="assertive" data-print="off" className="sr-only" />
      <div className={styles['bar']} data-print="off" data-sticks="bar">
        <Slot name="Bar" props={{}}>
          <StaticBar />
        </Slot>
      </div>
      <div className={styles['strip']} data-print="off" data-sticks="">
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

/** Tells the styles how high the tenant bar is: what it says may take two lines or three, and what sticks sticks below it. */
function useBarHeight(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const bar = frame.current?.querySelector<HTMLElement>('[data-sticks="bar"]')
    if (!bar) return
    const size = new ResizeObserver(() => {
      frame.current?.style.setProperty('--bar-measured', `${bar.offsetHeight}px`)
    })
    size.observe(bar)
    return () => size.disconnect()
  }, [frame])
}
