import {VFile} from 'vfile'
import type {Finding} from '../../src/model/finding.ts'
import type {CompiledPage} from './compile.ts'
import {report} from './report.ts'

/**
 * The runbooks of one site, without the pages of those that share an id or the file name of their article: texts and runs
 * are kept under the one, pages under the other.
 */
export function refuseDuplicates(pages: readonly CompiledPage[]): readonly CompiledPage[] {
  return pages.map(page => {
    const findings = (['runbook', 'slug'] as const).flatMap(name => duplicatesOf(page, name, pages))
    if (findings.length === 0) return page
    const diagnostics = page.diagnostics.map(file =>
      file.path === page.identity.path ? withFindings(file, findings) : file,
    )
    return {...page, model: null, page: () => null, diagnostics}
  })
}

function duplicatesOf(
  {identity}: CompiledPage,
  name: 'runbook' | 'slug',
  pages: readonly CompiledPage[],
): readonly Finding[] {
  const actual = identity[name]
  const files = pages.filter(page => page.identity[name] === actual).map(page => page.identity.path)
  if (actual === '' || files.length < 2) return []
  return [{ruleId: `${name}-duplicate`, args: {actual, files}, range: identity.ranges[name]}]
}

function withFindings({path, value, messages}: VFile, findings: readonly Finding[]): VFile {
  const file = new VFile({path, value})
  file.messages.push(...messages)
  report(file, findings)
  return file
}
