import type {LocaleTag} from '../../../model/locale.ts'

// Codes of two letters that `Intl` has a name for and that are no country: groups, places without a code of their own, test codes.
const others = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ'])

/** Every country by its code of two letters, under its name in that language, in the order of its alphabet. */
export function countries(locale: LocaleTag): readonly {readonly code: string; readonly name: string}[] {
  const names = new Intl.DisplayNames(locale, {type: 'region', fallback: 'none'})
  const letters = Array.from({length: 26}, (_, index) => String.fromCharCode(65 + index))
  return letters
    .flatMap(first => letters.map(second => first + second))
    .filter(code => !others.has(code) && isCurrent(code))
    .flatMap(code => {
      const name = names.of(code)
      return name === undefined ? [] : [{code, name}]
    })
    .sort((one, other) => one.name.localeCompare(other.name, locale))
}

/** `France (FR)`; the code alone where the language has no name for it. */
export function nameCountry(code: string, locale: LocaleTag): string {
  const name = /^[A-Z]{2}$/.test(code)
    ? new Intl.DisplayNames(locale, {type: 'region', fallback: 'none'}).of(code)
    : undefined
  return name === undefined ? code : `${name} (${code})`
}

// A code that was given up stands for its successor: SU for RU.
function isCurrent(code: string): boolean {
  return Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`
}
