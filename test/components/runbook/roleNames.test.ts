import {expect, test} from 'vitest'
import {nameRoles} from '../../../src/components/runbook/runtime/roleNames.ts'
import frFR from '../../../src/components/runbook/words/later.fr-FR.ts'
import {model} from '../../engine/contoso.ts'

const hybrid = '8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2'
const other = '88d8e3e3-8f55-4a1e-953a-9b9898b8876b'
const anyOf = [{id: hybrid, name: 'needs.roles.hybrid'}]
const page = {model: {...model, needs: {roles: {text: 'roles', anyOf, checked: '2026-08-20', sources: []}}}}
const application = '158c047a-c907-4556-b7ef-446551a6b5f7'
const view = {
  page,
  names: frFR.role,
  text: (key: string) => ({
    text: key === 'needs.roles.hybrid' ? 'Administrateur d’identité hybride' : key,
    lang: undefined,
  }),
}

test('a role stands in the words of the runbook, then in ours, else as Graph gave it, marked as English', () => {
  const read = {
    value: [hybrid, application, other],
    found: ['Hybrid Identity Administrator', 'Cloud Application Administrator', 'Directory Readers'],
  }
  expect(nameRoles(read, view)).toEqual([
    {name: 'Administrateur d’identité hybride', lang: undefined},
    {name: 'Administrateur d’application cloud', lang: undefined},
    {name: 'Directory Readers', lang: 'en'},
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
