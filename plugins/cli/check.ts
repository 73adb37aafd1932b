import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import type {VFile} from 'vfile'
import {checkConfiguration} from '../docusaurus-plugin-runbook/configuration.ts'
import {
  actionFileOf,
  articleOf,
  checkPlainArticles,
  filesBelow,
  loadRunbook,
  loadRunbooks,
  read,
} from '../docusaurus-plugin-runbook/load.ts'
import {checkArticle} from '../runbook/index.ts'
import type {Run} from './commands.ts'
import {isFolder} from './files.ts'
import {formats, isFormat, severities} from './format.ts'
import {UsageError} from './usage-error.ts'

/**
 * `passerelle check`: every finding about articles, action files, their texts and the configuration. Without a path all
 * of the site. Exits with 1 where there is an error.
 */
export const check: Run = async ({options: {format = 'text'}, paths}) => {
  if (!isFormat(format))
    throw new UsageError(`Unexpected format \`${String(format)}\`, expected text, json or github`)
  const siteDir = process.cwd()
  const files =
    paths.length === 0 ? checkSite(siteDir) : paths.flatMap(path => checkPath(siteDir, resolve(path)))
  const found = formats[format](files)
  if (found !== '') process.stdout.write(`${found}\n`)
  const {error, warning} = severities(files)
  process.stderr.write(`${files.length} files, ${error} errors, ${warning} warnings\n`)
  return error > 0 ? 1 : 0
}

function checkSite(siteDir: string): readonly VFile[] {
  const runbooks = loadRunbooks(siteDir).flatMap(page => page.diagnostics)
  return [...checkConfiguration(siteDir), ...runbooks, ...checkPlainArticles(siteDir)]
}

function checkPath(siteDir: string, path: string): readonly VFile[] {
  if (!isFolder(path)) return checkFile(siteDir, path)
  const runbooks = filesBelow(path, '.runbook.yaml')
  const articles = filesBelow(path, '.md').filter(article => !runbooks.includes(actionFileOf(article)))
  return [...runbooks, ...articles].flatMap(file => checkFile(siteDir, file))
}

function checkFile(siteDir: string, path: string): readonly VFile[] {
  const actions = path.endsWith('.runbook.yaml') ? path : actionFileOf(articleOf(siteDir, path))
  if (path.endsWith('.md') && !existsSync(actions)) return [checkArticle(read(siteDir, path))]
  if (!path.endsWith('.md') && !path.endsWith('.runbook.yaml')) {
    throw new UsageError(
      `Unexpected path \`${path}\`, expected an article (.md), an action file (.runbook.yaml) or a folder`,
    )
  }
  return loadRunbook(siteDir, actions).diagnostics
}
