// The lifecycle: compiles the runbooks, refuses the build where one is wrong, hands the pages to their routes.
import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {LoadContext, Plugin} from '@docusaurus/types'
import {sourceLocale} from '../../src/model/locale.ts'
import type {RunbookEffect, RunbookSummary} from '../../src/model/summary.ts'
import {pageFileOf, type CompiledPage} from '../runbook/index.ts'
import {checkPlainPages, loadRunbooks} from './load.ts'
import {refuseBuild} from './refusal.ts'
import {withShortKeys} from './short-keys.ts'
import {docsFolder, servedWords, targetLocales} from './site-files.ts'
import {summarise} from './summary.ts'

/** The runbooks of the site, compiled for all locales. */
export type RunbookContent = readonly CompiledPage[]

const effects: readonly RunbookEffect[] = ['none', 'reversible', 'irreversible']

/** Data and routes of the runbooks: each page's model, the catalogue at the root, the list of runs. */
export default function pluginRunbook({siteDir, baseUrl, i18n}: LoadContext): Plugin<RunbookContent> {
  return {
    name: 'docusaurus-plugin-runbook',

    getPathsToWatch: () => [
      join(docsFolder(siteDir), '**/*.{md,mdx,yaml}'),
      join(siteDir, 'i18n/*/docusaurus-plugin-content-docs/current/**/*.{md,mdx}'),
      ...targetLocales(siteDir).map(locale =>
        join(siteDir, 'i18n', locale, 'docusaurus-plugin-runbook/*.json'),
      ),
    ],

    async loadContent() {
      const pages = loadRunbooks(siteDir)
      // What stands in an article is the same for every locale: the build of several says it once. What needs its
      // Markdown is said where that is read, in `remark-refusals.ts`, or by `passerelle check`.
      refuseBuild(pages, checkPlainPages(siteDir, i18n.currentLocale === sourceLocale ? 'text' : 'places'))
      return pages
    },

    async contentLoaded({content, actions}) {
      const locale = i18n.currentLocale
      const summaries: RunbookSummary[] = []
      for (const {page: pageOf, locales} of content) {
        const page = pageOf(locale)
        if (page === null) continue
        await actions.createData(pageFileOf(page.model.slug), withShortKeys(page))
        summaries.push(summarise(page, locales))
      }
      // Who comes for the first time is led to one that changes nothing.
      const sorted = [...summaries].sort((a, b) => effects.indexOf(a.effect) - effects.indexOf(b.effect))
      const runbooks = await actions.createData('runbooks.json', sorted)
      const exact = true
      actions.addRoute({
        path: baseUrl,
        component: '@site/src/components/HomePage',
        exact,
        modules: {runbooks},
      })
      actions.addRoute({
        path: `${baseUrl}runs`,
        component: '@site/src/components/RunsPage',
        exact,
        modules: {runbooks},
      })
      actions.addRoute({
        path: `${baseUrl}consent`,
        component: '@site/src/components/ConsentPage',
        exact,
        modules: {runbooks},
      })
    },

    // What the page of another language needs to copy a ticket in this one.
    async postBuild({content, outDir}) {
      for (const page of content.flatMap(compiled => compiled.page(i18n.currentLocale) ?? [])) {
        const file = join(outDir, 'runbooks', `${page.model.slug}.json`)
        mkdirSync(dirname(file), {recursive: true})
        writeFileSync(file, JSON.stringify(page))
      }
    },

    configureWebpack(config, isServer) {
      const split = config.optimization?.splitChunks
      // What half of the pages use would go into a file that every page loads; with few pages that is every lazy module.
      if (!isServer && typeof split === 'object') split.cacheGroups = {...split.cacheGroups, common: false}
      return {resolve: {alias: servedWords(siteDir, i18n.currentLocale)}}
    },
  }
}
