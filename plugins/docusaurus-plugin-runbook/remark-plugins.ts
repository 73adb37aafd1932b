import {readFileSync} from 'node:fs'
import {sourceLocale, type LocaleTag} from '../../src/model/locale.ts'
import type {Side} from '../bilingual/index.ts'
import {readBullets, readStepPlaces} from '../runbook/index.ts'
import remarkArticle from './remark-article.ts'
import remarkHeadings from './remark-headings.ts'
import remarkProcedures from './remark-procedures.ts'
import remarkRefusals from './remark-refusals.ts'
import {actionFileOf, depthBelow, isRunbook} from './site-files.ts'

/** What Docusaurus runs over each page of a locale before its own plugins, in order. */
export function remarkPlugins(siteDir: string, locale: LocaleTag): readonly unknown[] {
  const side: Side = locale === sourceLocale ? 'source' : 'target'
  const depthOf = (path: string) => depthBelow(siteDir, path)
  const bulletedIn = (path: string) => readBullets(...textsOf(path))
  const stepsIn = (path: string) => readStepPlaces(...textsOf(path), side)
  return [
    [remarkArticle, {side, locale, alerts: 'directive', depthOf, isRunbook}],
    [remarkRefusals, {siteDir}],
    [remarkProcedures, {isRunbook, bulletedIn, stepsIn}],
    remarkHeadings,
  ]
}

function textsOf(article: string): [article: string, actions: string] {
  return [readFileSync(article, 'utf8'), readFileSync(actionFileOf(article), 'utf8')]
}
