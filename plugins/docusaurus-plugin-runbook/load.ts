import {existsSync} from 'node:fs'
import {dirname, join, relative} from 'node:path'
import type {VFile} from 'vfile'
import {sourceLocale} from '../../src/model/locale.ts'
import {scan} from '../bilingual/index.ts'
import {
  checkMarkup,
  checkPages,
  compilePage,
  depthOf,
  diagnose,
  readNames,
  refuseDuplicates,
  slugOf,
  type CheckDepth,
  type CompiledPage,
  type PageFolder,
  type RunbookSources,
} from '../runbook/index.ts'
import {
  articleBeside,
  depthBelow,
  docsFolder,
  isPublishedBelow,
  isRunbook,
  overridesOf,
  pageEndings,
  pageFolders,
  publishedBelow,
  read,
  slashed,
  targetLocales,
  textsFileOf,
  type LocaleFolder,
} from './site-files.ts'

/** Every runbook of the site, those that are not alone with their id or name refused. */
export function loadRunbooks(siteDir: string): readonly CompiledPage[] {
  return refuseDuplicates(actionFiles(siteDir).map(path => compile(siteDir, path)))
}

/**
 * The runbook whose action file stands at `path`, refused where another one of the site has its id or name. One that is
 * not published has no others.
 */
export function loadRunbook(siteDir: string, path: string): CompiledPage {
  const page = compile(siteDir, path)
  const published = actionFiles(siteDir)
  const others = published.includes(path) ? published.filter(other => other !== path) : []
  const [checked = page] = refuseDuplicates(
    [page],
    others.map(other => readNames(read(siteDir, other), routeOf(siteDir, other)?.slug ?? '')),
  )
  return checked
}

/** What was found in the pages that have no action file, in their own place or in a locale's; `depth` as in `checkPages`. */
export function checkPlainPages(siteDir: string, depth: CheckDepth = 'all'): readonly VFile[] {
  return checkPages(
    pageFolders(siteDir).map(folder => {
      return pagesIn(
        siteDir,
        folder,
        existsSync(folder.path) ? publishedBelow(folder.path, ...pageEndings) : [],
      )
    }),
    depth,
  )
}

/** What the page at `path` does not show as it is written. */
export function checkPageMarkup(siteDir: string, path: string): VFile {
  const page = read(siteDir, path)
  return diagnose(page, checkMarkup(scan(page.text), depthBelow(siteDir, path)), 'plain')
}

/** What was found in the one such page at `path`, which may be a guide that lacks a language. */
export function checkPlainPage(siteDir: string, path: string): readonly VFile[] {
  const folders = pageFolders(siteDir)
  const home = folders.find(folder => isPublishedBelow(folder.path, path))
  // A file elsewhere is no page of the site, so it has no other languages.
  if (home === undefined) {
    const folder = {locale: sourceLocale, path: dirname(path)}
    return checkPages([{...filesIn(siteDir, folder, [path]), isElsewhere: true}])
  }
  const below = relative(home.path, path)
  const languages = folders.map(folder =>
    pagesIn(siteDir, folder, [join(folder.path, below)].filter(existsSync)),
  )
  // A copy in another locale that now differs is a finding of the copy, and comes from this file.
  const differs = ({messages}: VFile) => messages.some(({ruleId}) => ruleId === 'source-differs')
  return checkPages(languages).filter(file => file.path === relative(siteDir, path) || differs(file))
}

/** Of the files of a folder of the site those that belong to no runbook. */
function pagesIn(siteDir: string, folder: LocaleFolder, files: readonly string[]): PageFolder {
  const all = filesIn(siteDir, folder, files)
  return {...all, files: all.files.filter(({below}) => !isRunbook(join(docsFolder(siteDir), below)))}
}

function filesIn(siteDir: string, {locale, path}: LocaleFolder, files: readonly string[]): PageFolder {
  return {
    locale,
    path: slashed(relative(siteDir, path)),
    files: files.map(file => ({...read(siteDir, file), below: slashed(relative(path, file))})),
  }
}

function compile(siteDir: string, path: string): CompiledPage {
  const article = articleBeside(path)
  const route = routeOf(siteDir, path)
  return compilePage({
    ...(route && {route}),
    article: existsSync(article) ? read(siteDir, article) : null,
    actions: read(siteDir, path),
    overrides: overridesOf(siteDir, article).map(override => read(siteDir, override)),
    texts: runbook =>
      targetLocales(siteDir).map(locale => {
        const file = textsFileOf(siteDir, locale, runbook)
        return {
          locale,
          file: existsSync(file) ? read(siteDir, file) : {path: relative(siteDir, file), text: null},
        }
      }),
  })
}

function actionFiles(siteDir: string): readonly string[] {
  return publishedBelow(docsFolder(siteDir), '.runbook.yaml')
}

/** Where the page of an action file stands; null where it has no article, or that is not published. */
function routeOf(siteDir: string, actions: string): NonNullable<RunbookSources['route']> | null {
  const article = articleBeside(actions)
  const folder = docsFolder(siteDir)
  if (!existsSync(article) || !isPublishedBelow(folder, article)) return null
  const below = slashed(relative(folder, article))
  return {slug: slugOf(below), targets: targetLocales(siteDir), depth: depthOf(below)}
}
