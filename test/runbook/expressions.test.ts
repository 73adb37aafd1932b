import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {evaluate, faultOf} from '../../plugins/runbook/expressions.ts'
import {likeness, nearest} from '../../plugins/runbook/likeness.ts'

test.each([
  ['a path', 'value[0].id', null],
  ['a filter', "value[?state == 'on'].id", null],
  ['functions inside functions', "join(' ', [to_string(length(value))])", null],
  ['an open bracket', 'value[', expect.stringContaining('Expected')],
  ['a strange character', 'a ~ b', expect.stringContaining('Unknown character')],
  ['a function that does not exist', 'lenght(value)', 'no function `lenght`'],
  ['one deep inside', "value[?starts(id, 'a')]", 'no function `starts`'],
])('%s', (_, expression, fault) => {
  expect(faultOf(expression)).toEqual(fault)
})

test('a function that refuses its argument gives null', () => {
  expect(evaluate('length(value)', {value: null})).toBeNull()
})

describe('likeness', () => {
  test.each([
    ['', '', 1],
    ['abc', 'abc', 1],
    ['abc', '', 0],
    ['kitten', 'sitting', 1 - 3 / 7],
  ])('of %o and %o', (a, b, expected) => {
    expect(likeness(a, b)).toBeCloseTo(expected)
  })

  test('is symmetric, between 0 and 1, and 1 for the same text only', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(likeness(a, b)).toBe(likeness(b, a))
        expect(likeness(a, b)).toBeGreaterThanOrEqual(0)
        expect(likeness(a, b) === 1).toBe(a === b)
      }),
    )
  })

  test('names the nearest, or none', () => {
    expect(nearest('label', ['lable', 'on'], each => each)?.candidate).toBe('lable')
    expect(nearest('label', [], each => String(each))).toBeNull()
  })
})
