// Names that a read of a reviewed path filters and orders by.
import {expect, test} from 'vitest'
import {compileRunbook, writebackProof} from './runbooks.ts'

test.each([
  ['the order', 'orderby: activityDateTime desc', 'orderby: activityateTime desc', 'activityateTime'],
  ['one of two orders', 'orderby: activityDateTime', 'orderby: id,activityDateTme', 'activityDateTme'],
  [
    'the filter',
    "filter: activityDisplayName eq 'R",
    "filter: activityDisplyName eq 'R",
    'activityDisplyName',
  ],
])('a misspelt name in %s is refused, and named', (_, from, to, name) => {
  expect(writebackProof.actions).toContain(from)
  const actions = writebackProof.actions.replace(from, to)
  const messages = compileRunbook(writebackProof, {actions}).diagnostics.flatMap(file => file.messages)
  expect(messages.map(({ruleId}) => ruleId)).toEqual(['property-unknown'])
  expect(messages[0]?.reason).toContain(`\`${name}\``)
  expect(actions.split('\n')[(messages[0]?.line ?? 0) - 1]).toContain(name)
})

test('what a filter compares with is no name', () => {
  const [from, to] = ["eq 'Reset password (by admin)'", "eq 'What eq that'"]
  const actions = writebackProof.actions.replace(from, to)
  expect(actions).not.toBe(writebackProof.actions)
  expect(compileRunbook(writebackProof, {actions}).diagnostics.flatMap(file => file.messages)).toEqual([])
})
