import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import {findUnsafe} from '../../plugins/conformance/unsafe.ts'
import {pair} from '../bilingual/flagship.ts'
import {copySite, type SiteCopy} from '../cli/site.ts'
import {contentsIn, toCode} from './docusaurus.ts'

let site: SiteCopy

beforeEach(() => {
  site = copySite()
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})
afterEach(() => {
  site.remove()
  vi.restoreAllMocks()
})

/** The page of a text, a runbook where it has an action file. */
async function pageOf(
  text: string,
  {
    locale = 'en-US',
    actions,
    below = 'docs/page.md',
  }: {locale?: string; actions?: string; below?: string} = {},
): Promise<string> {
  site.add(below, `---\ntitle: T\nms.contentlocale: fr-FR\n---\n${text}`)
  if (actions !== undefined) site.add('docs/page.runbook.yaml', actions)
  return toCode(site.path, join(site.path, below), locale)
}

const stepsIn = (code: string) =>
  [...code.matchAll(/number: "([\d.]+)"[^]*?children: "([^"]*)"/g)].map(
    ([, number, words]) => `${number} ${words}`,
  )

describe('a runbook has the steps that it is compiled with', () => {
  test.each([
    [
      'a list between lines of a directive',
      ':::note\n\nFirst:\n\n1. a\n2. b\n\n:::\n\nThen:\n\n1. c\n',
      ['1.1 a', '1.2 b', '2.1 c'],
    ],
    [
      'a list in a directive that does not end',
      ':::note\n\nFirst:\n\n1. a\n\nThen:\n\n1. c\n',
      ['1.1 a', '2.1 c'],
    ],
    ['a list in code that Docusaurus unwraps', '```mdx-code-block\n1. a\n```\n\nThen:\n\n1. c\n', ['1.1 c']],
    ['a list in a directive with a title', ':::note Title\n\n1. a\n\n:::\n', ['1.1 a']],
  ])('%s', async (_, text, steps) => {
    expect(stepsIn(await pageOf(`# T\n\n${text}`, {actions: 'runbook: x'}))).toEqual(steps)
  })
})

test('an article knows no directives, and its alerts stay', async () => {
  const words = pair('0a1b2-102', 'Bonjour', 'Hello')
  const code = await pageOf(`# T\n\n${words}\n\n:::tip\n\n> [!NOTE]\n> At 12:30 b:c\n`)
  expect(code).toContain('":::tip"')
  expect(code).toContain('At 12:30 b:c')
  expect(code).toContain('type: "note"')
})

test('a guide may use directives', async () => {
  const code = await pageOf('# T\n\n:::tip[Title]\n\nWords\n\n:::\n')
  expect(code).toContain('type: "tip"')
  expect(code).not.toContain(':::')
})

describe('no text of a heading becomes HTML of the table of contents', () => {
  const evil = '\\<img src=x onerror=alert(1)>'
  test.each([
    ['words', evil],
    ['a link by reference', `[${evil}][p]`],
    ['the description of an image', `![${evil}](media/a.gif)`],
    ['the description of an image by reference', `![${evil}][i]`],
    ['a strong image', `**![${evil}](media/a.gif)**`],
    ['struck words', `~~${evil}~~`],
    ['code', '`<img src=x>`'],
    ['a placeholder', '<img src=x onerror=alert(1)>'],
    ['a directive', `:x[${evil}]`],
    ['words without a translation', pair('0a1b2-103', '', evil)],
    ['words of a link without a translation', `[${pair('0a1b2-104', '', evil)}][p]`],
  ])('%s', async (_, words) => {
    site.add('docs/media/a.gif', 'GIF89a\u0001\u0000\u0001\u0000')
    const article = pair('0a1b2-102', 'Bonjour', 'Hello')
    for (const locale of ['en-US', 'fr-FR']) {
      for (const kind of [article, 'Words']) {
        const text = `# T\n\n${kind}\n\n## A ${words}\n\n[p]: https://contoso.example\n[i]: media/a.gif\n`
        const [entry] = contentsIn(await pageOf(text, {locale}))
        expect(findUnsafe(entry?.value ?? '<x>')).toEqual([])
        expect(entry?.value).not.toMatch(/<(?:img|x)/)
      }
    }
  })
})

test('a link or an image leads to no file beyond the folder of the pages', async () => {
  site.add('docs/a/files/b.json', '{}')
  const text = '# T\n\n[x](../package.json) [y](../../package.json) [z](../files/b.json)\n'
  const code = await pageOf(text, {below: 'docs/a/b/c.md'})
  expect(code).toContain('files/b.raw')
  const above = await pageOf(text, {below: 'docs/a/c.md'})
  expect(above).not.toContain('package.raw')
})
