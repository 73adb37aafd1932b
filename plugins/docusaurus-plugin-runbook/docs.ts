// plugin-content-docs with the side of the current locale, the procedures of a runbook as elements, and the compiled
// page handed to its route.
import {join, relative} from 'node:path'
import pluginContentDocs, {validateOptions} from '@docusaurus/plugin-content-docs'
import type {LoadedContent, PluginOptions} from '@docusaurus/plugin-content-docs'
import type {LoadContext, Plugin, RouteConfig} from '@docusaurus/types'
import {pageFileOf, slugOf} from '../runbook/index.ts'
import {remarkPlugins} from './remark-plugins.ts'
import {docsFolder, isRunbook, slashed} from './site-files.ts'

export {validateOptions}

/** The docs plugin of a bilingual site. Options: those of plugin-content-docs; pages are `.md` only. */
export default async function docs(
  context: LoadContext,
  options: PluginOptions,
): Promise<Plugin<LoadedContent>> {
  const locale = context.i18n.currentLocale
  const plugin = await pluginContentDocs(context, {
    ...options,
    // A page with code in it would run in the origin that holds the token: `.mdx` is a finding, and never a page.
    include: ['**/*.md'],
    beforeDefaultRemarkPlugins: [
      ...remarkPlugins(context.siteDir, locale),
      ...(options.beforeDefaultRemarkPlugins as readonly unknown[]),
    ],
  })
  return {
    ...plugin,
    contentLoaded: async ({content, actions}) =>
      plugin.contentLoaded?.({
        content,
        actions: {...actions, addRoute: route => actions.addRoute(withRunbook(route, context.siteDir))},
      }),
  }
}

function withRunbook(route: RouteConfig, siteDir: string): RouteConfig {
  const routes = route.routes?.map(child => withRunbook(child, siteDir))
  const source = route.modules?.['content']
  const article = typeof source === 'string' ? source.replace('@site', siteDir) : ''
  if (!isRunbook(article)) return routes === undefined ? route : {...route, routes}
  const slug = slugOf(slashed(relative(docsFolder(siteDir), article)))
  // Where `index.ts` writes the compiled page.
  const runbook = join('@generated/docusaurus-plugin-runbook/default', pageFileOf(slug))
  return {...route, modules: {...route.modules, runbook}}
}
