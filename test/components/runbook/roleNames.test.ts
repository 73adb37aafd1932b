import {expect, test} from 'vitest'
import {nameRoles} from '../../../src/components/runbook/runtime/roleNames.ts'
import {model} from '../../engine/contoso.ts'

const hybrid = '8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2'
const other = '62e90394-69f5-4237-9190-012177145e10'
const anyOf = [{id: hybrid, name: 'needs.roles.hybrid'}]
const page = {model: {...model, needs: {roles: {text: 'roles', anyOf, checked: '2026-08-20', sources: []}}}}
const view = {
  page,
  text: (key: string) => ({
    text: key === 'needs.roles.hybrid' ? 'Administrateur d’identité hybride' : key,
    lang: undefined,
  }),
}

test('a role that the runbook knows stands in its own words, another as Graph gave it, marked as English', () => {
  const read = {value: [hybrid, other], found: ['Hybrid Identity Administrator', 'Global Administrator']}
  expect(nameRoles(read, view)).toEqual([
    {name: 'Administrateur d’identité hybride', lang: undefined},
    {name: 'Global Administrator', lang: 'en'},
  ])
})

test.each([
  ['no role at all', [], []],
  ['values that are no template ids', ['ENTERPRISEPACK'], ['Office 365 E3']],
  ['more names than ids', [hybrid], ['one', 'two']],
  ['a single value', 'x', 'y'],
  ['nothing', null, null],
] as const)('what is no list of roles is left alone: %s', (_, value, found) => {
  expect(nameRoles({value, found}, view)).toBeNull()
})
