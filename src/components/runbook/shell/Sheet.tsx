import type {ReactNode} from 'react'
import Mark from '../../Mark/index.tsx'
import {usePage} from './page.ts'
import Slot from './Slot.tsx'
import styles from './sheet.module.css'

/** The head of the printed sheet: the mark, what it is, and its language. */
export function SheetHead(): ReactNode {
  const {words, locale} = usePage()
  const language = new Intl.DisplayNames(locale, {type: 'language'}).of(new Intl.Locale(locale).language)
  return (
    <p className={styles['head']}>
      <Mark /> <strong>passerelle</strong>{' '}
      <span>
        {words.sheet} · {language}
      </span>
    </p>
  )
}

/** Whose tenant, which server, ticket and day: blanks that are filled in where they are known. */
export function SheetBlanks(): ReactNode {
  const {words} = usePage()
  return (
    <div className={styles['sheet']}>
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
