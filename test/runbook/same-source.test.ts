import {describe, expect, test} from 'vitest'
import {scan} from '../../plugins/bilingual/index.ts'
import {checkSameSource} from '../../plugins/runbook/same-source.ts'
import {pair} from '../bilingual/flagship.ts'

const path = 'docs/a.md'
const english = [pair('0a1b2-102', 'Un.', 'One **two**.'), pair('0a1b2-103', 'Trois.', 'Three.')].join(' ')

function check(article: string, other = english) {
  return checkSameSource(scan(article), scan(other), path)
}

describe('the same English', () => {
  test.each([
    ['in other ids and another language', english.replaceAll('0a1b2', 'fffff').replace('Un.', 'Eins.')],
    ['in one pair of both sentences', pair('fffff-p101', 'Eins, drei.', 'One **two**. Three.')],
    [
      'with the white space moved',
      english.replace('One **two**.', 'One **two** .').replace('Three.', ' Three.\n'),
    ],
    ['without a translation', english.replace('Un.', '')],
  ])('%s has no finding', (_, article) => {
    expect(check(article)).toEqual([])
  })

  test('may have the locale of the reader in its addresses', () => {
    const link = (locale: string) =>
      pair('0a1b2-102', 'x', `See [it](https://docs.microsoft.com/${locale}office).`)
    expect(check(link('de-de/'), link(''))).toEqual([])
    expect(check(link('de-de/'), link('fr-fr/'))).toEqual([])
    expect(check(link('other/'), link(''))).toHaveLength(1)
  })
})

describe('other English', () => {
  test.each([
    ['a changed sentence', english.replace('Three.', 'Four.'), 'Four.', 'Three.'],
    ['a sentence more', `${english} ${pair('0a1b2-104', 'x', 'More.')}`, 'More.', ''],
    ['a sentence less', pair('0a1b2-102', 'Un.', 'One **two**.'), '', 'Three.'],
    ['a longer sentence', english.replace('Three.', 'Three, again.'), 'Three, again.', 'Three.'],
    [
      'a sentence with more at its end',
      english.replace('One **two**.', 'One **two**. So.'),
      'One **two**. So.',
      'One **two**.',
    ],
    ['a sentence with less at its end', english.replace('One **two**.', 'One'), 'One', 'One **two**.'],
    ['two words for one', english.replace('Three.', 'Three fold.'), 'Three fold.', 'Three.'],
    ['other marks', english.replace('**two**', 'two'), 'One two.', 'One **two**.'],
  ])(
    '%s is named at the first segment that differs, with its place in the other file',
    (_, article, actual, expected) => {
      const [finding, ...more] = check(article)
      expect(more).toEqual([])
      expect(finding?.args).toMatchObject({actual, expected})
      expect(finding?.args['place']).toMatch(/^docs\/a\.md:1:\d+$/)
      expect(article.slice(finding?.range.start, finding?.range.end)).toBe(actual)
    },
  )
})

describe('code', () => {
  const withCode = (code: string) => `${english}\n\n\`\`\`\n${code}\n\`\`\`\n`

  test('that is the same has no finding', () => {
    expect(check(withCode('a').replaceAll('0a1b2', 'fffff'), withCode('a'))).toEqual([])
  })

  test.each([
    ['other code', withCode('b'), withCode('a'), 'b', 'a'],
    ['a block more', withCode('b'), english, 'b', ''],
    ['a block less', english, withCode('a'), '', 'a'],
    ['code that is indented', `${english}\n\n    b\n`, `${english}\n\n    a\n`, 'b', 'a'],
  ])('%s is named with both places', (_, article, other, actual, expected) => {
    const [finding, ...more] = check(article, other)
    expect(more).toEqual([])
    expect(finding).toMatchObject({ruleId: 'source-differs', args: {actual, expected}})
    expect(article.slice(finding?.range.start, finding?.range.end)).toContain(actual)
  })
})

test('a word in two is found although the sentences are merged', () => {
  const merged = pair('fffff-p101', 'Eins, drei.', 'One **two**. Th ree.')
  expect(check(merged)).toHaveLength(1)
})
