// A small runbook for tests that change one place of it.
import {readFileSync} from 'node:fs'
import {checkPages, compilePage, refuseDuplicates, slugOf} from '../../plugins/runbook/index.ts'
import type {CompiledPage, PageFolder} from '../../plugins/runbook/index.ts'
import type {LocaleTag} from '../../src/model/locale.ts'

const read = (name: string) =>
  readFileSync(new URL(`../fixtures/read-tenant/${name}`, import.meta.url), 'utf8')

/** The three files by the language of their examples; null where a file is not there. */
export interface ReadTenant {
  readonly markdown: string | null
  readonly yaml: string
  readonly json: string | null
  /** Paths of further files: action files with the same text, files in place of the article, and plain pages. */
  readonly others: readonly string[]
}

/** The runbook without a fault. */
export const readTenant = {
  markdown: read('read-tenant.md'),
  yaml: read('read-tenant.runbook.yaml'),
  json: read('fr-FR.json'),
  others: [],
}

const changeEntry = read('change.yaml')

/** The same runbook with a change in place of a read, and one place of that change replaced. */
export function readTenantWithChange(part = '', other = ''): Pick<ReadTenant, 'yaml' | 'json'> {
  const entry = part === '' ? changeEntry : swap(changeEntry, part, other)
  const texts = {...parsed(readTenant.json), ...parsed(read('change.fr-FR.json'))}
  return {
    yaml: swap(readTenant.yaml, '    label: Sign in\n    do: read\n', entry),
    json: JSON.stringify(texts, null, 2),
  }
}

const licenceEntry = read('licence.yaml')

/** The same runbook with inputs and a change of a user in place of a read, and one place of them replaced. */
export function readTenantWithLicence(part = '', other = ''): Pick<ReadTenant, 'yaml' | 'json'> {
  const entry = part === '' ? licenceEntry : swap(licenceEntry, part, other)
  const [inputs = '', change = '', press = ''] = entry.split('===\n')
  const texts = {...parsed(readTenant.json), ...parsed(read('licence.fr-FR.json'))}
  const withChange = swap(readTenant.yaml, '    label: Sign in\n    do: read\n', change)
  const withPress = swap(withChange, '      - id: run\n', `${press}      - id: run\n`)
  return {
    yaml: swap(withPress, 'procedures:\n', `${inputs}procedures:\n`),
    json: JSON.stringify(texts, null, 2),
  }
}

function parsed(json: string): object {
  return JSON.parse(json) as object
}

/** The compiled runbook, with the files given in place of its own. */
export function compile(changed: Partial<ReadTenant> = {}): CompiledPage {
  const files: ReadTenant = {...readTenant, ...changed}
  const {markdown, yaml, json, others} = files
  const actions = ['read-tenant.runbook.yaml', ...others.filter(path => path.endsWith('.yaml'))]
  const runbooks = actions.map(path =>
    compilePage({
      article: markdown === null ? null : {path: path.replace('.runbook.yaml', '.md'), text: markdown},
      actions: {path, text: yaml},
      route: {slug: slugOf(path.replace('.runbook.yaml', '.md')), targets: ['fr-FR']},
      overrides: others
        .filter(other => other.endsWith('/read-tenant.md'))
        .map(other => ({path: other, text: ''})),
      texts: () => [{locale: 'fr-FR', file: {path: 'fr-FR.json', text: json}}],
    }),
  )
  const [page] = refuseDuplicates(runbooks)
  if (page === undefined) throw new TypeError('no page')
  const pages = others.filter(path => /(?<!\/read-tenant)\.mdx?$/.test(path))
  return {...page, diagnostics: [...page.diagnostics, ...checkPages(foldersOf(pages))]}
}

/** Plain pages by their paths: those in `docs`, and those in the French folder. */
function foldersOf(pages: readonly string[]): readonly PageFolder[] {
  const french = 'i18n/fr-FR/docusaurus-plugin-content-docs/current'
  const folder = (locale: LocaleTag, path: string): PageFolder => {
    const files = pages.filter(page => page.startsWith(`${path}/`))
    return {
      locale,
      path,
      files: files.map(file => ({path: file, below: file.slice(path.length + 1), text: '# Guide\n'})),
    }
  }
  return [folder('en-US', 'docs'), folder('fr-FR', french)]
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
