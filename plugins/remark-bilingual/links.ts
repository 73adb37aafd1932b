import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'

/** Gives links to Microsoft's documentation, root-relative ones included, today's host and the reader's locale. */
export function rewriteLinks(tree: Root, locale: string | null): void {
  const part = localeOf(locale)
  visit(tree, node => {
    if (node.type === 'link' || node.type === 'definition') node.url = toLearnUrl(node.url, part)
  })
}

/**
 * The locale as addresses of Microsoft's documentation name it, with a region always: `/fr-fr`, `/zh-cn` for `zh-Hans`.
 * Empty for a language alone and for what is no tag: the site chooses then.
 */
function localeOf(tag: string | null): string {
  try {
    const locale = new Intl.Locale(tag ?? '')
    if (locale.region !== undefined) return `/${locale.baseName.toLowerCase()}`
    return locale.script === undefined
      ? ''
      : `/${locale.language}-${locale.maximize().region ?? ''}`.toLowerCase()
  } catch {
    return ''
  }
}

const learn = /^https?:\/\/(?:docs|learn)\.microsoft\.com(?=[/?#]|$)/i
const root = /^\/(?!\/)/
const localePart = /^\/[a-z]{2,3}(?:-[a-z]{4})?-[a-z]{2}(?=[/?#]|$)/i

/**
 * A link's address as the reader's locale has it; addresses elsewhere stay as they are. Without a locale the site
 * chooses by the browser's language.
 *
 * `/microsoft-365/admin` and `https://docs.microsoft.com/fr-fr/microsoft-365/admin` with `/en-us` →
 * `https://learn.microsoft.com/en-us/microsoft-365/admin`
 */
function toLearnUrl(url: string, locale: string): string {
  const host = learn.exec(url)
  if (host === null && !root.test(url)) return url
  const path = url.slice(host?.[0].length ?? 0).replace(localePart, '')
  return `https://learn.microsoft.com${locale}${path}`
}
