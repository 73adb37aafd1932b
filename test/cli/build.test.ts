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
import {afterEach, expect, test} from 'vitest'
import {root} from './passerelle.ts'
import {actions} from './site.ts'

const folder = mkdtempSync(join(tmpdir(), 'passerelle-build-'))
afterEach(() => rmSync(folder, {recursive: true, force: true}))

test('a build that is refused says why and keeps the last good one', {timeout: 120_000}, () => {
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
  for (const part of parts) cpSync(join(root, part), join(folder, part), {recursive: true})
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  mkdirSync(join(folder, 'build'))
  writeFileSync(join(folder, 'build/index.html'), 'the last good one')
  writeFileSync(join(folder, actions), `${readFileSync(join(folder, actions), 'utf8')}\ncolour: green\n`)

  const {status, stdout, stderr} = spawnSync(process.execPath, ['plugins/cli/build.mjs'], {
    cwd: folder,
    encoding: 'utf8',
  })

  expect(status).toBe(1)
  expect(stdout + stderr).toMatch(/runbook\.yaml:\d+:1 {2}error {2}key-unknown/)
  expect(stderr).toContain('The last good build is kept.')
  expect(readFileSync(join(folder, 'build/index.html'), 'utf8')).toBe('the last good one')
  expect(existsSync(join(folder, 'build-next'))).toBe(false)
})
