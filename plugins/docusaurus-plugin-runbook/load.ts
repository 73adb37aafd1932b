import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join, relative, sep} from 'node:path'
import {sourceLocale, type LocaleTag} from '../../src/model/locale.ts'
import {
  checkArticle,
  compilePage,
  refuseDuplicates,
  type CompiledPage,
  type SourceFile,
} from '../runbook/index.ts'
import type {VFile} from 'vfile'

/** Path of the action file that makes an article a runbook. */
export function actionFileOf(article: string): string {
  return article.replace(/\.md$/, '.runbook.yaml')
}

/** Every file below `folder` whose name ends so, sorted; folders whose name begins with `_` are left out. */
export function filesBelow(folder: string, ending: string): readonly string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile() && entry.name.endsWith(ending))
    .map(entry => join(entry.parentPath, entry.name))
    .filter(
      path =>
        !relative(folder, path)
          .split(/[\\/]/)
          .some(name => name.startsWith('_')),
    )
    .sort()
}

/** The locales that have a folder below `i18n/`. */
export function targetLocales(siteDir: string): readonly LocaleTag[] {
  return readdirSync(join(siteDir, 'i18n'), {withFileTypes: true})
    .filter(entry => entry.isDirectory() && entry.name !== sourceLocale)
    .map(entry => entry.name)
    .sort()
}

/** Where a locale's texts of a runbook's action file stand. */
export function textsFileOf(siteDir: string, locale: LocaleTag, runbook: string): string {
  return join(siteDir, 'i18n', locale, 'docusaurus-plugin-runbook', `${runbook}.json`)
}

/** Where a locale's files stand that Docusaurus shows in place of the articles of the same path below `docs/`. */
const overridesBelow = join('docusaurus-plugin-content-docs', 'current')

/** The folders of all locales, the source's too, whose files stand in place of articles. */
function overrideFolders(siteDir: string): readonly string[] {
  return readdirSync(join(siteDir, 'i18n'), {withFileTypes: true})
    .filter(entry => entry.isDirectory())
    .map(entry => join(siteDir, 'i18n', entry.name, overridesBelow))
    .filter(folder => existsSync(folder))
    .sort()
}

/** Path of the article below `docs/` that a file stands in place of; the file's own where it is no such file. */
export function articleOf(siteDir: string, path: string): string {
  const folder = overrideFolders(siteDir).find(each => path.startsWith(`${each}${sep}`))
  return folder === undefined ? path : join(siteDir, 'docs', relative(folder, path))
}

/** Every runbook of the site, those that are not alone with their id or name refused. */
export function loadRunbooks(siteDir: string): readonly CompiledPage[] {
  const actions = filesBelow(join(siteDir, 'docs'), '.runbook.yaml')
  return refuseDuplicates(actions.map(path => loadRunbook(siteDir, path)))
}

/** The runbook whose action file stands at `path`, compiled with the texts of every target locale. */
export function loadRunbook(siteDir: string, path: string): CompiledPage {
  const article = path.replace(/\.runbook\.yaml$/, '.md')
  return compilePage({
    article: existsSync(article) ? read(siteDir, article) : null,
    actions: read(siteDir, path),
    overrides: overrideFolders(siteDir)
      .map(folder => join(folder, relative(join(siteDir, 'docs'), article)))
      .filter(override => existsSync(override))
      .map(override => read(siteDir, override)),
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

/** What was found in the articles that have no action file, in their own place or in a locale's. */
export function checkPlainArticles(siteDir: string): readonly VFile[] {
  return [join(siteDir, 'docs'), ...overrideFolders(siteDir)]
    .flatMap(folder => filesBelow(folder, '.md'))
    .filter(path => !existsSync(actionFileOf(articleOf(siteDir, path))))
    .map(path => checkArticle(read(siteDir, path)))
}

/** A file's text under its path below the site, as diagnostics name it. */
export function read(siteDir: string, path: string): SourceFile {
  return {path: relative(siteDir, path), text: readFileSync(path, 'utf8')}
}
