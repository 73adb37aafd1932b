import {expect, test} from 'vitest'
import {makePassword} from '../../src/engine/password.ts'

const many = Array.from({length: 500}, makePassword)

test('has twenty characters of all four kinds, none of them easily taken for another', () => {
  for (const password of many) {
    expect(password).toMatch(/^[-A-HJ-NP-Za-km-np-z2-9+=#%?]{20}$/)
    for (const kind of [/[A-Z]/, /[a-z]/, /\d/, /[-+=#%?]/]) expect(password).toMatch(kind)
  }
})

test('is another one each time, and every character is about as frequent as the others', () => {
  expect(new Set(many).size).toBe(many.length)
  const counts = new Map<string, number>()
  for (const letter of many.join('')) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  const mean = (many.length * 20) / counts.size
  // Nine standard deviations: it fails about never by chance.
  for (const [, count] of counts) expect(Math.abs(count - mean)).toBeLessThan(9 * Math.sqrt(mean))
  expect(counts.size).toBeGreaterThan(55)
})
