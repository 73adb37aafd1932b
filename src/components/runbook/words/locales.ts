import type {LocaleTag} from '../../../model/locale.ts'

/** A locale that has words. A tag added here does not compile until every catalogue of this folder has it. */
export type WordLocale = 'en-US' | 'fr-FR'

/** The entry of a locale. Throws a `RangeError` where there is none. */
export function ofLocale<Entry>(entries: Readonly<Record<WordLocale, Entry>>, locale: LocaleTag): Entry {
  const known: Readonly<Record<LocaleTag, Entry>> = entries
  const entry = Object.hasOwn(known, locale) ? known[locale] : undefined
  if (entry === undefined) {
    const tags = Object.keys(entries).join(', ')
    throw new RangeError(`No words for ${locale}, only for ${tags}: add it in words/locales.ts.`)
  }
  return entry
}
