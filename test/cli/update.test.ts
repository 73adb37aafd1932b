import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {checkSite, passerelle} from './passerelle.ts'
import {actions, article, copySite, type SiteCopy} from './site.ts'

const pair = (id: string, target: string, source: string) =>
  `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`

describe('an article in a new revision', () => {
  let site: SiteCopy
  const update = (...args: readonly string[]) => passerelle(['update', 'old.md', article, ...args], site.path)
  const yaml = () => readFileSync(join(site.path, actions), 'utf8')
  beforeEach(() => {
    site = copySite()
    site.add('old.md', {as: article})
    site.edit(
      article,
      /^1\. (?=<span data-ttu-id="3e638-10\d">)/m,
      `1. ${pair('3e638-300', 'Fermez les programmes.', 'Close all programs.')}\n1. `,
    )
  })
  afterEach(() => site.remove())

  test('keeps its actions where a step was put in before, and has nothing to write', () => {
    const before = yaml()
    const {status, stdout} = update('--write')
    expect(stdout).toContain('moved     welcome                    1.2 → 1.3')
    expect(stdout).toContain('\nnew       1.1  "Close all programs."\n')
    expect(stdout).toContain('7 kept, 8 moved, 0 reworded, 0 lost\nNothing to write.')
    expect({status, after: yaml()}).toEqual({status: 0, after: before})
  })

  test('shows the words of a reworded step, and writes them once they were accepted', () => {
    const before = yaml()
    site.edit(article, 'then click **On-premises integration**', 'then choose **On-premises integration**')
    const proposed = update('--write')
    expect(proposed.stdout).toContain('then [-click-] {+choose+} **On-premises integration**.')
    expect(proposed.stdout).toContain('`--accept prerequisites`')
    expect({status: proposed.status, after: yaml()}).toEqual({status: 1, after: before})
    expect(checkSite(site.path).messages.map(each => each.rule)).toContain('anchor-lost')

    const accepted = update('--accept', 'prerequisites', '--write')
    expect(accepted.stdout).toContain('Written: `prerequisites`.')
    expect({status: accepted.status, after: yaml()}).toEqual({
      status: 0,
      after: before.replace(
        'then click **On-premises integration**',
        'then choose **On-premises integration**',
      ),
    })
    expect(checkSite(site.path).messages.map(each => each.rule)).toEqual(['article-changed'])
  })

  test('loses a step that says the opposite, and says why', () => {
    const before = yaml()
    site.edit(article, 'to **Yes**.</span></span>', 'to **No**.</span></span>')
    const {status, stdout} = update('--accept', 'all', '--write')
    expect(stdout).toMatch(/^lost {6}writeback .*other label: .*`.*Yes` → `.*No`/m)
    expect(stdout).toContain('to [-**Yes**.-] {+**No**.+}')
    expect(stdout).toMatch(/^Nothing to accept: no entry is reworded; .* by hand: `writeback` \(other label/m)
    expect({status, after: yaml()}).toEqual({status: 1, after: before})
  })
})

test('a step that is gone says why nothing was taken for it, and cannot be accepted', () => {
  const site = copySite()
  site.add('old.md', {as: article})
  site.edit(article, /When ready, click \*\*Save\*\*\./, 'Go.')
  const {stdout} = passerelle(['update', 'old.md', article], site.path)
  expect(stdout).toMatch(/^lost {6}save +2\.5 {2}no such text: nothing there is even half alike$/m)
  expect(stdout).toMatch(/^new {7}2\.5 {2}"Go\."$/m)
  const {status, stderr} = passerelle(['update', 'old.md', article, '--accept', 'save'], site.path)
  expect(status).toBe(2)
  expect(stderr).toContain(
    'Unexpected `--accept save`: `save` (no such text: nothing there is even half alike) is lost',
  )
  site.remove()
})

describe('what cannot be carried exits with 2', () => {
  test.each([
    ['one revision', [article], 'Missing OLD.md and NEW.md'],
    [
      'no action file',
      ['test/fixtures/flagship/article.md', 'test/fixtures/flagship/article.md'],
      'Missing action file',
    ],
    [
      'two action files',
      [article, 'test/fixtures/read-tenant/read-tenant.md'],
      'Unexpected second action file',
    ],
    [
      'nothing of that name to accept',
      [article, article, '--accept', 'save'],
      '`save` is kept, there is nothing to accept; no entry is reworded, all are kept or moved',
    ],
    [
      'an id of no letters',
      [article, article, '--accept', ''],
      'Missing id after `--accept`: no entry is reworded',
    ],
    ['a history and articles', [article, '--history', 'docs'], '--history takes a folder'],
  ])('%s', (_, args, words) => {
    const {status, stderr} = passerelle(['update', ...args])
    expect(status).toBe(2)
    expect(stderr).toContain(words)
  })
})

test('an action file that cannot be read is reported as check reports it', () => {
  const site = copySite()
  site.edit(actions, 'minutes: 25', 'minutes: much')
  const {status, stderr} = passerelle(['update', article, article], site.path)
  expect(status).toBe(1)
  expect(stderr).toContain('type-invalid')
  site.remove()
})

test('an action file that is no YAML is one finding', () => {
  const site = copySite()
  site.edit(actions, 'minutes: 25', 'minutes: {25')
  const {status, stderr} = passerelle(['update', article, article], site.path)
  expect(status).toBe(1)
  expect(stderr.match(/ error {2}\S+/g)).toEqual([' error  yaml-invalid'])
  expect(checkSite(site.path, [article]).messages.map(each => each.rule)).toEqual(['yaml-invalid'])
  site.remove()
})

test('a revision that cannot be read is reported as check reports it, and nothing is compared', () => {
  const site = copySite()
  site.add('old.md', {as: article})
  site.edit(article, '</span></span>', '')
  const before = readFileSync(join(site.path, actions), 'utf8')
  const {status, stdout, stderr} = passerelle(
    ['update', 'old.md', article, '--accept', 'all', '--write'],
    site.path,
  )
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(new RegExp(`${article}:\\d+:\\d+ +error +segment-`))
  expect(stderr).toContain('Nothing was compared')
  expect(readFileSync(join(site.path, actions), 'utf8')).toBe(before)
  site.remove()
})

test('a folder without two revisions of one article is no history', () => {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-history-'))
  writeFileSync(join(folder, '01.md'), '1. Open.\n')
  for (const args of [[folder], [folder, '--write']]) {
    const {status} = passerelle(['update', '--history', ...args])
    expect(status).toBe(2)
  }
  rmSync(folder, {recursive: true})
})

test('revision 9 stands before revision 10', () => {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-history-'))
  for (const name of ['9', '10', '11']) writeFileSync(join(folder, `${name}.md`), '1. Open.\n')
  const {stdout} = passerelle(['update', '--history', folder])
  expect(stdout.match(/\d+ → \d+/g)?.slice(0, 2)).toEqual(['9 → 10', '10 → 11'])
  rmSync(folder, {recursive: true})
})

test('histories are carried there and back, each transition on a line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-history-'))
  mkdirSync(join(folder, 'reset'))
  for (const [name, text] of [
    ['01', '1. Open.\n2. Click **Save** to keep all of the messages.\n'],
    ['02', '1. Open.\n2. Click **Save** to keep all of the mails.\n'],
  ] as const)
    writeFileSync(join(folder, 'reset', `${name}.md`), text)
  const {status, stdout} = passerelle(['update', '--history', folder])
  expect(status).toBe(0)
  expect(stdout).toContain(
    '  01 → 02  forwards 1 kept, 0 moved, 1 reworded, 0 lost | backwards 1 kept, 0 moved, 1 reworded, 0 lost',
  )
  expect(stdout).toContain('Click **Save** to keep all of the [-messages.-] {+mails.+}')
  expect(stdout).toContain('histories 1, transitions 1, carried one way only 0')
  rmSync(folder, {recursive: true})
})
