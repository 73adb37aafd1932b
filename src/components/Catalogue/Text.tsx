import type {ReactNode} from 'react'
import {sourceLocale} from '../../model/locale.ts'
import type {RunbookSummary, SummaryText} from '../../model/summary.ts'
import {homeWords} from '../words/home.ts'

/** A text of a runbook; one that stands in English for lack of a translation says so. */
export default function Text({
  of: key,
  runbook,
}: {
  readonly of: SummaryText
  readonly runbook: RunbookSummary
}): ReactNode {
  if (!runbook.fallbacks.includes(key)) return runbook[key]
  return (
    <>
      <span lang={sourceLocale}>{runbook[key]}</span> {homeWords.catalogue.fallback}
    </>
  )
}
