import {sourceLocale, type LocaleTag} from '../../../model/locale.ts'
import enUS from './shell.en-US.ts'
import frFR from './shell.fr-FR.ts'

/** Every word of the served page. */
export type ShellWords = Readonly<Record<keyof typeof enUS, string>>

const byLocale: Readonly<Record<LocaleTag, ShellWords>> = {[sourceLocale]: enUS, 'fr-FR': frFR}

/** The words of the served page in a locale; English where there are none. */
export function shellWords(locale: LocaleTag): ShellWords {
  return byLocale[locale] ?? enUS
}
