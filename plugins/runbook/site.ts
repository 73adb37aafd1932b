import {VFile} from 'vfile'
import type {Finding} from '../bilingual/finding.ts'
import type {CompiledPage, Identity} from './compile.ts'
import {report, type SourceFile} from './report.ts'
import {isId} from './schema.ts'
import {isBranch, readYaml} from './yaml-places.ts'

/** The names of a runbook, without the places where they stand. */
export type RunbookNames = Omit<Identity, 'ranges'>

/** The names of a runbook that is not compiled; `slug` empty where no article stands beside its action file. */
export function readNames({path, text}: SourceFile, slug: string): RunbookNames {
  const {value} = readYaml(text, 'yaml-invalid')
  const runbook: unknown = isBranch(value) ? Reflect.get(value, 'runbook') : null
  return {path, runbook: isId(runbook) ? runbook : '', slug}
}

/**
 * Runbooks of one site, without the pages of those that share an id or the route of their article with each other or
 * with one of `others`: texts and runs are kept under the one, pages under the other.
 */
export function refuseDuplicates(
  pages: readonly CompiledPage[],
  others: readonly RunbookNames[] = [],
): readonly CompiledPage[] {
  const all = [...pages.map(page => page.identity), ...others]
  return pages.map(page => {
    const findings = (['runbook', 'slug'] as const).flatMap(name => duplicatesOf(page.identity, name, all))
    if (findings.length === 0) return page
    const diagnostics = page.diagnostics.map(file =>
      file.path === page.identity.path ? withFindings(file, findings) : file,
    )
    return {...page, model: null, page: () => null, diagnostics}
  })
}

function duplicatesOf(
  identity: Identity,
  name: 'runbook' | 'slug',
  all: readonly RunbookNames[],
): readonly Finding[] {
  const actual = identity[name]
  // Addresses are told apart without case; ids have none.
  const files = all.filter(each => each[name].toLowerCase() === actual.toLowerCase()).map(({path}) => path)
  if (actual === '' || files.length < 2) return []
  return [{ruleId: `${name}-duplicate`, args: {actual, files: files.sort()}, range: identity.ranges[name]}]
}

function withFindings({path, value, messages}: VFile, findings: readonly Finding[]): VFile {
  const file = new VFile({path, value})
  file.messages.push(...messages)
  report(file, findings)
  return file
}
