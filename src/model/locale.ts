/** A BCP-47 tag in canonical form (`fr-FR`, `zh-Hans`), as `Intl.Locale` writes it. */
export type LocaleTag = string

/** The locale in which articles and action files are written. */
export const sourceLocale: LocaleTag = 'en-US'
