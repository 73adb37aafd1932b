// A small runbook for tests that change one place of it.
import {readFileSync} from 'node:fs'
import {compilePage} from '../../plugins/runbook/index.ts'
import type {CompiledPage} from '../../plugins/runbook/index.ts'

const read = (name: string) =>
  readFileSync(new URL(`../fixtures/read-tenant/${name}`, import.meta.url), 'utf8')

/** The three files by the language of their examples; null where a file is not there. */
export interface ReadTenant {
  readonly markdown: string | null
  readonly yaml: string
  readonly json: string | null
}

/** The runbook without a fault. */
export const readTenant = {
  markdown: read('read-tenant.md'),
  yaml: read('read-tenant.runbook.yaml'),
  json: read('fr-FR.json'),
}

/** The compiled runbook, with the files given in place of its own. */
export function compile(changed: Partial<ReadTenant> = {}): CompiledPage {
  const files: ReadTenant = {...readTenant, ...changed}
  return compilePage({
    article: files.markdown === null ? null : {path: 'read-tenant.md', text: files.markdown},
    actions: {path: 'read-tenant.runbook.yaml', text: files.yaml},
    texts: () => [{locale: 'fr-FR', file: {path: 'fr-FR.json', text: files.json}}],
  })
}

/** A text with its only occurrence of a part replaced; throws where the part is absent or not alone. */
export function swap(text: string, part: string, other: string): string {
  const pieces = text.split(part)
  if (pieces.length !== 2) throw new Error(`${pieces.length - 1} occurrences of ${part}`)
  return pieces.join(other)
}

/** Every message as `file:line:column rule`, in the order of the files. */
export function messagesOf({diagnostics}: Pick<CompiledPage, 'diagnostics'>): readonly string[] {
  return diagnostics.flatMap(file =>
    file.messages.map(({line, column, ruleId}) => `${file.path}:${line ?? 0}:${column ?? 0} ${ruleId ?? ''}`),
  )
}

/** The rules that fired, each once. */
export function rulesOf(compiled: Pick<CompiledPage, 'diagnostics'>): readonly string[] {
  return [...new Set(compiled.diagnostics.flatMap(file => file.messages.map(({ruleId}) => ruleId ?? '')))]
}
