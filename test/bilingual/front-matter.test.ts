import {describe, expect, test} from 'vitest'
import {createPlaces, projectArticle, readFrontMatter, scan} from '../../plugins/bilingual/index.ts'
import {flagship, pair} from './flagship.ts'

const heading = `# <a name="say-hello"></a>${pair('0a1b2-102', 'Dire **bonjour**', 'Say **hello** with `x`')}\n`

function article(frontMatter: string): string {
  return `---\n${frontMatter}\n---\n${heading}`
}

test('a line separator of Unicode ends no line', () => {
  const {text, attributes} = readFrontMatter(scan(article('title: "a\u2028---\u2028b"')), 'target')
  expect(text).toBe('---\ntitle: "a\u2028---\u2028b"\n---\n')
  expect(attributes['title']).toBe('a\u2028---\u2028b')
})

describe('the flagship', () => {
  test('the target has the file’s own', () => {
    const {attributes, text, range, findings} = readFrontMatter(scan(flagship), 'target')
    expect(attributes).toMatchObject({
      title: "Activer l'écriture différée de mot de passe dans Azure AD Connect",
      'ms.custom': ['9002933', '5615'],
      'ms.locfileid': '50093353',
    })
    expect(range).toEqual({start: 0, end: text.length})
    expect(flagship.startsWith(text)).toBe(true)
    expect(findings).toEqual([])
  })

  test('the source has the title of its heading and no localisation key', () => {
    const {attributes} = readFrontMatter(scan(flagship), 'source')
    expect(attributes['title']).toBe('Enable password writeback in Azure AD Connect')
    expect(Object.keys(attributes)).toEqual([
      'title',
      'ms.author',
      'author',
      'manager',
      'ms.audience',
      'ms.topic',
      'ms.service',
      'ROBOTS',
      'localization_priority',
      'ms.collection',
      'ms.custom',
    ])
  })
})

// The source side's front matter for each way of writing the target's.
test.each([
  ['a plain title', 'title: Dire bonjour\nauthor: x', 'title: Say hello with x\nauthor: x'],
  ['a quoted title', "title: 'Dire : bonjour'\nauthor: x", 'title: Say hello with x\nauthor: x'],
  ['a folded title', 'title: >\n  Dire\n  bonjour\nauthor: x', 'title: Say hello with x\nauthor: x'],
  [
    'a translated description',
    'title: T\ndescription: Un mot\nauthor: x',
    'title: Say hello with x\nauthor: x',
  ],
  ['a long description', 'description: "Un\n  mot"\nauthor: x', 'author: x'],
  [
    'a comment and a blank line',
    '# c\n\ntitle: T # t\nauthor:   x # y',
    '# c\n\ntitle: Say hello with x\nauthor:   x # y',
  ],
  [
    'keys further in',
    '  title: T\n  author: x\n  ms.locfileid: "1"',
    '  title: Say hello with x\n  author: x',
  ],
  ['no title', 'author: x\nms.contentlocale: fr-FR', 'author: x'],
  ['keys in braces', '{title: T, author: x, ms.locfileid: "1"}', 'title: Say hello with x'],
  ['keys that are no text', '? [a]\n: b\ntitle: T', '? [a]\n: b\ntitle: Say hello with x'],
  ['nothing but the title', 'title:', 'title: Say hello with x'],
])('the source side of %s', (_, written, expected) => {
  expect(projectArticle(article(written), 'source')).toBe(
    `---\n${expected}\n---\n# <a name="say-hello"></a>Say **hello** with \`x\`\n`,
  )
  expect(projectArticle(article(written), 'target')).toBe(
    `---\n${written}\n---\n# <a name="say-hello"></a>Dire **bonjour**\n`,
  )
})

