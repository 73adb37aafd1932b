import type {VFile} from 'vfile'
import type {CompiledPage} from '../runbook/index.ts'
import {formatMessages} from '../runbook/index.ts'

/**
 * Prints what was found, and ends the build where a runbook has no page.
 * @throws one `Error` with every message of the runbooks that are wrong.
 */
export function refuseBuild(pages: readonly CompiledPage[], articles: readonly VFile[]): void {
  const wrong = pages.filter(page => page.model === null).flatMap(page => page.diagnostics)
  if (wrong.length > 0) throw new Error(`The runbooks cannot be built.\n${formatMessages(wrong)}`)
  const found = formatMessages([...pages.flatMap(page => page.diagnostics), ...articles])
  if (found !== '') console.warn(found)
}
