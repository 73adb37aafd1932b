import {describe, expect, test} from 'vitest'
import {readActionFile} from '../../plugins/runbook/schema.ts'
import {compile, readTenant, rulesOf, swap} from './read-tenant.ts'

describe('a fault of the shape', () => {
  test.each([
    ['a closed set', 'do: read', 'do: write', 'value-invalid', ['tick', 'read', 'portal', 'change']],
    ['a constant', 'shell: powershell', 'shell: bash', 'value-invalid', ['powershell']],
    [
      'a header that may not be sent',
      'get: /v1.0/me',
      'get: /v1.0/me\n            headers: {Authorization: x}',
      'key-unknown',
      ['ConsistencyLevel', 'Prefer'],
    ],
  ])('%s', (_, part, other, ruleId, expected) => {
    const {findings} = readActionFile(swap(readTenant.yaml, part, other))
    expect(findings.map(each => [each.ruleId, each.args['expected']])).toEqual([[ruleId, expected]])
  })

  test.each([
    ['no comparison', '{equals: true, null: not-met}', '{null: not-met}', 'expected exactly one of equals'],
    [
      'activities without a name',
      'lookBack: P30D',
      'contradicts: []\n      lookBack: P30D',
      'which must NOT have fewer than 1 items',
    ],
    ['a pattern', 'lookBack: P30D', 'lookBack: 30 days', 'which must match pattern "^P'],
    [
      'a length',
      '    label: Settings\n',
      `    label: ${'x'.repeat(40)}\n`,
      'which must NOT have more than 32 characters',
    ],
    [
      'a list that is empty',
      'path: [Entra ID, Settings]',
      'path: []',
      'which must NOT have fewer than 1 items',
    ],
  ])('%s', (_, part, other, must) => {
    const {findings} = readActionFile(swap(readTenant.yaml, part, other))
    expect(findings.map(each => each.ruleId)).toEqual(['value-invalid'])
    expect(findings[0]?.args['must']).toContain(must)
  })

  test.each([
    [
      'minutes: 5',
      'minutes: five',
      'Unexpected text in `minutes`, expected a whole number',
      'a whole number, such as `5`',
    ],
    [
      'minutes: 5',
      'minutes: [5]',
      'Unexpected list in `minutes`, expected a whole number',
      'a whole number, such as `5`',
    ],
    [
      'label: Settings',
      'label: 5',
      'Unexpected number in `steps.4.label`, expected a text',
      'a text, such as `"Save"`',
    ],
    [
      'path: [Entra ID, Settings]',
      'path: Settings',
      'Unexpected text in `steps.4.portal.path`, expected a list',
      'a list, such as `[first, second]`',
    ],
  ])('a type is said in words: `%s` as `%s`', (part, other, reason, example) => {
    const [message, ...others] = compile({
      yaml: swap(readTenant.yaml, `${part}\n`, `${other}\n`),
    }).diagnostics.flatMap(file => file.messages)
    expect([message?.ruleId, message?.reason, message?.note]).toEqual([
      'type-invalid',
      reason,
      `write ${example}`,
    ])
    expect(others).toEqual([])
  })

  test('a place that is none is that, and not missing', () => {
    const {diagnostics} = compile({yaml: swap(readTenant.yaml, 'place: cloud', 'place: clowd')})
    expect(rulesOf({diagnostics})).toEqual(['value-invalid'])
  })

  test('a read that judges says what holds and what does not', () => {
    const {findings} = readActionFile(
      swap(readTenant.yaml, '              notMet: Directory sync is off.\n', ''),
    )
    expect(findings).toMatchObject([{ruleId: 'key-missing', args: {key: 'notMet'}}])
  })

  test.each([
    ['lable', 'label'],
    ['occurence', 'occurrence'],
    ['xyz', ''],
  ])('%s is meant to be "%s"', (actual, meant) => {
    const {findings} = readActionFile(
      swap(readTenant.yaml, '    label: Settings\n', `    label: Settings\n    ${actual}: 1\n`),
    )
    expect(findings).toMatchObject([{ruleId: 'key-unknown', args: {actual, meant}}])
  })
})

test('what is wrong is emptied, what is right is kept', () => {
  const {file} = readActionFile('runbook: a\nminutes: soon\nsteps:\n  - {id: one, on: x, extra: 1}\n  - 5\n')
  expect(file).toMatchObject({runbook: 'a', minutes: 0, topic: '', needs: {}, procedures: []})
  expect(file?.steps).toMatchObject([
    {id: 'one', on: 'x', label: '', do: ''},
    {id: '', on: ''},
  ])
  expect(file?.steps[0]).not.toHaveProperty('extra')
})
