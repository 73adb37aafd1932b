import words from '@words/consent'
import type enUS from './consent.en-US.ts'

/** Every word of the page to which Microsoft brings an administrator back. */
export type ConsentWords = Readonly<Record<keyof typeof enUS, string>>

/** The same in the language of this build. */
export const consentWords: ConsentWords = words
