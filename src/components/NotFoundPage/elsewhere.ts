import type {LocaleTag} from '../../model/locale.ts'

/** Where a locale's pages stand: `/`, `/fr-FR/`. */
interface LocaleBase {
  readonly locale: LocaleTag
  readonly baseUrl: string
}

/** The locale an address belongs to, and the other locales in which its page exists. */
export interface Elsewhere {
  readonly here: LocaleBase | null
  readonly found: readonly {readonly locale: LocaleTag; readonly href: string}[]
}

/**
 * Which other locales have the page of a path; `exists` asks for one address.
 * `/fr-FR/reset` looks for `/reset` where English stands at `/`.
 */
export async function findElsewhere(
  path: string,
  bases: readonly LocaleBase[],
  exists: (href: string) => Promise<boolean>,
): Promise<Elsewhere> {
  const [here = null] = bases
    .filter(({baseUrl}) => path.startsWith(baseUrl))
    .sort((a, b) => b.baseUrl.length - a.baseUrl.length)
  if (!here) return {here, found: []}
  // `/fr-FR//host/x` must not become `//host/x`, which is another site.
  const page = path.slice(here.baseUrl.length).replace(/^[/\\\s]+/, '')
  const candidates = bases
    .filter(({locale}) => locale !== here.locale)
    .map(({locale, baseUrl}) => ({locale, href: baseUrl + page}))
  const answers = await Promise.all(candidates.map(({href}) => exists(href)))
  return {here, found: candidates.filter((_, index) => answers[index])}
}
