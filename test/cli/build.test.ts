import {spawnSync} from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {root} from './passerelle.ts'
import {actions, article} from './site.ts'

const parts = [
  'plugins',
  'src',
  'static',
  'docs',
  'i18n',
  'docusaurus.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-build-'))
  for (const part of parts) cpSync(join(root, part), join(folder, part), {recursive: true})
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  mkdirSync(join(folder, 'build'))
  writeFileSync(join(folder, 'build/index.html'), 'the last good one')
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

describe('a build that is refused says why and keeps the last good one', {timeout: 120_000}, () => {
  test('for an article and its action file, together', () => {
    append(article, '\n<span data-ttu-id="3e638-199">Coupé')
    append(actions, '\ncolour: green\n')
    expect(refusal()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/azure-ad-connect\.md:\d+:1 {2}error {2}segment-/),
        expect.stringMatching(/runbook\.yaml:\d+:1 {2}error {2}key-unknown/),
      ]),
    )
  })

  // It is read before anything else: without an address there is no site to check.
  test('for the configuration', () => {
    append('docs/passerelle.yaml', '\ncolour: green\n')
    expect(refusal()).toContainEqual(
      expect.stringMatching(/docs\/passerelle\.yaml:\d+:1 {2}error {2}key-unknown/),
    )
  })
})

function append(file: string, text: string): void {
  writeFileSync(join(folder, file), readFileSync(join(folder, file), 'utf8') + text)
}

/** The lines that a refused build prints. */
function refusal(): readonly string[] {
  const {status, stdout, stderr} = spawnSync(process.execPath, ['plugins/cli/build.mjs'], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(status).toBe(1)
  expect(stderr).toContain('The last good build is kept.')
  expect(readFileSync(join(folder, 'build/index.html'), 'utf8')).toBe('the last good one')
  expect(existsSync(join(folder, 'build-next'))).toBe(false)
  return (stdout + stderr).split('\n')
}
