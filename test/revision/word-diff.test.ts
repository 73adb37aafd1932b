import fc from 'fast-check'
import {expect, test} from 'vitest'
import {formatWordDiff, wordDiff} from '../../plugins/revision/word-diff.ts'

test.each([
  ['nothing', 'Click Next.', 'Click Next.', 'Click Next.'],
  ['one word', 'Click **Next**.', 'Select **Next**.', '[-Click-] {+Select+} **Next**.'],
  ['words put in', 'a d', 'a b c d', 'a {+b c+} d'],
  ['words taken out at the end', 'a b c', 'a', 'a [-b c-]'],
  ['all of it', '', 'a b', '{+a b+}'],
  ['two places', 'a b c d e', 'a x c y e', 'a [-b-] {+x+} c [-d-] {+y+} e'],
])('%s', (_, was, now, told) => {
  expect(formatWordDiff(wordDiff(was, now))).toBe(told)
})

test('the runs hold both texts whole, and no word that both have in order twice', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), {maxLength: 12}).map(words => words.join(' '))
  fc.assert(
    fc.property(text, text, (was, now) => {
      const runs = wordDiff(was, now)
      const side = (kind: 'in' | 'out') =>
        runs
          .filter(run => run.kind === 'same' || run.kind === kind)
          .map(run => run.text)
          .join(' ')
      expect([side('out'), side('in')]).toEqual([was, now])
      if (was === now) expect(runs.every(run => run.kind === 'same')).toBe(true)
    }),
  )
})

test('texts of many thousand words are told apart without comparing each with each', () => {
  const words = (name: string) =>
    Array.from({length: 5000}, (_, index) => `${name}${String(index)}`).join(' ')
  expect(wordDiff(`x ${words('a')}`, `x ${words('b')}`).map(run => run.kind)).toEqual(['same', 'out', 'in'])
})
