import {expect, test} from 'vitest'
import {scan} from '../../plugins/bilingual/index.ts'
import {tryPatches} from '../../plugins/conformance/patches.ts'
import {flagship, pair} from '../bilingual/flagship.ts'

test('every segment of the flagship is patched alone', () => {
  expect(tryPatches(scan(flagship))).toEqual({isIdentity: true, tried: 21, spread: []})
})

test('an id that stands twice cannot be patched, so neither can the article', () => {
  const twice = pair('0a1b2-1', 'a', 'b').repeat(2)
  expect(tryPatches(scan(twice))).toEqual({isIdentity: false, tried: 2, spread: ['0a1b2-1', '0a1b2-1']})
})

test('of a very long article a sample is tried, the same each time', () => {
  const long = Array.from({length: 900}, (_, n) => pair(`0a1b2-${n}`, 'a'.repeat(30), 'b'.repeat(30))).join(
    '\n',
  )
  const [first, second] = [tryPatches(scan(long)), tryPatches(scan(long))]
  expect(first.tried).toBeGreaterThan(40)
  expect(first.tried).toBeLessThan(900)
  expect(second).toEqual(first)
})
