import fc from 'fast-check'
import {expect, test} from 'vitest'
import {likeness, nearest} from '../../plugins/runbook/likeness.ts'

test.each([
  ['the same', 'abc', 'abc', 1],
  ['nothing and nothing', '', '', 1],
  ['nothing and something', '', 'abcd', 0],
  ['one letter of four changed', 'abcd', 'abxd', 0.75],
  ['one letter of four put in', 'abd', 'abcd', 0.75],
  ['two letters swapped', 'abcd', 'acbd', 0.5],
])('%s', (_, a, b, alike) => {
  expect(likeness(a, b)).toBe(alike)
})

const text = fc.string({unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12})

test('is one minus the edits that the textbook counts, both ways', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const longer = Math.max(a.length, b.length, 1)
      expect(likeness(a, b)).toBeCloseTo(1 - textbook(a, b) / longer)
      expect(likeness(b, a)).toBe(likeness(a, b))
    }),
  )
})

test('is the same above the floor and nothing below', () => {
  fc.assert(
    fc.property(text, text, fc.constantFrom(0.25, 0.5, 0.75, 0.8), (a, b, floor) => {
      const whole = likeness(a, b)
      expect(likeness(a, b, floor)).toBe(whole >= floor ? whole : 0)
    }),
  )
})

test('of very long texts that differ in all is told at once, and never as more than it is', () => {
  expect(likeness('a'.repeat(20_000), 'b'.repeat(20_000))).toBe(0)
  expect(likeness(`${'ab'.repeat(10_000)}x`, `${'ba'.repeat(10_000)}y`)).toBe(0)
})

test('the nearest is the first of the most alike', () => {
  expect(nearest('abcd', ['xxxx', 'abxx', 'abcx', 'abxd'], each => each)).toEqual({
    candidate: 'abcx',
    likeness: 0.75,
  })
  expect(nearest('abcd', [], String)).toBeNull()
})

function textbook(a: string, b: string): number {
  if (a === '' || b === '') return Math.max(a.length, b.length)
  const row = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j
    const key = `${i} ${j}`
    const known = seen.get(key)
    if (known !== undefined) return known
    const found = Math.min(
      row(i - 1, j) + 1,
      row(i, j - 1) + 1,
      row(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
    )
    seen.set(key, found)
    return found
  }
  const seen = new Map<string, number>()
  return row(a.length, b.length)
}
