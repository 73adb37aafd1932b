// Every command of the guides: ours is run or is in the table, those of others are well formed and known.
import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import {commands} from '../../plugins/cli/commands.ts'
import {loadConfiguration} from '../../plugins/docusaurus-plugin-runbook/configuration.ts'
import {parse, readConfiguration, signInScopes} from '../../plugins/runbook/index.ts'
import packageJson from '../../package.json'
import {passerelle} from '../cli/passerelle.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folders = [`${root}docs/guides`, `${root}i18n/fr-FR/docusaurus-plugin-content-docs/current/guides`]
const guides = readdirSync(folders[0] ?? '').filter(name => name.endsWith('.md'))
const [english, french] = folders.map(folder =>
  guides.flatMap(guide => blocksOf(readFileSync(`${folder}/${guide}`, 'utf8'))),
)
const registration = english ?? []
const of = (language: string) => registration.filter(block => block.language === language)
const linesOf = (language: string) =>
  of(language).flatMap(({code}) => code.split('\n').filter(line => line.trim() !== ''))

test('both languages give the same commands, in languages that are checked here', () => {
  expect(french).toEqual(english)
  expect([...new Set(registration.map(({language}) => language))].sort()).toEqual([
    'bash',
    'powershell',
    'sh',
    'yaml',
  ])
})

describe('our own commands', () => {
  test.each(linesOf('sh'))('%s', line => {
    const {variables, words} = splitShell(line)
    expect(words[0]).toBe('npm')
    const [, run, ...rest] = words
    expect(run).toBe('run')
    const [script = '', ...args] = rest.filter(word => word !== '-s' && word !== '--')
    expect(Object.keys(packageJson.scripts)).toContain(script)
    if (Object.keys(variables).length > 0) expect(loadConfiguration(root, variables).signIn).not.toBeNull()
    if (script !== 'passerelle') return
    expect(commands.map(({name}) => name)).toContain(args[0])
    const {status, stderr} = passerelle(args)
    // What is said beside the result: how many files were read, and the sets of scopes.
    expect(stderr.replace(/^(\d+ files, 0 errors, 0 warnings|(to look|to change|in all): .*)\n/gm, '')).toBe(
      '',
    )
    expect(status).toBe(0)
  })

  test.each(of('yaml').map(({code}) => code))('configuration %#', code => {
    const {configuration, findings} = readConfiguration(code)
    expect(findings).toEqual([])
    expect(configuration?.signIn).not.toBeNull()
  })
})

/** What `passerelle scopes` lists, and what every sign-in asks for. */
const wanted = [
  ...new Set([
    ...signInScopes,
    ...passerelle(['scopes', 'password-writeback'])
      .stdout.trim()
      .split('\n')
      .map(line => line.split('\t')[4] ?? ''),
  ]),
].sort()

describe('Microsoft Graph PowerShell', () => {
  const cmdlets: ReadonlySet<string> = new Set([
    'Connect-MgGraph',
    'Get-MgContext',
    'Get-MgApplication',
    'New-MgApplication',
    'Remove-MgApplication',
    'Get-MgServicePrincipal',
    'New-MgServicePrincipal',
    'Update-MgServicePrincipal',
    'New-MgServicePrincipalAppRoleAssignedTo',
    'Get-MgServicePrincipalOauth2PermissionGrant',
    'New-MgOauth2PermissionGrant',
    'Remove-MgOauth2PermissionGrant',
    'Revoke-MgUserSignInSession',
    'Where-Object',
    'ForEach-Object',
  ])

  test.each(of('powershell').map(({code}) => code))(
    'block %# is well formed, its cmdlets are known',
    code => {
      expect(faultsOf(code)).toEqual([])
      const bare = withoutStrings(code)
      const used = bare.match(/\b[A-Z][a-z]+-[A-Z]\w+/g) ?? []
      expect(used.filter(cmdlet => !cmdlets.has(cmdlet))).toEqual([])
      expect(used.length).toBeGreaterThan(0)
      const assigned = new Set([
        '_',
        'false',
        'true',
        ...[...bare.matchAll(/^\$(\w+) =/gm)].map(each => each[1]),
      ])
      const read = [...code.matchAll(/\$(\w+)/g)].map(each => each[1])
      expect(read.filter(name => !assigned.has(name))).toEqual([])
    },
  )

  test('it consents to what `passerelle scopes` lists, and to no more', () => {
    const list = /\$scopes = @\(([^)]*)\)/.exec(of('powershell')[0]?.code ?? '')?.[1] ?? ''
    expect([...list.matchAll(/'([^']+)'/g)].map(each => each[1]).sort()).toEqual(wanted)
  })
})

