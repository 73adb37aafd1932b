import type {ReactNode} from 'react'
import Mark from '../../Mark/index.tsx'
import {fill} from '../words/fill.ts'
import {usePage} from './page.ts'
import Slot from './Slot.tsx'
import styles from './sheet.module.css'

/** The head of the printed sheet: the mark, what it is, its language, and which revision of the article it shows. */
export function SheetHead(): ReactNode {
  const {words, locale, page} = usePage()
  const language = new Intl.DisplayNames(locale, {type: 'language'}).of(new Intl.Locale(locale).language)
  return (
    <p className={styles['head']}>
      <Mark /> <strong>passerelle</strong>{' '}
      <span>
        {words.sheet} · {language} · {fill(words.sheetArticle, {hash: shortHash(page.model.articleHash)})}
      </span>
    </p>
  )
}

/** The first eight digits of a hash, without its algorithm: `sha256-862c8b95…` is `862c8b95`. */
function shortHash(hash: string): string {
  return hash.replace(/^sha256-/, '').slice(0, 8)
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
