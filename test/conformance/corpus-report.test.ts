import {describe, expect, test} from 'vitest'
import {faultsOf, reportArticle, type Expectation} from '../../plugins/conformance/corpus-report.ts'
import {reportPage} from '../../plugins/conformance/page-report.ts'
import {toTable} from '../../plugins/conformance/table.ts'
import {reportText} from '../../plugins/conformance/text-report.ts'
import {pair} from '../bilingual/flagship.ts'

const head = '---\ntitle: x\nms.contentlocale: fr-FR\n---\n'
const bilingual = (target: string, source = 'Open **Settings**.') =>
  `${head}1. ${pair('0a1b2-102', target, source)}\n`

function reportOf(
  text: string,
  published: string | null,
  expected: Partial<Expectation> | null = null,
  path = 'a.md',
) {
  const expectation = expected === null ? null : {path, result: 'exact', ...expected}
  return reportArticle({path, text, published}, expectation, {text: reportText, page: reportPage}, () => 0)
}

describe('an article has no fault', () => {
  test.each([
    ['equal to the published file', bilingual('Ouvrez **a**.'), `${head}1. Ouvrez **a**.\n`],
    ['equal but for an escape', bilingual('a \\* b'), `${head}1. a * b\n`],
    ['with another description', bilingual('![a](media/u.png)'), `${head}1. ![b](media/u.png)\n`],
    ['without a published file', bilingual('a'), null],
    [
      'of CRLF behind a byte order mark',
      `\uFEFF${bilingual('a').replaceAll('\n', '\r\n')}`,
      `\uFEFF${head}1. a\n`.replaceAll('\n', '\r\n'),
    ],
    ['in Arabic', bilingual('افتح **الإعدادات** \u200Fالآن.'), `${head}1. افتح **الإعدادات** \u200Fالآن.\n`],
    [
      'in Japanese, led by a line end',
      bilingual('\n   **設定**を開きます。'),
      `${head}1. \n   **設定**を開きます。\n`,
    ],
    ['with merged sentences', bilingual('a').replaceAll('-102', '-p102'), `${head}1. a\n`],
    ['with a stray closing tag', bilingual('a </span> b'), `${head}1. a </span> b\n`],
    ['with a placeholder', bilingual('<user principal name>'), `${head}1. <user principal name>\n`],
    ['without front matter', pair('0a1b2-102', 'a', 'b'), 'a'],
    ['whose front matter has segments', `---\ntitle: ${pair('0a1b2-101', 'a: b', 'c: d')}\n---\nx\n`, null],
  ])('%s', (_, text, published) => {
    expect(faultsOf(reportOf(text, published))).toEqual([])
  })
})

describe('an article has a fault', () => {
  test.each([
    ['whose words differ', bilingual('a'), `${head}1. b\n`, null, 'for no known reason'],
    ['that should be exact', bilingual('a \\* b'), `${head}1. a * b\n`, {}, 'the manifest says exact'],
    [
      'with another number of segments',
      bilingual('a'),
      null,
      {segments: 2, result: 'no oracle'},
      '1 segments, the manifest says 2',
    ],
    ['with half a pair', `${head}<span data-ttu-id="0a1b2-102">a</span>`, null, null, 'segment-unpaired'],
    ['with an id twice', `${head}${pair('0a1b2-1', 'a', 'b').repeat(2)}`, null, null, 'identity patch'],
  ])('%s', (_, text, published, expected, fault) => {
    expect(faultsOf(reportOf(text, published, expected)).join('; ')).toContain(fault)
  })

  test('whose words differ, but for a reason that the manifest gives, has none', () => {
    expect(faultsOf(reportOf(bilingual('a'), `${head}1. b\n`, {result: 'other text'}))).toEqual([])
  })

  test('that makes the reader throw', () => {
    const thrown = () => {
      throw new RangeError('too much')
    }
    const report = reportArticle({path: 'a.md', text: '', published: null}, null, {text: thrown}, () => 0)
    expect(faultsOf(report)[0]).toContain('too much')
  })
})

test('steps that one language has and the other has not are found, with a finding', () => {
  const {page} = reportOf(bilingual('Un.\n2. Deux.', 'One.'), null)
  expect(page).toMatchObject({lists: 1, items: 1, trees: 'differ with a finding'})
  expect(page?.rules).toContain('parity-broken')
})

test('HTML differs where the text does, and there only', () => {
  const text = `${head}${pair('0a1b2-102', 'a', 'b')}\n\n${pair('0a1b2-103', '\\*\\*c\\*\\*', 'd')}\n`
  expect(reportOf(text, `${head}a\n\n**c**\n`).page?.html).toBe('differs with its text')
  expect(reportOf(text, `${head}a\n\n\\*\\*c\\*\\*\n`).page?.html).toBe('equal')
})

test('the table names each difference with its path, invisible signs spelled out', () => {
  const table = toTable([
    reportOf(bilingual('a'), `${head}1. a\n`),
    reportOf(bilingual('a \\* b'), `${head}1. a * b\n`, null, 'odd \u2013 name\u200B.md'),
    reportOf(bilingual('a'), `${head}1. b\n`, null, 'other.md'),
  ])
  expect(table.replace(/ +$/gm, '')).toMatchInlineSnapshot(`
    "files                              3 (3 with a published file)
    segments                           3
    pairs not read                     0
    crashes                            0
    target exact                       1
    target equal but for escapes       1
    target differing otherwise         1
    texts free of tags of pairs        3 of 3
    identity patch                     3 of 3
    single-segment patches confined    3 of 3
    HTML equal to the published        2 of 3
    HTML differing with its text       1
    HTML differing elsewhere           0
    pages with unsafe HTML             0
    ordered lists on the source side   3 articles, 3 lists, 3 items
    same step tree in both languages   3
    other step tree, with a finding    0
    other step tree, silently          0
    time                               0.0 s, 0.0 ms an article, the longest 0 ms: a.md

    odd – name\\u200b.md:5  escapes; HTML equal
        ours   "1. a \\\\* b"
        theirs "1. a * b"
    other.md:5  other; HTML differs with its text
        ours   "1. a"
        theirs "1. b"
    FAULT  other.md: the target differs for no known reason"
  `)
})
