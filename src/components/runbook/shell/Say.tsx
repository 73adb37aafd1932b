import type {ReactNode} from 'react'
import type {TextKey} from '../../../model/action.ts'
import {usePage, type ShownText} from './page.ts'
import styles from './text.module.css'

/** A text of the runbook; one that stands in English for lack of a translation says so. */
export default function Say({
  of: key,
  values,
}: {
  readonly of: TextKey
  readonly values?: Readonly<Record<string, string | number>>
}): ReactNode {
  const {text, words} = usePage()
  return shown(text(key, values), words.fallback)
}

/** A text ready to be put on the page, marked where it is a stand-in. */
function shown({text, lang}: ShownText, mark: string): ReactNode {
  if (lang === undefined) return text
  return (
    <>
      <span lang={lang}>{text}</span> <span className={styles['fallback']}>({mark})</span>
    </>
  )
}
