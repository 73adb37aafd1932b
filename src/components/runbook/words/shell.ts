import type {LocaleTag} from '../../../model/locale.ts'
import {ofLocale, type WordLocale} from './locales.ts'
import enUS from './shell.en-US.ts'
import frFR from './shell.fr-FR.ts'

/** Every word of the served page. */
export type ShellWords = Readonly<Record<keyof typeof enUS, string>>

const catalogues: Readonly<Record<WordLocale, ShellWords>> = {'en-US': enUS, 'fr-FR': frFR}

/** The words of the served page in a locale. Throws a `RangeError` where there are none. */
export function shellWords(locale: LocaleTag): ShellWords {
  return ofLocale(catalogues, locale)
}
