import type {BeforeQuestion, BoundStep, Needs, PortalVisit, Procedure, RunInput, TextKey} from './action.ts'
import type {LocaleTag} from './locale.ts'

/** A scope a step asks for, and when: `look` reads, `change` writes. */
export interface ScopeUse {
  readonly step: string
  readonly press: string
  readonly phase: 'look' | 'change'
  readonly scope: string
  /** Calls that need it, `GET /v1.0/organization`. */
  readonly calls: readonly string[]
}

/** A runbook compiled from an article and its action file. Language-free; the same in every locale. */
export interface PageModel {
  readonly schemaVersion: 1
  readonly runbook: string
  /** Route below the locale's base URL, without slashes at the ends. */
  readonly slug: string
  /** SHA-256 of the article's normalised source projection without front matter. */
  readonly articleHash: string
  readonly topic: TextKey
  readonly summary: TextKey
  readonly minutes: number
  readonly reviewedOn: string
  readonly needs: Needs
  readonly before: readonly BeforeQuestion[]
  /** What a person gives for a run, in the order in which it is asked for. */
  readonly inputs: readonly RunInput[]
  readonly procedures: readonly Procedure[]
  readonly visits: readonly PortalVisit[]
  readonly steps: readonly BoundStep[]
  readonly scopes: readonly ScopeUse[]
  /** Every call the page's code may send, `GET /v1.0/organization`; a `{…}` stands for a value. */
  readonly calls: readonly string[]
  /** Null: the article was written for this site. */
  readonly origin: {
    readonly title: string
    readonly repository: string
    readonly revision: string
    /** ISO date of the hand-off. */
    readonly date: string
    readonly licence: string
  } | null
}

/** Texts of one runbook in one locale. A key absent from `texts` stands in English in `fallbacks`. */
export interface TextCatalogue {
  readonly locale: LocaleTag
  readonly texts: Readonly<Record<TextKey, string>>
  /** English texts shown, marked, where the locale's own is missing, empty or out of date. */
  readonly fallbacks: Readonly<Record<TextKey, string>>
  /** Portal labels in every other locale, shown in brackets beside the locale's own. */
  readonly labels: Readonly<Record<TextKey, Readonly<Record<LocaleTag, string>>>>
}

/** What a runbook's page gets: the model, its words, and the article's sentences as plain text by step id. */
export interface RunbookPage {
  readonly model: PageModel
  readonly catalogue: TextCatalogue
  readonly title: string
  readonly sentences: Readonly<Record<string, string>>
}
