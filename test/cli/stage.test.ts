import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, dirname, join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {stagedNames} from '../../plugins/cli/stage.ts'

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'passerelle-'))))
afterEach(() => rmSync(folder, {recursive: true, force: true}))

function staged(...paths: readonly string[]): Readonly<Record<string, string>> {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), '# A\n')
  }
  return Object.fromEntries(
    stagedNames(folder).map(({below, original}) => [original.slice(folder.length + 1), below]),
  )
}

test('a name that Docusaurus can load stays, with blanks and dashes', () => {
  const names = ['a.md', 'b c.md', 'd–e.md', 'deeper/a.md']
  expect(staged(...names)).toEqual(Object.fromEntries(names.map(name => [name, name])))
})

test('invisible characters go, and two names that are one then are told apart', () => {
  expect(staged('a.md', 'a\u200B.md', 'a\u200B\u200B.md')).toEqual({
    'a.md': 'a.md',
    'a\u200B.md': 'a-2.md',
    'a\u200B\u200B.md': 'a-3.md',
  })
})

test('a name whose page the site has gets another', () => {
  const names = staged('index.md', 'README.md', 'runs.md', 'fr-FR.md')
  for (const [original, below] of Object.entries(names)) {
    expect(dirname(below)).toBe(dirname(original))
    expect(basename(below)).toBe(`${basename(original, '.md')}-2.md`)
  }
})
