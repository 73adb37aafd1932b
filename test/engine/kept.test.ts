import {expect, test} from 'vitest'
import {toKept} from '../../src/engine/kept.ts'

const at = '2026-11-22T09:41:07.0000000Z'

test.each([
  ['a truth value as text', 'text', true, true],
  ['a text', 'text', 'AADC01', 'AADC01'],
  ['a text that is too long', 'text', 'x'.repeat(900), 'x'.repeat(200)],
  ['an object as text', 'text', {a: 1}, null],
  ['a number', 'number', 31005, 31005],
  ['a text as a number', 'number', '31005; see https://evil.example', null],
  ['a number without end', 'number', Number.POSITIVE_INFINITY, null],
  ['a time', 'dateTime', at, at],
  ['a sentence as a time', 'dateTime', 'call 2001', null],
  ['a number as a time', 'dateTime', 5, null],
  ['a time as an age', 'age', at, at],
  ['a list', 'list', [31005, true, 'x', null, ['y']], '31005, true, x'],
  ['a scalar as a list', 'list', 31005, 31005],
] as const)('%s', (_, as, value, expected) => {
  expect(toKept(as, value)).toBe(expected)
})
