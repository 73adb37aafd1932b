import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterEach, expect, test} from 'vitest'
import {pair} from '../bilingual/flagship.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folders: string[] = []
afterEach(() => folders.splice(0).forEach(folder => rmSync(folder, {recursive: true})))

/** Runs the command on a corpus of these files. */
function corpusOf(files: Readonly<Record<string, string | Buffer>>) {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'))
  folders.push(folder)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), text)
  }
  const args = ['--import', 'tsx', 'plugins/cli/corpus.ts', folder]
  const {status, stdout} = spawnSync(process.execPath, args, {cwd: root, encoding: 'utf8'})
  return {status, stdout}
}

const odd = 'more/odd \u2013 name\u200B.md'

test('a corpus with published files and a manifest is compared with them', () => {
  const {status, stdout} = corpusOf({
    [`bilingual/${odd}`]: `\uFEFF${pair('0a1b2-102', 'a \\* b', 'c')}\r\n`,
    [`target/${odd}`]: '\uFEFFa * b\r\n',
    'manifest.jsonl': `${JSON.stringify({path: odd, segments: 1, result: 'escape only'})}\n`,
  })
  expect(stdout).toMatch(/target equal but for escapes +1\n/)
  expect(stdout).toContain('more/odd \u2013 name\\u200b.md:1  escapes')
  expect(status).toBe(0)
})

test('a tree without published files has the checks that need none', () => {
  const {status, stdout} = corpusOf({'a.md': pair('0a1b2-102', 'a', 'b'), 'b/c.md': '# Plain\n'})
  expect(stdout).toMatch(/files +2 \(0 with a published file\)/)
  expect(stdout).toMatch(/identity patch +2 of 2/)
  expect(status).toBe(0)
})

test.each([
  ['half a pair', {'a.md': '<span data-ttu-id="0a1b2-102">a</span>'}, 'segment-unpaired'],
  ['bytes that are no UTF-8', {'a.md': Buffer.from([0xe9, 0x0a])}, 'no UTF-8'],
  [
    'a file too few',
    {'bilingual/a.md': 'x', 'manifest.jsonl': '{"path": "b.md", "result": "exact"}'},
    'not there',
  ],
])('%s ends with 1 and is named', (_, files, fault) => {
  const {status, stdout} = corpusOf(files)
  expect(stdout).toMatch(new RegExp(`^FAULT .*${fault}`, 'm'))
  expect(status).toBe(1)
})
