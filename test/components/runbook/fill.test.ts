import fc from 'fast-check'
import {expect, test} from 'vitest'
import {fill, plural} from '../../../src/components/runbook/words/fill.ts'

test.each([
  ['every placeholder by its value', 'Run {id}, {time}', {id: '7F3K', time: '10:43'}, 'Run 7F3K, 10:43'],
  ['the same placeholder twice', '{n} of {n}', {n: 3}, '3 of 3'],
  ['nothing where there is no value', 'by {name}', {}, 'by {name}'],
])('replaces %s', (_, text, values, expected) => {
  expect(fill(text, values)).toBe(expected)
})

test('a value is put in as it is, whatever signs it holds', () => {
  fc.assert(fc.property(fc.string(), value => fill('a {x} b', {x: value}) === `a ${value} b`))
})

test.each([
  ['en-US', 1, '1 step'],
  ['en-US', 0, '0 steps'],
  ['fr-FR', 0, '0 step'],
  ['fr-FR', 2, '2 steps'],
])('%s counts %i by its own rule', (locale, n, expected) => {
  expect(plural('{n} step|{n} steps', n, {locale})).toBe(expected)
})
