import words from '@words/shell'
import type enUS from './shell.en-US.ts'

/** Every word of the served page. */
export type ShellWords = Readonly<Record<keyof typeof enUS, string>>

/**
 * The words of the served page in the one language that this build of the site speaks: the bundler finds `@words/shell`
 * in the folder beside, by locale, so that a reader does not pay for the other languages.
 */
export const shellWords: ShellWords = words
