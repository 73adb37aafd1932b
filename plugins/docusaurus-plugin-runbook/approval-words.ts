import type enUS from './approval-words.en-US.ts'
import wordsEnUS from './approval-words.en-US.ts'
import wordsFrFR from './approval-words.fr-FR.ts'

/** Every word of the approval file. */
export type ApprovalWords = Readonly<Record<keyof typeof enUS, string>>

/** A language that the approval file is written in. */
export type ApprovalLocale = 'en-US' | 'fr-FR'

/** The words in each language. */
export const approvalWords: Readonly<Record<ApprovalLocale, ApprovalWords>> = {
  'en-US': wordsEnUS,
  'fr-FR': wordsFrFR,
}
