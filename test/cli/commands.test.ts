import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {commands} from '../../plugins/cli/commands.ts'
import {passerelle, root} from './passerelle.ts'
import {article, copySite, french} from './site.ts'

const published = readFileSync(join(root, 'test/fixtures/flagship/published.fr-FR.md'), 'utf8')
const seed = readFileSync(join(root, 'test/fixtures/flagship/article.md'), 'utf8')
const body = (markdown: string) => markdown.split(/^---$/m).slice(2).join('---')

test('the help names every command of the table', () => {
  const {status, stdout} = passerelle(['--help'])
  expect(status).toBe(0)
  for (const command of commands) expect(stdout).toContain(command.usage)
})

describe('what cannot be carried out exits with 2 and says what was expected', () => {
  test.each([
    ['no command', [], 'passerelle'],
    ['an unknown command', ['projekt'], 'Unexpected command `projekt`'],
    ['an unknown option', ['check', '--fast'], '--fast'],
    ['no side', ['project', article], 'Missing --side'],
    ['no such file', ['project', '--side', 'source', 'docs/none.md'], 'docs/none.md'],
    ['no format of that name', ['check', '--format', 'xml'], 'text, json or github'],
    ['no runbook of that name', ['scopes', 'none'], 'password-writeback'],
    ['scan of two articles', ['scan', '--json', article, article], 'one article'],
  ])('%s', (_, args, words) => {
    const {status, stdout, stderr} = passerelle(args)
    expect(status).toBe(2)
    expect(stdout + stderr).toContain(words)
  })
})

describe('project', () => {
  test('prints the published body with the front matter of the seed', () => {
    const {status, stdout} = passerelle(['project', '--side', 'target', 'test/fixtures/flagship/article.md'])
    expect(status).toBe(0)
    expect(body(stdout)).toBe(body(published))
    expect(stdout.slice(0, stdout.indexOf('\n---\n', 4))).toBe(seed.slice(0, seed.indexOf('\n---\n', 4)))
  })

  test('mirrors a folder below --out', () => {
    const out = mkdtempSync(join(tmpdir(), 'passerelle-out-'))
    const {status, stdout} = passerelle(['project', '--side', 'target', '--out', out, 'test/fixtures'])
    expect({status, stdout}).toEqual({status: 0, stdout: ''})
    expect(body(readFileSync(join(out, 'flagship/article.md'), 'utf8'))).toBe(body(published))
    rmSync(out, {recursive: true})
  })
})

describe('project --out writes nothing', () => {
  const words = '# Words\n'
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'passerelle-out-'))
    for (const name of ['in', 'in/more', 'other', 'out']) mkdirSync(join(folder, name))
    for (const name of ['in/a.md', 'in/more/z.md', 'other/a.md']) writeFileSync(join(folder, name), words)
  })
  afterEach(() => rmSync(folder, {recursive: true}))

  test.each([
    ['over an article that it reads', () => {}, ['--out', 'in', 'in'], 'it is an article that is read'],
    [
      'over one by another name of its folder',
      () => symlinkSync(join(folder, 'in'), join(folder, 'link')),
      ['--out', 'link', 'in'],
      'it is an article that is read',
    ],
    [
      'through a link in place of a file',
      () => symlinkSync(join(folder, 'other/a.md'), join(folder, 'out/z.md')),
      ['--out', 'out', 'in', 'in/more'],
      'is a link',
    ],
    [
      'through a link in place of a folder',
      () => symlinkSync(join(folder, 'other'), join(folder, 'out/more')),
      ['--out', 'out', 'in'],
      'is a link',
    ],
    [
      'where a folder is',
      () => mkdirSync(join(folder, 'out/more/z.md'), {recursive: true}),
      ['--out', 'out', 'in'],
      'is no file',
    ],
    ['twice to one file', () => {}, ['--out', 'out', 'in', 'other/a.md'], 'two articles'],
    ['where one article cannot be read', () => {}, ['--out', 'out', 'in', 'none.md'], 'none.md'],
  ])('%s', (_, prepare, args, reason) => {
    prepare()
    const {status, stderr} = passerelle(['project', '--side', 'source', ...args], folder)
    expect(status).toBe(2)
    expect(stderr).toContain(reason)
    for (const name of ['in/a.md', 'in/more/z.md', 'other/a.md'])
      expect(readFileSync(join(folder, name), 'utf8')).toBe(words)
    expect(existsSync(join(folder, 'out/a.md'))).toBe(false)
    expect(readdirSync(join(folder, 'other'))).toEqual(['a.md'])
  })
})

