import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'

const root = new URL('..', import.meta.url)
const text = readFileSync(new URL('SECURITY.md', root), 'utf8')
const section = text.split(/^## /m).find(part => part.startsWith('An attacker’s list')) ?? ''
const rows = section.split('\n').filter(line => /^\| (?!attempt|-)/.test(line))

test('the attacker’s list is long, and every line names a test', () => {
  expect(rows.length).toBeGreaterThan(12)
  expect(rows.filter(row => !/`test\/\S+\.ts`: “.+” *\|$/.test(row.trim()))).toEqual([])
})

test.each(rows.map(row => [row.split('|')[1]?.trim() ?? '', row]))('%s: that test is there', (_, row) => {
  const [, file = '', title = ''] = /`(test\/\S+\.ts)`: “(.+)” *\|$/.exec(row.trim()) ?? []
  expect(readFileSync(new URL(file, root), 'utf8')).toContain(title)
})
