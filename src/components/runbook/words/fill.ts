import type {LocaleTag} from '../../../model/locale.ts'

/** A text with its `{name}` placeholders replaced; a placeholder without a value stays as it is. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** The form of `one|other` that the locale uses for `n`, its placeholders as they stand. */
export function pluralForm(text: string, n: number, locale: LocaleTag): string {
  const [one = text, other = one] = text.split('|')
  return new Intl.PluralRules(locale).select(n) === 'one' ? one : other
}

/** The form of `one|other` that the locale uses for `n`, filled with `{n}` and the further values. */
export function plural(
  text: string,
  n: number,
  {locale, ...values}: {readonly locale: LocaleTag} & Readonly<Record<string, string | number>>,
): string {
  return fill(pluralForm(text, n, locale), {n: new Intl.NumberFormat(locale).format(n), ...values})
}
