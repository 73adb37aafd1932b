import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'

/** Gives links to Microsoft's documentation, root-relative ones included, today's host and the reader's locale. */
export function rewriteLinks(tree: Root, locale: string | null): void {
  visit(tree, node => {
    if (node.type === 'link' || node.type === 'definition') node.url = toLearnUrl(node.url, locale)
  })
}

const learn = /^https?:\/\/(?:docs|learn)\.microsoft\.com(?=[/?#]|$)/i
const root = /^\/(?!\/)/
const localePart = /^\/[a-z]{2,3}(?:-[a-z]{4})?-[a-z]{2}(?=[/?#]|$)/i

/**
 * A link's address as the reader's locale has it; addresses elsewhere stay as they are. Without a locale the site
 * chooses by the browser's language.
 *
 * `/microsoft-365/admin` and `https://docs.microsoft.com/fr-fr/microsoft-365/admin` with `en-US` →
 * `https://learn.microsoft.com/en-us/microsoft-365/admin`
 */
function toLearnUrl(url: string, locale: string | null): string {
  const host = learn.exec(url)
  if (host === null && !root.test(url)) return url
  const path = url.slice(host?.[0].length ?? 0).replace(localePart, '')
  return `https://learn.microsoft.com${locale === null ? '' : `/${locale.toLowerCase()}`}${path}`
}
