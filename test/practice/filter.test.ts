import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {FilterError, parseFilter} from '../../src/practice/filter.ts'

const row = {
  activityDisplayName: 'Enable password writeback for directory',
  activityDateTime: '2026-11-22T10:00:00Z',
  result: 'success',
  count: 3,
  onPremisesSyncEnabled: true,
  resultReason: null,
  roleDefinition: {displayName: "Amira's role"},
  principalId: 'a317a000-0000-4000-8000-00000000a001',
}

describe('what the subset understands', () => {
  test.each([
    ["result eq 'success'", true],
    ["result eq 'SUCCESS'", true],
    ["result ne 'success'", false],
    ['count gt 2 and count le 3', true],
    ['count lt 3', false],
    ['onPremisesSyncEnabled eq true', true],
    ['resultReason eq null', true],
    ['resultReason gt 1', false],
    ['activityDateTime ge 2026-11-22T10:00:00Z', true],
    ['activityDateTime ge 2026-11-22T10:00:00.000Z', true],
    ['activityDateTime ge 2026-11-22T11:00:00+01:00', true],
    ['activityDateTime gt 2026-11-22T10:00:00Z', false],
    ["roleDefinition/displayName eq 'Amira''s role'", true],
    ["principalId eq 'a317a000-0000-4000-8000-00000000a001'", true],
    ['principalId eq a317a000-0000-4000-8000-00000000a001', true],
    ["not (result eq 'success')", false],
    ["not result eq 'failure' and count eq 3", true],
    ["startswith(activityDisplayName, 'Enable')", true],
    ["endswith(activityDisplayName,'directory')", true],
    ["contains(activityDisplayName,'writeback') eq true", null],
    ["contains(activityDisplayName,'Writeback')", true],
    ["result eq 'failure' or result eq 'success' and count eq 3", true],
    ["(result eq 'failure' or result eq 'success') and count eq 4", false],
    ["result eq 'and'", false],
    [
      "activityDateTime ge 2026-11-22T09:00:00Z and (activityDisplayName eq 'Enable password writeback for directory' or activityDisplayName eq 'x')",
      true,
    ],
  ])('%s', (text, expected) => {
    if (expected === null) expect(() => parseFilter(text)).toThrow(FilterError)
    else expect(parseFilter(text).test(row)).toBe(expected)
  })
})

describe('anything else is loud', () => {
  test.each([
    ['nothing', ' '],
    ['a lambda', "servicePlans/any(p:p/servicePlanName eq 'AAD_PREMIUM')"],
    ['in', "result in ('success','failure')"],
    ['has', "result has 'success'"],
    ['arithmetic', 'count add 1 eq 4'],
    ['an open quote', "result eq 'success"],
    ['an open parenthesis', "(result eq 'success'"],
    ['half a comparison', 'result eq'],
    ['two tests without a word between', "result eq 'a' result eq 'b'"],
    ['a count', '$count gt 1'],
  ])('%s', (_, text) => expect(() => parseFilter(text)).toThrow(FilterError))

  test('no text makes it fail in another way', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        try {
          parseFilter(text)
        } catch (error) {
          expect(error).toBeInstanceOf(FilterError)
        }
      }),
    )
  })
})

test('it names the properties, and what Graph calls an advanced query', () => {
  expect(parseFilter("roleDefinition/displayName eq 'x' or count eq 1").properties).toEqual([
    'roleDefinition/displayName',
    'count',
  ])
  expect(parseFilter('count eq 1').advanced).toBe(false)
  for (const text of ['count ne 1', 'not (count eq 1)', "endswith(result,'s')"]) {
    expect(parseFilter(text).advanced).toBe(true)
  }
})
