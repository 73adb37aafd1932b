import {loadRunbooks} from '../docusaurus-plugin-runbook/load.ts'
import {formatMessages, type CompiledPage} from '../runbook/index.ts'
import {formatBrowserRows} from './browser-rows.ts'
import type {Run} from './command.ts'
import {siteFolder} from './files.ts'
import {loadRehearsal} from './rehearsal.ts'
import {UsageError} from './usage-error.ts'

/**
 * `passerelle rehearse [RUNBOOK|--all]`: runs runbooks headless against the practice tenant, in every situation, with every
 * fault, and prints how each scene ended. Exits with 1 where an end is wrong, unannounced or lost.
 */
export const rehearse: Run = async ({options: {all}, paths}) => {
  const [asked, ...more] = paths
  if (more.length > 0 || (asked !== undefined && all === true))
    throw new UsageError('Unexpected argument, expected one RUNBOOK or --all')
  const siteDir = siteFolder()
  const pages = loadRunbooks(siteDir)
  const chosen = pages.filter(({model}) => asked === undefined || model?.runbook === asked)
  if (chosen.length === 0)
    throw new UsageError(`Unexpected runbook \`${asked ?? ''}\`, expected one of ${known(pages)}`)
  const broken = chosen.filter(({model}) => model === null)
  if (broken.length > 0) process.stderr.write(`${formatMessages(broken.flatMap(page => page.diagnostics))}\n`)
  const rehearsal = await loadRehearsal()
  const rows = []
  for (const page of chosen) {
    if (page.model === null) continue
    const played = await rehearsal.rehearse(page.locales.flatMap(locale => page.page(locale) ?? []))
    process.stdout.write(rehearsal.formatRows(played))
    rows.push(...played)
  }
  if (asked === undefined) process.stdout.write(formatBrowserRows(siteDir))
  process.stderr.write(rehearsal.formatSize(rows))
  return broken.length > 0 || rows.some(({wrong}) => wrong.length > 0) ? 1 : 0
}

function known(pages: readonly CompiledPage[]): string {
  return pages.flatMap(({model}) => model?.runbook ?? []).join(', ')
}