test('scan lists the 21 segments and no finding', () => {
  const {status, stdout} = passerelle(['scan', '--json', article])
  const {segments, findings} = JSON.parse(stdout) as {segments: {id: string}[]; findings: unknown[]}
  expect(status).toBe(0)
  expect(segments.map(({id}) => id)).toEqual(
    Array.from({length: 21}, (_, index) => `3e638-${String(102 + index)}`),
  )
  expect(findings).toEqual([])
})

test('scopes lists what the flagship asks for: nothing that writes', () => {
  const {status, stdout} = passerelle(['scopes', 'password-writeback'])
  const rows = stdout
    .trim()
    .split('\n')
    .map(line => line.split('\t'))
  expect(status).toBe(0)
  expect(new Set(rows.map(row => row[3]))).toEqual(new Set(['look']))
  expect(new Set(rows.map(row => row[4]))).toEqual(
    new Set([
      'User.Read',
      'RoleManagement.Read.Directory',
      'Organization.Read.All',
      'Domain.Read.All',
      'AuditLog.Read.All',
    ]),
  )
  expect(rows.filter(row => row[4] === 'AuditLog.Read.All').map(row => row[0])).toEqual(['2.5'])
})

test('texts adds a missing key empty, with the hash of its source, and changes nothing else', () => {
  const site = copySite()
  const before = readFileSync(join(site.path, french), 'utf8')
  site.edit(french, /("steps\.save\.label": \{\s*"message": )"[^"]*"/, '"steps.save.gone": {"message": ""')
  site.edit(french, /"steps\.save\.gone": \{"message": ""[^}]*\},?\s*/, '')
  expect(passerelle(['texts'], site.path).status).toBe(0)
  const after = JSON.parse(readFileSync(join(site.path, french), 'utf8')) as Record<string, {message: string}>
  const whole = JSON.parse(before) as Record<string, {message: string}>
  expect(after['steps.save.label']).toEqual({...whole['steps.save.label'], message: ''})
  expect({...after, 'steps.save.label': whole['steps.save.label']}).toEqual(whole)
  expect(Object.keys(after)).toEqual(Object.keys(whole))
  const again = passerelle(['texts'], site.path)
  expect(again).toMatchObject({status: 0, stdout: `${french}: nothing to add\n`})
  site.remove()
})

test('texts leaves a file alone that it cannot read, and says why', () => {
  const site = copySite()
  site.edit(french, '"topic":', 'topic:')
  const before = readFileSync(join(site.path, french), 'utf8')
  const {status, stdout, stderr} = passerelle(['texts'], site.path)
  expect({status, stdout}).toEqual({status: 1, stdout: ''})
  expect(stderr).toContain(`${french}:2:3  error  texts-invalid`)
  expect(readFileSync(join(site.path, french), 'utf8')).toBe(before)
  site.remove()
})

