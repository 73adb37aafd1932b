import type {Place} from './action.ts'
import type {LocaleTag} from './locale.ts'

/** What one step does to the tenant, as the catalogue's strip draws it; `tick`: a person does it. */
export type StepSign = 'tick' | 'read' | 'portal' | 'change' | 'irreversible'

/** One sign of the strip. */
export interface SummaryStep {
  readonly place: Place
  readonly sign: StepSign
}

/** The worst that a runbook does through Microsoft Graph. */
export type RunbookEffect = 'none' | 'reversible' | 'irreversible'

/** A text of a runbook that the catalogue shows. */
export type SummaryText = 'topic' | 'summary'

/** One runbook of the catalogue, its texts in the locale of the page. */
export interface RunbookSummary {
  readonly runbook: string
  /** Route below the locale's base URL, without slashes at the ends. */
  readonly slug: string
  readonly topic: string
  readonly title: string
  readonly summary: string
  readonly minutes: number
  readonly steps: readonly SummaryStep[]
  readonly languages: readonly LocaleTag[]
  readonly effect: RunbookEffect
  /** The licence that its cloud steps need, in words; `null`: none. */
  readonly licence: string | null
  /** Those of its texts that stand in English, to be marked, for lack of a translation. */
  readonly fallbacks: readonly SummaryText[]
}
