import type {LocaleTag} from '../../model/locale.ts'
import {plural} from '../runbook/words/fill.ts'
import {homeWords} from '../words/home.ts'
import type {StripWords} from './describe.ts'

/** The strip's words, in the plural forms of the locale of the page. */
export function stripWords(locale: LocaleTag): StripWords {
  const {strip: words} = homeWords
  const counted = (forms: string) => (count: number) => plural(forms, count, {locale})
  return {
    places: {'on-premises': counted(words['on-premises']), cloud: counted(words.cloud)},
    signs: {
      read: counted(words.read),
      portal: counted(words.portal),
      change: counted(words.change),
      irreversible: counted(words.irreversible),
      tick: counted(words.tick),
    },
    then: words.then,
    colon: words.colon,
  }
}
