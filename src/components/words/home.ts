import words from '@words/home'
import type enUS from './home.en-US.ts'

/** Every word of the home page, in two levels: group and key. */
export type HomeWords = {
  readonly [Group in keyof typeof enUS]: Readonly<Record<keyof (typeof enUS)[Group], string>>
}

/** The words of the home page in the language of this build, which the bundler finds as it finds `@words/shell`. */
export const homeWords: HomeWords = words
