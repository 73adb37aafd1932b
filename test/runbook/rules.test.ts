import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {adopt} from '../../plugins/adopt/index.ts'
import {checkPages, formatMessages, rules} from '../../plugins/runbook/index.ts'
import type {CompiledPage, PageFolder} from '../../plugins/runbook/index.ts'
import {parse} from '../../plugins/runbook/parse.ts'
import {
  compile,
  readTenant,
  readTenantWithChange,
  readTenantWithLicence,
  rulesOf,
  swap,
} from './read-tenant.ts'
import type {ReadTenant} from './read-tenant.ts'

interface Example {
  readonly rule: string
  readonly kind: string
  readonly fences: Readonly<Record<string, string>>
}

const document = readFileSync(new URL('../../docs/_architecture/diagnostics.md', import.meta.url), 'utf8')
const examples = readExamples()

test('the page documents exactly the rules of the catalogue', () => {
  expect(examples.map(each => each.rule).sort()).toEqual(Object.keys(rules).sort())
})

test('the runbook of the examples has no finding', () => {
  expect(rulesOf(compile())).toEqual([])
  expect(rulesOf(compile(readTenantWithChange()))).toEqual([])
  expect(rulesOf(compile(readTenantWithLicence()))).toEqual([])
})

describe.each(examples)('$rule', example => {
  test('has a bad example that fires it', () => {
    expect(rulesOf(found(example, 'bad'))).toContain(example.rule)
  })

  test('has a good example that does not', () => {
    expect(rulesOf(found(example, 'good'))).not.toContain(example.rule)
  })
})

test('the messages of the bad examples read well', async () => {
  const messages = examples.map(example => formatMessages(found(example, 'bad').diagnostics))
  await expect(`${messages.join('\n\n')}\n`).toMatchFileSnapshot('../fixtures/read-tenant/messages.txt')
})

function found(example: Example, which: 'bad' | 'good'): Pick<CompiledPage, 'diagnostics'> {
  const [first = '', second = ''] = (example.fences[which] ?? '').split('\n===\n')
  if (example.kind === 'articles') return {diagnostics: checkPages([first, second].map(folderOf))}
  if (example.kind !== 'adopt') return compile(filesOf(example, which))
  const source = {path: 'article.md', text: first}
  return adopt({source, target: {path: 'article.fr-FR.md', text: second}, locale: 'fr-FR'})
}

/** The folder of a page that is written below its path. */
function folderOf(listed: string): PageFolder {
  const [path = '', ...lines] = listed.split('\n')
  const below = path.split('/').at(-1) ?? ''
  const locale = /^i18n\/([^/]+)/.exec(path)?.[1] ?? 'en-US'
  return {locale, path: path.slice(0, -below.length - 1), files: [{path, below, text: lines.join('\n')}]}
}

function filesOf({kind, fences}: Example, which: 'bad' | 'good'): Partial<ReadTenant> {
  const text = fences[which] ?? ''
  if (kind === 'text') {
    const there = (name: string, file: string) => (text.split('\n').includes(name) ? file : null)
    return {
      markdown: there('read-tenant.md', readTenant.markdown),
      json: there('fr-FR.json', readTenant.json),
      others: text.split('\n').filter(name => name.includes('/')),
    }
  }
  if (kind === 'change') return readTenantWithChange(fences['base'] ?? fences['good'], text)
  if (kind === 'licence') return readTenantWithLicence(fences['base'] ?? fences['good'], text)
  const file = readTenant[kind as 'markdown' | 'yaml' | 'json']
  return {[kind]: swap(file, fences['base'] ?? fences['good'] ?? '', text)}
}

function readExamples(): readonly Example[] {
  const found: {rule: string; kind: string; fences: Record<string, string>}[] = []
  for (const node of parse(document).children) {
    if (node.type === 'heading' && node.depth === 3) {
      const rule = document.slice(node.children[0]?.position?.start.offset, node.position?.end.offset)
      found.push({rule, kind: '', fences: {}})
    }
    const last = found.at(-1)
    if (node.type !== 'code' || last === undefined) continue
    last.kind = node.lang ?? ''
    last.fences[node.meta ?? ''] = node.value
  }
  return found
}
