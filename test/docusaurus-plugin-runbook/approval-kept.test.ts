// The approval file names every store that the code of the pages opens.
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {keptDataOf} from '../../plugins/docusaurus-plugin-runbook/approval-kept.ts'
import {approvalWords} from '../../plugins/docusaurus-plugin-runbook/approval-words.ts'
import configuration from '../../docusaurus.config.ts'

const kept = keptDataOf(approvalWords['en-US'])
const names = (area: string) => kept.filter(each => each.area === area).flatMap(each => each.names)
const sources = readdirSync('src', {recursive: true, withFileTypes: true})
  .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map(entry => join(entry.parentPath, entry.name))

/** The files of the pages that say a word, without their ending. */
const saying = (word: RegExp) =>
  sources.filter(path => word.test(readFileSync(path, 'utf8'))).map(path => path.replace(/\.tsx?$/, ''))

test('databases', () => {
  const opened = sources.flatMap(path =>
    [...readFileSync(path, 'utf8').matchAll(/(?:openDB(?:<\w+>)?|indexedDB\.open)\('([^']+)'/g)].map(
      match => match[1],
    ),
  )
  expect(opened.sort()).toEqual([...names('IndexedDB')].sort())
})

test('keys of the tab', () => {
  const files = saying(/\bsessionStorage\b/).filter(path => !path.endsWith('auth/config'))
  const keys = files.flatMap(path =>
    [...readFileSync(`${path}.ts`, 'utf8').matchAll(/^const (key|prefix) = '([^']+)'/gm)].map(
      ([, kind, name = '']) => (kind === 'prefix' ? `${name}*` : name),
    ),
  )
  expect(keys).toHaveLength(files.length)
  expect(['msal.*', ...keys].sort()).toEqual([...names('sessionStorage')].sort())
})

test('keys of the browser', () => {
  expect(saying(/\blocalStorage\b/)).toEqual(['src/hooks/memory'])
  expect(readFileSync('src/hooks/memory.ts', 'utf8')).toContain("const prefix = 'passerelle.'")
  const namespace = configuration.storage?.namespace
  expect([...names('localStorage')]).toEqual(['passerelle.*', `theme-${String(namespace)}`])
})

test('nothing is kept in cookies or caches', () => {
  expect(saying(/document\.cookie|\bcaches\./)).toEqual([])
})
