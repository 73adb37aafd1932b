import {expect, test} from 'vitest'
import {normalise, normalisedSource, scan} from '../../plugins/bilingual/index.ts'
import {flagship, pair} from './flagship.ts'

test.each([
  ['white space', ' a\u00A0\u202F b\r\n\tc ', 'a b c'],
  ['quotes', '“a” ‘b’ it’s „c“', '"a" \'b\' it\'s "c"'],
  ['composed letters', 'e\u0301', '\u00E9'],
  ['markup', '**a** `b` [c](d)', '**a** `b` [c](d)'],
])('%s: one form', (_, written, expected) => {
  expect(normalise(written)).toBe(expected)
  expect(normalise(normalise(written))).toBe(expected)
})

test('an article’s source text has no front matter and does not change with its translation, ids or line ends', () => {
  const text = normalisedSource(scan(flagship))
  expect(text).toMatch(
    /^# <a name="enable-password-writeback-in-azure-ad-connect"><\/a>Enable password writeback in Azure AD Connect To enable/,
  )
  const other = flagship
    .replace('title: Activer', 'title: Autre')
    .replaceAll('3e638-', 'f2202-')
    .replace('cliquez sur **Configurer**', 'appuyez')
    .replaceAll('\n', '\r\n')
  expect(other).not.toBe(flagship)
  expect(normalisedSource(scan(other))).toBe(text)
  expect(normalisedSource(scan(flagship.replace('click **Configure**', 'press **Configure**')))).not.toBe(
    text,
  )
})

test('a difference in white space alone is none', () => {
  expect(normalisedSource(scan(`${pair('0a1b2-1', 'a', 'b')}  c\n`))).toBe('b c')
})
