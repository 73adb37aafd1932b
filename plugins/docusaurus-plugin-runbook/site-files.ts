// Where the authored files of a site stand.
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join, relative, sep} from 'node:path'
import {sourceLocale, type LocaleTag} from '../../src/model/locale.ts'
import {depthOf, type SourceFile} from '../runbook/index.ts'

/** Endings of files that are pages, or that an author takes for pages. */
export const pageEndings = ['.md', '.mdx'] as const

/** A folder whose files are pages of one locale. */
export interface LocaleFolder {
  readonly locale: LocaleTag
  readonly path: string
}

/** The folder of articles, in the source locale unless they say both languages, and of action files. */
export function docsFolder(siteDir: string): string {
  return join(siteDir, 'docs')
}

/** The folders of pages: `docs`, then each locale's, the source's too, whether it is there or not. */
export function pageFolders(siteDir: string): readonly LocaleFolder[] {
  return [{locale: sourceLocale, path: docsFolder(siteDir)}, ...overrideFolders(siteDir)]
}

/** The locales that have a folder below `i18n/`, but for the source. */
export function targetLocales(siteDir: string): readonly LocaleTag[] {
  return locales(siteDir).filter(locale => locale !== sourceLocale)
}

/** Path of the action file that makes an article a runbook. */
export function actionFileOf(article: string): string {
  return article.replace(/\.md$/, '.runbook.yaml')
}

/** Whether an article has an action file. */
export function isRunbook(article: string): boolean {
  return article.endsWith('.md') && existsSync(actionFileOf(article))
}

/** Path of the article that an action file stands beside. */
export function articleBeside(actions: string): string {
  return actions.replace(/\.runbook\.yaml$/, '.md')
}

/** Where a locale's texts of a runbook's action file stand. */
export function textsFileOf(siteDir: string, locale: LocaleTag, runbook: string): string {
  return join(siteDir, 'i18n', locale, 'docusaurus-plugin-runbook', `${runbook}.json`)
}

/** The file of each catalogue of served words in a locale, by the name it is imported by. Throws a `RangeError` where one is missing: a build without words stops. */
export function servedWords(siteDir: string, locale: LocaleTag): Readonly<Record<string, string>> {
  return {
    '@words/shell': wordsFile(siteDir, 'src/components/runbook/words/shell', locale),
    '@words/home': wordsFile(siteDir, 'src/components/words/home', locale),
    '@words/consent': wordsFile(siteDir, 'src/components/words/consent', locale),
    '@words/notFound': wordsFile(siteDir, 'src/components/words/notFound', locale),
  }
}

/** Path of the article below `docs/` that a file stands in place of; the file's own where it is no such file. */
export function articleOf(siteDir: string, path: string): string {
  const folder = overrideFolders(siteDir).find(each => path.startsWith(each.path + sep))
  return folder === undefined ? path : join(docsFolder(siteDir), relative(folder.path, path))
}

/** The files that stand in place of an article in some locale. */
export function overridesOf(siteDir: string, article: string): readonly string[] {
  const below = relative(docsFolder(siteDir), article)
  return overrideFolders(siteDir)
    .map(folder => join(folder.path, below))
    .filter(path => existsSync(path))
}

/** Every file below a folder whose name ends so, sorted. */
export function filesBelow(folder: string, ...endings: readonly string[]): readonly string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile() && endings.some(ending => entry.name.endsWith(ending)))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
}

/** Those of `filesBelow` that are published. */
export function publishedBelow(folder: string, ...endings: readonly string[]): readonly string[] {
  return filesBelow(folder, ...endings).filter(path => isPublishedBelow(folder, path))
}

/** Whether a file stands below a folder, with no name on the way to it that begins with `_`. */
export function isPublishedBelow(folder: string, path: string): boolean {
  return path.startsWith(folder + sep) && !slashed(path.slice(folder.length)).includes('/_')
}

/** Folders between a page and the root of its folder of pages; unbounded for a file elsewhere. */
export function depthBelow(siteDir: string, path: string): number {
  const folder = pageFolders(siteDir).find(each => path.startsWith(each.path + sep))
  return folder === undefined ? Infinity : depthOf(slashed(relative(folder.path, path)))
}

/** A path with `/` between its names, as Docusaurus and diagnostics write it. */
export function slashed(path: string): string {
  return path.replaceAll(sep, '/')
}

/** A file's text under its path below the site, as diagnostics name it. */
export function read(siteDir: string, path: string): SourceFile {
  return {path: relative(siteDir, path), text: readFileSync(path, 'utf8')}
}

/** Where a locale's files stand that Docusaurus shows in place of those of the same path below `docs/`. */
function overrideFolders(siteDir: string): readonly LocaleFolder[] {
  return locales(siteDir).map(locale => {
    return {locale, path: join(siteDir, 'i18n', locale, 'docusaurus-plugin-content-docs', 'current')}
  })
}

function wordsFile(siteDir: string, catalogue: string, locale: LocaleTag): string {
  const path = join(siteDir, `${catalogue}.${locale}.ts`)
  if (!existsSync(path))
    throw new RangeError(`No words for ${locale}: ${relative(siteDir, path)} is missing.`)
  return path
}

function locales(siteDir: string): readonly LocaleTag[] {
  const folder = join(siteDir, 'i18n')
  if (!existsSync(folder)) return []
  return readdirSync(folder, {withFileTypes: true})
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort()
}
