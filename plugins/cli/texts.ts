import {existsSync} from 'node:fs'
import {relative} from 'node:path'
import type {VFile} from 'vfile'
import {loadRunbooks} from '../docusaurus-plugin-runbook/load.ts'
import {targetLocales, textsFileOf} from '../docusaurus-plugin-runbook/site-files.ts'
import {fillTexts, formatMessages} from '../runbook/index.ts'
import type {Run} from './command.ts'
import {readText, siteFolder, writeText} from './files.ts'
import {UsageError} from './usage-error.ts'

/**
 * `passerelle texts`: adds the keys that a locale lacks, empty, with the hash of their source; changes nothing else. Exits
 * with 1 where a file cannot be read, and leaves that one alone.
 */
export const texts: Run = async ({paths}) => {
  if (paths.length > 0) throw new UsageError('Unexpected path: the command takes none')
  const siteDir = siteFolder()
  const pages = loadRunbooks(siteDir)
  const broken = pages.find(({model}) => model === null)
  if (broken !== undefined) throw new UsageError(`${broken.identity.path} has errors: run \`check\` first`)
  const unreadable = pages.flatMap(({diagnostics}) => diagnostics.filter(isUnreadable))
  for (const {identity, texts: sources} of pages) {
    for (const locale of targetLocales(siteDir)) {
      const file = textsFileOf(siteDir, locale, identity.runbook)
      const path = relative(siteDir, file)
      if (unreadable.some(each => each.path === path)) continue
      const before = existsSync(file) ? readText(file) : ''
      const after = fillTexts(before, sources)
      if (after !== before) writeText(file, after)
      process.stdout.write(`${path}: ${after === before ? 'nothing to add' : 'keys added'}\n`)
    }
  }
  if (unreadable.length > 0) process.stderr.write(`${formatMessages(unreadable)}\n`)
  return unreadable.length > 0 ? 1 : 0
}

function isUnreadable({messages}: VFile): boolean {
  return messages.some(({ruleId}) => ruleId === 'texts-invalid')
}