test('line ends and a byte order mark stay as they are', () => {
  const written = `\uFEFF---\r\ntitle: T\r\nms.locfileid: "1"\r\nauthor: x\r\n---\r\n${heading}`
  expect(projectArticle(written, 'source')).toBe(
    '\uFEFF---\r\ntitle: Say hello with x\r\nauthor: x\r\n---\r\n# <a name="say-hello"></a>Say **hello** with `x`\n',
  )
})

test.each([
  ['a colon', 'Note: read', 'title: "Note: read"'],
  ['a number', '8000079', 'title: "8000079"'],
  ['a long line', 'word '.repeat(40).trim(), `title: ${'word '.repeat(40).trim()}`],
])('a title of %s stays one line of valid YAML', (_, title, line) => {
  const text = `---\ntitle: T\n---\n# ${pair('0a1b2-102', 'x', title)}\n`
  expect(projectArticle(text, 'source').split('\n')[1]).toBe(line)
})

test('an article without a heading has no title on the source side, for the file has only its translation', () => {
  const text = `---\ntitle: T\nauthor: x\n---\n${pair('0a1b2-102', 'Mot', 'Word')}\n`
  expect(projectArticle(text, 'source')).toBe('---\nauthor: x\n---\nWord\n')
})

test('a hash that YAML takes for a number is text', () => {
  const text = article('ms.openlocfilehash: 1234567890123456789012345678901234567e89\nms.locfileid: 50093353')
  expect(readFrontMatter(scan(text), 'target').attributes).toEqual({
    'ms.openlocfilehash': '1234567890123456789012345678901234567e89',
    'ms.locfileid': '50093353',
  })
})

describe('what is wrong', () => {
  test.each([
    [
      'a key that stands twice',
      article('title: a\ntitle: b'),
      'front-matter-invalid 3:1',
      'Map keys must be unique',
    ],
    ['a list', article('- a'), 'front-matter-invalid 2:1', 'not a map of keys and values'],
    ['quotes that do not end', article('title: "a'), 'front-matter-invalid 3:1', 'Missing closing "quote'],
    ['no closing line', `---\ntitle: a\n\n${heading}`, 'front-matter-invalid 1:1', 'no closing `---`'],
    ['none at all', heading, 'front-matter-missing 1:1', undefined],
    [
      'aliases without end',
      article(bomb()),
      'front-matter-invalid 2:1',
      'Excessive alias count indicates a resource exhaustion attack',
    ],
  ])('%s has its place and its reason', (_, text, expected, reason) => {
    const {findings, attributes} = readFrontMatter(scan(text), 'source')
    expect(findings).toHaveLength(1)
    const [finding] = findings
    const {line, column} = createPlaces(text)(finding?.range.start ?? -1)
    expect(`${finding?.ruleId} ${line}:${column}`).toBe(expected)
    expect(finding?.args['reason']).toEqual(reason)
    expect(attributes).toEqual({})
  })

  test('front matter that holds segments is read as far as it goes, and stays as it is written', () => {
    const text = article(`${pair('0a1b2-101', 'title: « a » b: c', 'title: "a" b: c')}\n- x`)
    const {findings, text: source} = readFrontMatter(scan(text), 'source')
    expect(findings.every(finding => finding.ruleId === 'front-matter-invalid')).toBe(true)
    expect(findings.length).toBeGreaterThan(0)
    expect(source).toBe('---\ntitle: "a" b: c\n- x\n---\n')
  })

  test.each([
    ['valid front matter', article('title: a')],
    ['a guide without any', '# Guide\n'],
    ['a thematic break', '---\n\nWords\n'],
    ['empty front matter', `---\n---\n${heading}`],
  ])('%s is nothing wrong', (_, text) => {
    expect(readFrontMatter(scan(text), 'target').findings).toEqual([])
  })
})

function bomb(): string {
  const levels = Array.from(
    {length: 9},
    (_, n) => `l${n + 1}: &l${n + 1} [${Array(9).fill(`*l${n}`).join(', ')}]`,
  )
  return ['l0: &l0 [x, x]', ...levels].join('\n')
}
