import {spawnSync} from 'node:child_process'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {passerelle} from './passerelle.ts'
import {actions, copySite, type SiteCopy} from './site.ts'

let site: SiteCopy

beforeEach(() => {
  site = copySite()
  git('init', '--quiet')
  git('add', '.')
  git('commit', '--quiet', '--message', 'base')
})
afterEach(() => site.remove())

function git(...args: readonly string[]): void {
  const who = ['-c', 'user.name=Author', '-c', 'user.email=author@contoso.example']
  const {status, stderr} = spawnSync('git', [...who, ...args], {cwd: site.path, encoding: 'utf8'})
  if (status !== 0) throw new Error(stderr)
}

test('nothing changed: no line', () => {
  expect(passerelle(['scopes', '--diff', 'HEAD'], site.path)).toEqual({
    status: 0,
    stdout: '',
    stderr: 'new to the site: none\nnot needed any more: none\n',
  })
})

test('another permission of a call is a line for what goes and one for what comes', () => {
  site.edit(
    actions,
    /scopes: \[Organization\.Read\.All\](?=\s+value: "value\[\?capabilityStatus)/,
    'scopes: [LicenseAssignment.Read.All]',
  )
  const {status, stdout, stderr} = passerelle(['scopes', '--diff', 'HEAD'], site.path)
  const call = 'GET /v1.0/subscribedSkus'
  const press = ['password-writeback', 'prerequisites', 'check', 'look']
  expect(stdout.split('\n')).toEqual([
    ['-', ...press, 'Organization.Read.All', call].join('\t'),
    ['+', ...press, 'LicenseAssignment.Read.All', call].join('\t'),
    '',
  ])
  expect(stderr).toBe('new to the site: LicenseAssignment.Read.All\nnot needed any more: none\n')
  expect(status).toBe(0)
})

test('a runbook that is broken now is said, and ends with 1', () => {
  site.edit(actions, 'do: read', 'do: reed')
  const {status, stderr} = passerelle(['scopes', '--diff', 'HEAD'], site.path)
  expect(stderr).toContain(`${actions}:`)
  expect(status).toBe(1)
})

test('one that was broken at the base counts as new', () => {
  site.edit(actions, 'do: read', 'do: reed')
  git('commit', '--all', '--quiet', '--message', 'broken')
  site.edit(actions, 'do: reed', 'do: read')
  const {stdout, stderr} = passerelle(['scopes', '--diff', 'HEAD'], site.path)
  expect(stderr).toContain(`${actions} at HEAD has no page`)
  expect(stdout.split('\n').filter(line => line.startsWith('+')).length).toBeGreaterThan(5)
  expect(stdout).not.toMatch(/^-/m)
})

test.each([
  ['a revision that Git does not know', ['--diff', 'nowhere'], 'Unexpected revision `nowhere`'],
  ['an option in place of a revision', ['--diff=--all'], 'Unexpected revision `--all`'],
  ['a runbook beside it', ['--diff', 'HEAD', 'password-writeback'], 'compares all runbooks'],
])('%s is refused', (_, args, message) => {
  const {status, stderr} = passerelle(['scopes', ...args], site.path)
  expect([status, stderr]).toEqual([2, expect.stringContaining(message)])
})
