import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {checkConfiguration, loadConfiguration} from '../../plugins/docusaurus-plugin-runbook/configuration.ts'
import {copySite, type SiteCopy} from '../cli/site.ts'

const file = 'docs/passerelle.yaml'
let site: SiteCopy

beforeEach(() => {
  site = copySite()
})
afterEach(() => site.remove())

test('is read from its file', () => {
  expect(loadConfiguration(site.path).url).toMatch(/^https:/)
  expect(checkConfiguration(site.path).flatMap(({messages}) => messages)).toEqual([])
})

test.each([
  ['malformed', () => site.edit(file, /url: .*/, 'url: http://x\ncolour: red'), [':3:6', ':4:1']],
  ['empty', () => site.add(file, ''), [':1:1']],
  ['not there', () => rmSync(join(site.path, file)), [':1:1']],
])('ends the build where it is %s, with every fault at its place', (_, change, places) => {
  change()
  for (const place of places) expect(() => loadConfiguration(site.path)).toThrow(`${file}${place}  error`)
  expect(checkConfiguration(site.path).map(({path}) => path)).toEqual([file])
})
