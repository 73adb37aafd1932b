import {existsSync} from 'node:fs'
import {join, relative} from 'node:path'
import {filesBelow, loadRunbook, targetLocales, textsFileOf} from '../docusaurus-plugin-runbook/load.ts'
import {fillTexts} from '../runbook/index.ts'
import type {Run} from './commands.ts'
import {readText, writeText} from './files.ts'
import {UsageError} from './usage-error.ts'

/** `passerelle texts`: adds the keys that a locale lacks, empty, with the hash of their source; changes nothing else. */
export const texts: Run = async ({paths}) => {
  if (paths.length > 0) throw new UsageError('Unexpected path: the command takes none')
  const siteDir = process.cwd()
  for (const path of filesBelow(join(siteDir, 'docs'), '.runbook.yaml')) {
    const {model, texts: sources} = loadRunbook(siteDir, path)
    if (model === null) throw new UsageError(`${relative(siteDir, path)} has errors: run \`check\` first`)
    for (const locale of targetLocales(siteDir)) {
      const file = textsFileOf(siteDir, locale, model.runbook)
      const before = existsSync(file) ? readText(file) : ''
      const after = fillTexts(before, sources)
      if (after !== before) writeText(file, after)
      process.stdout.write(`${relative(siteDir, file)}: ${after === before ? 'complete' : 'keys added'}\n`)
    }
  }
  return 0
}
