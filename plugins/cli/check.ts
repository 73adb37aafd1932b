import {resolve} from 'node:path'
import type {VFile} from 'vfile'
import {checkConfiguration} from '../docusaurus-plugin-runbook/configuration.ts'
import {
  checkPlainPage,
  checkPlainPages,
  loadRunbook,
  loadRunbooks,
} from '../docusaurus-plugin-runbook/load.ts'
import {
  actionFileOf,
  articleOf,
  isRunbook,
  pageEndings,
  publishedBelow,
} from '../docusaurus-plugin-runbook/site-files.ts'
import type {Run} from './command.ts'
import {asked, isFolder, siteFolder} from './files.ts'
import {formats, isFormat, severities} from './format.ts'
import {UsageError} from './usage-error.ts'

/**
 * `passerelle check`: every finding about articles, action files, their texts and the configuration. Without a path all
 * of the site. Exits with 1 where there is an error.
 */
export const check: Run = async ({options: {format = 'text'}, paths}) => {
  if (!isFormat(format))
    throw new UsageError(`Unexpected format \`${String(format)}\`, expected text, json or github`)
  const siteDir = siteFolder()
  const files = asked(siteDir, () =>
    paths.length === 0 ? checkSite(siteDir) : paths.flatMap(path => checkPath(siteDir, resolve(path))),
  )
  const found = formats[format](files)
  if (found !== '') process.stdout.write(`${found}\n`)
  const {error, warning} = severities(files)
  process.stderr.write(`${files.length} files, ${error} errors, ${warning} warnings\n`)
  return error > 0 ? 1 : 0
}

function checkSite(siteDir: string): readonly VFile[] {
  const runbooks = loadRunbooks(siteDir).flatMap(page => page.diagnostics)
  return [...checkConfiguration(siteDir), ...runbooks, ...checkPlainPages(siteDir)]
}

function checkPath(siteDir: string, path: string): readonly VFile[] {
  if (!isFolder(path)) return checkFile(siteDir, path)
  const runbooks = publishedBelow(path, actionsEnding)
  // An article with its action file beside it is checked with that.
  const pages = publishedBelow(path, ...pageEndings).filter(page => !runbooks.includes(actionFileOf(page)))
  return [...runbooks, ...pages].flatMap(file => checkFile(siteDir, file))
}

const actionsEnding = '.runbook.yaml'

function checkFile(siteDir: string, path: string): readonly VFile[] {
  if (path.endsWith(actionsEnding)) return loadRunbook(siteDir, path).diagnostics
  if (!pageEndings.some(ending => path.endsWith(ending))) {
    throw new UsageError(
      `Unexpected path \`${path}\`, expected an article (.md), an action file (.runbook.yaml) or a folder`,
    )
  }
  const article = articleOf(siteDir, path)
  if (isRunbook(article)) return loadRunbook(siteDir, actionFileOf(article)).diagnostics
  return checkPlainPage(siteDir, path)
}
