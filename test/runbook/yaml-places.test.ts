import {describe, expect, test} from 'vitest'
import {isBranch, readYaml} from '../../plugins/runbook/yaml-places.ts'
import type {Branch} from '../../plugins/runbook/yaml-places.ts'

describe('places', () => {
  const text = 'a: 1\nb:\n  - c: "two"\n  - [x, y]\nempty:\n'
  const {value, places} = readYaml(text, 'yaml-invalid')
  const shown = ({start, end}: {start: number; end: number}) => text.slice(start, end)

  test.each([
    ['a value', [], 'a', '1'],
    ['a value in a list', ['b', 0], 'c', '"two"'],
    ['an item', ['b', 1], 1, 'y'],
    ['the key of an empty value', [], 'empty', 'empty'],
    ['the first line of the branch for an absent key', ['b', 0], 'absent', 'c: "two"'],
  ])('%s', (_, path, key, expected) => {
    expect(shown(places.value(at(value, path), key))).toBe(expected)
  })

  test('a key', () => {
    expect(shown(places.key(at(value, []), 'b'))).toBe('b')
  })

  test('an object that is not of the file stands at its start', () => {
    expect(places.of({})).toEqual({start: 0, end: 0})
  })
})

test.each([
  ['a syntax error', 'a: [1'],
  ['a key twice', 'a: 1\na: 2\n'],
  ['an alias', 'a: &x 1\nb: *x\n'],
  ['two documents', 'a: 1\n---\nb: 2\n'],
])('%s is a finding', (_, text) => {
  expect(readYaml(text, 'yaml-invalid').findings.map(each => each.ruleId)).toContain('yaml-invalid')
})

test('a key that names a prototype is a key like any other', () => {
  const {value} = readYaml('__proto__: {polluted: true}\n', 'yaml-invalid')
  expect(Object.keys(at(value, []))).toEqual(['__proto__'])
  expect({}).not.toHaveProperty('polluted')
})

function at(value: unknown, path: readonly (string | number)[]): Branch {
  const found = path.reduce<unknown>((branch, key) => Reflect.get(Object(branch) as object, key), value)
  if (!isBranch(found)) throw new Error('no branch')
  return found
}
