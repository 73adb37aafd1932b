import {describe, expect, test} from 'vitest'
import {checkPages, isSiteRefused, type PageFolder} from '../../plugins/runbook/index.ts'

const french = 'i18n/fr-FR/docusaurus-plugin-content-docs/current'
const guide = '# Guide\n\nRead this.\n'
const bilingual =
  '---\ntitle: Titre\nms.contentlocale: fr-FR\n---\n\n# <span data-ttu-id="1c2b3-101">Titre</span><span class="sxs-lookup"><span data-stu-id="1c2b3-101">Title</span></span>\n'
const broken = '# <span data-ttu-id="1c2b3-101">Titre</span>\n'

interface Files {
  readonly docs?: Readonly<Record<string, string>>
  readonly fr?: Readonly<Record<string, string>>
  readonly en?: Readonly<Record<string, string>>
}

function check({docs = {}, fr = {}, en = {}}: Files) {
  const folder = (locale: string, path: string, files: Readonly<Record<string, string>>): PageFolder => ({
    locale,
    path,
    files: Object.entries(files).map(([below, text]) => ({path: `${path}/${below}`, below, text})),
  })
  return checkPages([
    folder('en-US', 'docs', docs),
    folder('en-US', french.replace('fr-FR', 'en-US'), en),
    folder('fr-FR', french, fr),
  ])
}

function found(files: Files) {
  return check(files).flatMap(file =>
    file.messages.map(({line, column, ruleId}) => [`${file.path}:${line ?? 0}:${column ?? 0}`, ruleId]),
  )
}

describe('a guide has one file for each language', () => {
  test.each<[string, Files, string[]]>([
    ['both languages', {docs: {'g/a.md': guide}, fr: {'g/a.md': guide}}, []],
    ['no French', {docs: {'g/a.md': guide}}, ['docs/g/a.md:1:1']],
    ['no English', {fr: {'g/a.md': guide}}, [`${french}/g/a.md:1:1`]],
    [
      'two names for one',
      {docs: {'a.md': guide}, fr: {'b.md': guide}},
      ['docs/a.md:1:1', `${french}/b.md:1:1`],
    ],
    [
      'a bilingual article for the French',
      {docs: {'a.md': guide}, fr: {'a.md': bilingual}},
      ['docs/a.md:1:1'],
    ],
    [
      'a bilingual article for the English',
      {docs: {'a.md': bilingual}, fr: {'a.md': guide}},
      [`${french}/a.md:1:1`],
    ],
    ['a bilingual article, which is no guide', {docs: {'a.md': bilingual}}, []],
    [
      'a file that only the source locale shows',
      {docs: {'a.md': guide}, fr: {'a.md': guide}, en: {'a.md': guide}},
      [],
    ],
  ])('%s', (_, files, places) => {
    expect(found(files)).toEqual(places.map(place => [place, 'guide-missing']))
  })

  test('a file whose pairs cannot be read may be either, so only that is said', () => {
    const rules = found({docs: {'a.md': broken}, fr: {'a.md': guide}}).map(([, rule]) => rule)
    expect(rules).toContain('segment-unpaired')
    expect(rules).not.toContain('guide-missing')
  })

  test('the message names the file that is missing, and the fix', () => {
    const [message] = check({docs: {'g/a.md': guide}})[0]?.messages ?? []
    expect(message?.reason).toBe(`Missing guide \`${french}/g/a.md\` in fr-FR`)
    expect(message?.note).toContain('write the guide')
    expect(message?.fatal).toBe(true)
  })
})

test('a page in MDX is refused as it stands, unread', () => {
  const mdx = 'import x from "y"\n\n<Widget>\n'
  expect(found({docs: {'a.mdx': mdx}, fr: {'b.mdx': mdx}})).toEqual([
    ['docs/a.mdx:1:1', 'mdx-refused'],
    [`${french}/b.mdx:1:1`, 'mdx-refused'],
  ])
})

test.each<[string, Files, boolean]>([
  ['a guide alone', {docs: {'a.md': guide}}, true],
  ['MDX', {docs: {'a.mdx': guide}}, true],
  ['a pair that is broken', {docs: {'a.md': broken}}, false],
  ['HTML', {docs: {'a.md': '<script>\n'}, fr: {'a.md': guide}}, false],
])('whether the site may be built with %s', (_, files, refused) => {
  expect(check(files).some(isSiteRefused)).toBe(refused)
})

describe('the bilingual files of one article', () => {
  const other = bilingual.replace('>Title<', '>Another title<')

  test('have the same English, or those that differ from the first have a finding', () => {
    expect(found({docs: {'a.md': bilingual}, fr: {'a.md': bilingual}})).toEqual([])
    expect(found({docs: {'a.md': bilingual}, fr: {'a.md': other}})).toEqual([
      [`${french}/a.md:6:100`, 'source-differs'],
    ])
  })

  test('are compared without one in `docs` too', () => {
    expect(found({en: {'a.md': bilingual}, fr: {'a.md': other}})).toEqual([
      [`${french}/a.md:6:100`, 'source-differs'],
    ])
  })

  test('of other paths are other articles', () => {
    expect(found({docs: {'a.md': bilingual}, fr: {'b.md': other}})).toEqual([])
  })
})
