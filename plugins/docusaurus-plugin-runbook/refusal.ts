import type {VFile} from 'vfile'
import {formatMessages, isSiteRefused, type CompiledPage} from '../runbook/index.ts'

/**
 * Prints what was found, and ends the build where a runbook has no page or a page may stand on no site.
 * @throws one `Error` with every message of what is wrong.
 */
export function refuseBuild(runbooks: readonly CompiledPage[], plainPages: readonly VFile[]): void {
  const refused = [
    ...runbooks.filter(page => page.model === null).flatMap(page => page.diagnostics),
    ...plainPages.filter(isSiteRefused),
  ]
  const others = [...runbooks.flatMap(page => page.diagnostics), ...plainPages].filter(
    file => !refused.includes(file),
  )
  const found = formatMessages(others)
  if (found !== '') console.warn(found)
  if (refused.length > 0) throw new Error(`The site cannot be built.\n${formatMessages(refused)}`)
}
