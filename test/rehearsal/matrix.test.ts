// The matrix of our runbooks without faults, and that it turns red where an action is broken. The whole of it is a command
// that `npm test` runs at its end.
import {describe, expect, test} from 'vitest'
import {loadRunbooks} from '../../plugins/docusaurus-plugin-runbook/load.ts'
import {rehearse, type Runbook} from '../../src/rehearsal/matrix.ts'
import {formatRows, formatSize} from '../../src/rehearsal/table.ts'
import type {CompiledPage} from '../../plugins/runbook/index.ts'
import {block} from './broken.ts'

const site = new URL('../..', import.meta.url).pathname
const runbooks = loadRunbooks(site).map(page => ({id: page.model?.runbook ?? page.identity.path, page}))

function inAllLocales(page: CompiledPage): Runbook {
  const [first, ...more] = page.locales.flatMap(locale => page.page(locale) ?? [])
  if (first === undefined) throw new Error(`${page.identity.path} has no page.`)
  return [first, ...more]
}

test('there are four runbooks', () => {
  expect(runbooks).toHaveLength(4)
})

test.each(runbooks)('$id ends as it has to in every situation', {timeout: 60_000}, async ({page}) => {
  const rows = await rehearse(inAllLocales(page), {only: {fault: 'none'}})
  console.log(formatSize(rows).trim())
  expect(formatRows(rows.filter(({wrong}) => wrong.length > 0))).toBe('')
  expect(rows.length).toBeGreaterThan(20)
})

describe('a broken action turns it red', () => {
  test.each(block)('%s', {timeout: 60_000}, async (_, change, complaint) => {
    const page = runbooks.find(({id}) => id === 'block-matching')?.page
    if (page === undefined) throw new Error('There is no runbook to break.')
    const [first] = inAllLocales(page)
    const rows = await rehearse([change(first)], {only: {step: 'block', fault: 'none'}})
    expect(rows.flatMap(({wrong}) => wrong).join('\n')).toContain(complaint)
  })
})
