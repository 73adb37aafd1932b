import {describe, expect, test} from 'vitest'
import {reviewedReads} from '../../plugins/runbook/reviewed-reads.ts'
import {shapeOf} from '../../plugins/runbook/shape.ts'
import {typeOf} from '../../plugins/runbook/typing.ts'

const user = shapeOf(reviewedReads.user)
const subscriptions = shapeOf(reviewedReads.subscriptions)
const id = '28c10230-6103-485e-b985-444c60001490'

describe('an expression gives', () => {
  test.each([
    ['accountEnabled', 'boolean'],
    ['onPremisesSyncEnabled == `true`', 'boolean'],
    ["id != '{account}' && accountEnabled == `true`", 'boolean'],
    ['!accountEnabled', 'boolean'],
    ['usageLocation', 'string'],
    ["usageLocation || 'none'", 'string'],
    ['length(licenseAssignmentStates)', 'number'],
    ['licenseAssignmentStates[].disabledPlans[]', 'list'],
    [`licenseAssignmentStates[?skuId=='${id}'].state`, 'list'],
    ['licenseAssignmentStates[0].state', 'string'],
    ['[id, userPrincipalName]', 'any'],
    ['licenseAssignmentStates[0].*.state', 'any'],
  ])('%s: %s', (expression, is) => {
    const typed = typeOf(expression, user)
    expect(typed.gives.is).toBe(is)
    expect(typed.faults).toEqual([])
  })
})

describe('a fault is seen in', () => {
  test.each([
    ['accountEnabeld', 'accountEnabeld'],
    ['licenseAssignmentStates[?skuid == `null`]', 'skuid'],
    ["licenseAssignmentStates[?skuId=='x']", 'x'],
    ["licenseAssignmentStates[?state=='Activ']", 'Activ'],
    ['licenseAssignmentStates[?state]', 'a filter'],
    ['licenseAssignmentStates[?assignedByGroup==null]', 'null'],
    ['accountEnabled == `1`', 'boolean and number'],
    ['usageLocation > `1`', 'GT'],
    ['length(accountEnabled)', 'length'],
    ['usageLocation.code', 'code'],
    ['sort_by(licenseAssignmentStates, &stat)', 'stat'],
    ["contains(licenseAssignmentStates[].state, 'Off')", 'Off'],
    ['{a: accountEnabeld}', 'accountEnabeld'],
  ])('%s: %s', (expression, actual) => {
    expect(typeOf(expression, user).faults.map(fault => fault.actual)).toContain(actual)
  })
})

test('the names that are taken of the object itself are told, none of what lies below', () => {
  expect(typeOf("licenseAssignmentStates[?skuId=='{licence}'].state", user).names).toEqual([
    'licenseAssignmentStates',
  ])
  const {names} = typeOf('value[?prepaidUnits.enabled > consumedUnits].skuPartNumber', subscriptions)
  expect([...names].sort()).toEqual(['consumedUnits', 'prepaidUnits', 'skuPartNumber'])
})