describe('adopt', () => {
  const folder = () => mkdtempSync(join(tmpdir(), 'passerelle-adopt-'))

  test('writes a bilingual article that `check` finds nothing wrong with', () => {
    const site = folder()
    mkdirSync(join(site, 'docs'))
    writeFileSync(join(site, 'en.md'), '---\ntitle: Reset\n---\n\n# Reset\n\nOpen **Settings**. Wait.\n')
    writeFileSync(join(site, 'fr.md'), '---\ntitle: Oui\n---\n\n# Oui\n\nOuvrez **Paramètres**. Attendez.\n')
    const adopted = passerelle(['adopt', 'en.md', '--target', 'fr.md', '--out', 'docs/reset.md'], site)
    expect(adopted).toEqual({status: 0, stdout: '', stderr: ''})
    expect(readFileSync(join(site, 'docs/reset.md'), 'utf8')).toContain(
      'ms.contentlocale: fr-FR\n---\n\n# <a',
    )
    expect(passerelle(['check', 'docs/reset.md'], site).status).toBe(0)
    rmSync(site, {recursive: true})
  })

  test('prints it without --out, in the locale that was typed', () => {
    const site = folder()
    writeFileSync(join(site, 'en.md'), '# Reset\n')
    const {status, stdout} = passerelle(['adopt', 'en.md', '--locale', 'ar-sa'], site)
    expect(status).toBe(0)
    expect(stdout).toContain('ms.contentlocale: ar-SA\n')
    rmSync(site, {recursive: true})
  })

  test('names both places where the documents differ, and writes nothing', () => {
    const site = folder()
    writeFileSync(join(site, 'en.md'), '# Reset\n\n- One\n- Two\n')
    writeFileSync(join(site, 'fr.md'), '# Oui\n\n- Un\n')
    const {status, stdout, stderr} = passerelle(
      ['adopt', 'en.md', '--target', 'fr.md', '--out', 'out.md'],
      site,
    )
    expect({status, stdout}).toEqual({status: 1, stdout: ''})
    expect(stderr).toContain('fr.md:3:5  error  skeleton-differs')
    expect(stderr).toContain('`en.md:4:1`')
    expect(existsSync(join(site, 'out.md'))).toBe(false)
    rmSync(site, {recursive: true})
  })

  test('does not write over what it reads', () => {
    const site = folder()
    writeFileSync(join(site, 'en.md'), '# Reset\n')
    const {status, stderr} = passerelle(['adopt', 'en.md', '--out', 'en.md'], site)
    expect(status).toBe(2)
    expect(stderr).toContain('it is an article that is read')
    expect(readFileSync(join(site, 'en.md'), 'utf8')).toBe('# Reset\n')
    rmSync(site, {recursive: true})
  })

  test('does not write over a translation', () => {
    const site = folder()
    writeFileSync(join(site, 'en.md'), '# Reset\n')
    writeFileSync(join(site, 'fr.md'), '# Oui\n')
    const both = ['adopt', 'en.md', '--target', 'fr.md', '--out', 'out.md']
    expect(passerelle(both, site).status).toBe(0)
    const written = readFileSync(join(site, 'out.md'), 'utf8')
    const {status, stderr} = passerelle(['adopt', 'en.md', '--out', 'out.md'], site)
    expect([status, readFileSync(join(site, 'out.md'), 'utf8')]).toEqual([2, written])
    expect(stderr).toContain('it holds a translation')
    rmSync(site, {recursive: true})
  })

  test.each([
    ['signs', 'fr_FR!', 'expected a BCP-47 tag'],
    ['a letter of French', 'français', 'expected a BCP-47 tag'],
    ['the name of a language', 'francais', 'expected a BCP-47 tag'],
    ['nothing', '', 'Missing locale, expected a BCP-47 tag'],
    ['the source’s own', 'en-us', 'expected that of the translation'],
  ])('refuses a locale that is none: %s', (_, locale, words) => {
    const {status, stderr} = passerelle(['adopt', 'README.md', '--locale', locale])
    expect(status).toBe(2)
    expect(stderr).toContain(words)
  })

  test.each<[string, readonly string[], number, string]>([
    ['a file as folder', ['en.md', '--out', 'en.md/out.md'], 2, 'Unexpected path `en.md/out.md`: ENOTDIR'],
    ['a folder as file', ['en.md', '--out', 'folder'], 2, 'Unexpected target `folder`'],
    ['no name', ['en.md', '--out', ''], 2, 'Missing FILE after `--out`'],
    ['another encoding', ['latin.md'], 2, 'Unexpected bytes in `latin.md`, expected text in UTF-8'],
    ['no words', ['empty.md'], 1, 'empty.md:1:1  error  document-empty'],
    ['no file', ['gone.md'], 2, 'Unexpected path `gone.md`: ENOENT'],
    ['standard input twice', ['-', '--target', '-'], 2, 'Unexpected second `-`'],
  ])('says with no stack what cannot be read or written: %s', (_, args, code, words) => {
    const site = folder()
    mkdirSync(join(site, 'folder'))
    writeFileSync(join(site, 'en.md'), '# Reset\n')
    writeFileSync(join(site, 'latin.md'), Buffer.from([0x23, 0x20, 0xe9]))
    writeFileSync(join(site, 'empty.md'), '')
    const {status, stdout, stderr} = passerelle(['adopt', ...args], site)
    expect({status, stdout}).toEqual({status: code, stdout: ''})
    expect(stderr).toContain(words)
    expect(stderr).not.toMatch(/^ +at /m)
    rmSync(site, {recursive: true})
  })
})
