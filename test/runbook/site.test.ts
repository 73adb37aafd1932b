import {expect, test} from 'vitest'
import {compilePage, readNames, refuseDuplicates} from '../../plugins/runbook/index.ts'
import {readTenant, rulesOf, swap} from './read-tenant.ts'

function runbook(path: string, id: string) {
  return compilePage({
    article: {path: path.replace('.runbook.yaml', '.md'), text: readTenant.markdown},
    actions: {path, text: swap(readTenant.yaml, 'runbook: read-tenant', `runbook: ${id}`)},
    texts: () => [],
  })
}

test.each([
  ['one id', ['a.runbook.yaml', 'x'], ['b.runbook.yaml', 'x'], 'runbook-duplicate'],
  ['one file name', ['a/c.runbook.yaml', 'x'], ['b/c.runbook.yaml', 'y'], 'slug-duplicate'],
] as const)('runbooks of %s are all refused, each with all files named', (_, first, second, rule) => {
  const other = runbook('other.runbook.yaml', 'other')
  const pages = refuseDuplicates([runbook(first[0], first[1]), runbook(second[0], second[1]), other])
  for (const page of pages.slice(0, 2)) {
    expect(page.model).toBeNull()
    expect(page.page('en-US')).toBeNull()
    const message = page.diagnostics.flatMap(file => file.messages).find(each => each.ruleId === rule)
    expect(message?.fatal).toBe(true)
    expect(message?.reason).toContain(`${first[0]}, ${second[0]}`)
  }
  expect(pages[2]).toBe(other)
})

test('a runbook is refused for one that is not compiled, both named', () => {
  const others = [readNames({path: 'b.runbook.yaml', text: 'runbook: x\n'}, 'b')]
  const [page] = refuseDuplicates([runbook('c.runbook.yaml', 'x')], others)
  expect(page?.model).toBeNull()
  const message = page?.diagnostics
    .flatMap(file => file.messages)
    .find(each => each.ruleId === 'runbook-duplicate')
  expect(message?.reason).toContain('b.runbook.yaml, c.runbook.yaml')
})

test.each([
  ['what is no YAML', 'runbook: ['],
  ['what is no mapping', 'runbook'],
  ['an id that is none', 'runbook: ../x'],
  ['nothing', ''],
])('%s gives no name', (_, text) => {
  expect(readNames({path: 'a.runbook.yaml', text}, 'a')).toEqual({
    path: 'a.runbook.yaml',
    runbook: '',
    slug: 'a',
  })
})

test('names are compared where a file says none', () => {
  const nameless = compilePage({article: null, actions: {path: 'a.yaml', text: '{}'}, texts: () => []})
  const pages = refuseDuplicates([nameless, {...nameless, identity: {...nameless.identity, path: 'b.yaml'}}])
  expect(pages.flatMap(rulesOf)).not.toContain('runbook-duplicate')
})
