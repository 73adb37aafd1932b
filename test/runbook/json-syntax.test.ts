import fc from 'fast-check'
import {expect, test} from 'vitest'
import {findJsonFault} from '../../plugins/runbook/json-syntax.ts'

test.each([
  ['nothing', '', 0, 'expected a value'],
  ['a key without quotes', '{a: 1}', 1, 'expected a key in double quotes or `}`'],
  ['single quotes', "{'a': 1}", 1, 'expected a key in double quotes or `}`'],
  ['a comma too many', '{"a": 1, }', 9, 'expected a key in double quotes'],
  ['a comma too few', '{"a": 1 "b": 2}', 8, 'expected `,` or `}`'],
  ['no colon', '{"a" 1}', 5, 'expected `:`'],
  ['a comment', '[1, // x\n2]', 4, 'expected a value'],
  ['an end too early', '{"a": [1', 8, 'expected `,` or `]`'],
  ['an end too late', '{}}', 2, 'expected nothing after the closing bracket'],
  ['a word in capitals', 'TRUE', 0, 'expected a value'],
  ['an escape in capitals', '"\\N"', 0, 'expected a value'],
  ['the wrong bracket', '[1}', 2, 'expected `,` or `]`'],
])('%s', (_, text, offset, reason) => {
  expect(findJsonFault(text)).toEqual({offset, reason})
})

test('agrees with the platform on what JSON is', () => {
  const pieces = fc.array(
    fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"\\u00e9"',
      '"\\x"',
      '"\\N"',
      '"\\u00E9"',
      '1',
      '-0.5e3',
      '01',
      'true',
      'True',
      '1E5',
      ' ',
      '"',
    ),
    {maxLength: 8},
  )
  const isJson = (text: string) => {
    try {
      JSON.parse(text)
      return true
    } catch {
      return false
    }
  }
  fc.assert(
    fc.property(
      fc.oneof(
        pieces.map(parts => parts.join('')),
        fc.json(),
        fc.string(),
      ),
      text => {
        expect(findJsonFault(text) === null).toBe(isJson(text))
      },
    ),
    {numRuns: 2000},
  )
})
