import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {sourceLocale, type LocaleTag} from '../../src/model/locale.ts'
import {checkArticle, compilePage, type CompiledPage, type SourceFile} from '../runbook/index.ts'
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

/** The runbook whose action file stands at `path`, compiled with the texts of every target locale. */
export function loadRunbook(siteDir: string, path: string): CompiledPage {
  const article = path.replace(/\.runbook\.yaml$/, '.md')
  return compilePage({
    article: existsSync(article) ? read(siteDir, article) : null,
    actions: read(siteDir, path),
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

/** What was found in the articles that have no action file. */
export function checkPlainArticles(siteDir: string): readonly VFile[] {
  return filesBelow(join(siteDir, 'docs'), '.md')
    .filter(path => !existsSync(actionFileOf(path)))
    .map(path => checkArticle(read(siteDir, path)))
}

/** A file's text under its path below the site, as diagnostics name it. */
export function read(siteDir: string, path: string): SourceFile {
  return {path: relative(siteDir, path), text: readFileSync(path, 'utf8')}
}