describe('the Azure CLI', () => {
  const known: ReadonlySet<string> = new Set([
    'az login',
    'az account show',
    'az rest',
    'az ad app create',
    'az ad app show',
    'az ad app delete',
    'az ad app permission grant',
    'az ad app permission list-grants',
    'az ad sp create',
    'az ad sp update',
  ])

  test.each(of('bash').map(({code}) => code))('block %# is well formed, its commands are known', code => {
    expect(faultsOf(code)).toEqual([])
    const used = code.match(/\baz(?: [a-z][a-z-]*)+/g) ?? []
    expect(used.filter(command => !known.has(command))).toEqual([])
    const assigned = new Set([
      ...[...code.matchAll(/^(\w+)=/gm)].map(each => each[1]),
      ...[...code.matchAll(/\bread -r (\w+)/g)].map(each => each[1]),
    ])
    const read = [...code.matchAll(/\$(\w+)/g)].map(each => each[1])
    expect(read.filter(name => !assigned.has(name))).toEqual([])
    for (const [, body = ''] of code.matchAll(/--body "((?:[^"\\]|\\.)*)"/g))
      expect(() => JSON.parse(body.replaceAll('\\"', '"')) as unknown).not.toThrow()
  })

  test('it consents to what `passerelle scopes` lists, and to no more', () => {
    const list = /^scopes='([^']+)'/m.exec(of('bash')[0]?.code ?? '')?.[1] ?? ''
    expect(list.split(' ').sort()).toEqual(wanted)
  })
})

test.each([
  ['a quote that is left open', "New-MgApplication -DisplayName 'x"],
  ['a bracket that is left open', 'Get-MgApplication | ForEach-Object { $_.Id'],
  ['brackets crosswise', '@( @{ ) }'],
  ['a smart quote', 'az ad app show --id “x”'],
  ['a long dash', 'az ad app show –id x'],
  ['a no-break space', 'az ad\u00A0app show'],
])('control: %s is seen', (_, code) => {
  expect(faultsOf(code)).not.toEqual([])
})

interface Block {
  readonly language: string
  readonly code: string
}

function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = []
  visit(parse(markdown), 'code', node => {
    blocks.push({language: node.lang ?? '', code: node.value})
  })
  return blocks
}

/** Strings emptied: what stands in them is no command. */
function withoutStrings(code: string): string {
  return code.replace(/'[^'\n]*'/g, "''").replace(/"(?:[^"\\\n]|\\.)*"/g, '""')
}

/** Signs that no shell reads, quotes left open, brackets that do not pair. */
function faultsOf(code: string): readonly string[] {
  const signs = code.match(/[‘’“”–—\u00A0\u202F]/g) ?? []
  const bare = withoutStrings(code).replaceAll(/''|""/g, '')
  const quotes = bare.match(/['"]/g) ?? []
  const open: string[] = []
  const pairs: Readonly<Record<string, string>> = {')': '(', ']': '[', '}': '{'}
  for (const sign of bare.match(/[()[\]{}]/g) ?? []) {
    if (pairs[sign] === undefined) open.push(sign)
    else if (open.pop() !== pairs[sign]) open.push('crosswise')
  }
  return [...signs, ...quotes, ...open]
}

/** `NAME=value … command word …`, without quotes. */
function splitShell(line: string) {
  const words = line.trim().split(' ')
  const at = words.findIndex(word => !/^[A-Z_]+=/.test(word))
  const variables = Object.fromEntries(words.slice(0, at).map(word => word.split('=', 2) as [string, string]))
  return {variables, words: words.slice(at)}
}
