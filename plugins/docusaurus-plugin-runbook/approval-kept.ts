import type {ApprovalWords} from './approval-words.ts'

/** Something that the pages keep in the operator's browser. */
export interface KeptData {
  readonly what: string
  readonly area: 'IndexedDB' | 'localStorage' | 'sessionStorage'
  /** Names of databases or keys, a `*` for what follows. */
  readonly names: readonly string[]
  readonly until: string
}

/** All that the pages keep, told in one language. A test compares the names with those of the code and of a browser. */
export function keptDataOf(words: ApprovalWords): readonly KeptData[] {
  return [
    {
      what: words.keptRecords,
      area: 'IndexedDB',
      names: ['passerelle-runs'],
      until: words.keptRecordsUntil,
    },
    {
      what: words.keptPractice,
      area: 'IndexedDB',
      names: ['passerelle-practice'],
      until: words.keptPracticeUntil,
    },
    {
      what: words.keptTokens,
      area: 'sessionStorage',
      names: ['msal.*'],
      until: words.keptTokensUntil,
    },
    {
      what: words.keptArrival,
      area: 'sessionStorage',
      names: ['passerelle.locale-switched', 'passerelle.away'],
      until: words.keptArrivalUntil,
    },
    {
      what: words.keptTyped,
      area: 'sessionStorage',
      names: ['passerelle.typed.*'],
      until: words.keptTypedUntil,
    },
    {
      what: words.keptPreferences,
      area: 'localStorage',
      names: ['passerelle.*'],
      until: words.keptPreferencesUntil,
    },
    {
      what: words.keptTheme,
      area: 'localStorage',
      names: ['theme-passerelle'],
      until: words.keptPreferencesUntil,
    },
  ]
}
