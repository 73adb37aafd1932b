// Where an article stands on the site and where its compiled page is kept: both by its path below the folder of articles.
import type {Finding} from '../bilingual/finding.ts'
import type {LocaleTag} from '../../src/model/locale.ts'

/**
 * Routes below a locale's base URL at which the site has pages of its own: home, 404, the runs, the approval file, where an
 * administrator comes back to, MSAL's bridge.
 */
const ownRoutes = ['', '404', 'runs', 'approval', 'consent', 'auth/redirect']

/**
 * Route of an article below the locale's base URL, without slashes at the ends, from its path below the folder of
 * articles: `identity/reset.md` → `identity/reset`. As Docusaurus has it, `index.md`, `README.md` and a file with the
 * name of its folder are the page of that folder.
 */
export function slugOf(below: string): string {
  const names = below.replace(/\.mdx?$/, '').split('/')
  const [name = '', folder] = names.map(each => each.toLowerCase()).reverse()
  const isFolder = name === 'index' || name === 'readme' || name === folder
  return (isFolder ? names.slice(0, -1) : names).join('/')
}

/** Folders between a page and the root of its folder of pages, from its path below that. */
export function depthOf(below: string): number {
  return below.split('/').length - 1
}

/** Name of the file that holds the compiled page of a route; no other data of the site stands in that folder. */
export function pageFileOf(slug: string): string {
  return `pages/${slug}.json`
}

/** A finding where an article would stand at a route of the site's own, or among the pages of a locale. */
export function checkRoute(slug: string, targets: readonly LocaleTag[]): readonly Finding[] {
  // Routes are told apart without case.
  const [taken, route] = [targets.map(each => each.toLowerCase()), slug.toLowerCase()]
  if (!ownRoutes.includes(route) && !taken.includes(route.split('/')[0] ?? '')) return []
  return [{ruleId: 'route-reserved', args: {actual: `/${slug}`}, range: {start: 0, end: 0}}]
}
