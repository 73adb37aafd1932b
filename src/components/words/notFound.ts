import words from '@words/notFound'
import type enUS from './notFound.en-US.ts'

/** Every word of the 404 but for its title. */
export type NotFoundWords = Readonly<Record<keyof typeof enUS, string>>

/** The words of the 404 in the language of this build. They stand alone, because every article's page loads the 404. */
export const notFoundWords: NotFoundWords = words
