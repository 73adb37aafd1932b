import type {ReactNode} from 'react'
import Mark from '../../Mark/index.tsx'
import {usePage} from './page.ts'
import Slot from './Slot.tsx'
import styles from './sheet.module.css'

/** The head of the printed sheet: the mark, what it is, and blanks that are filled in where they are known. */
export default function Sheet(): ReactNode {
  const {words} = usePage()
  return (
    <div className={styles['sheet']} aria-hidden="true">
      <p className={styles['head']}>
        <Mark /> <strong>passerelle</strong> <span>{words.sheet}</span>
      </p>
      <Slot name="Sheet" props={{}}>
        <p className={styles['blanks']}>
          <span>{words.sheetTenant}</span>
          <span>{words.sheetServer}</span>
          <span>{words.sheetTicket}</span>
          <span>{words.sheetDate}</span>
        </p>
      </Slot>
    </div>
  )
}
