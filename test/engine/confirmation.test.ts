import {expect, test} from 'vitest'
import {isConfirmed, nameToType} from '../../src/engine/confirmation.ts'
import {contoso} from './contoso.ts'

const ofUser = {confirm: 'typed', object: 'user'} as const
const ofTenant = {confirm: 'typed', object: 'tenant'} as const
const proposal = (name: string | null) => ({object: {id: 'o', name}})
const tenant = {id: contoso.id, name: 'Contoso'}

test.each([
  ['the name', ofUser, 'ines@contoso.com', 'ines@contoso.com', true],
  ['the name in another case, with blanks', ofUser, 'ines@contoso.com', ' INES@contoso.com ', true],
  ['another name', ofUser, 'ines@contoso.com', 'paul@contoso.com', false],
  ['nothing', ofUser, 'ines@contoso.com', '', false],
  ['the tenant’s name where the user’s is asked', ofUser, 'ines@contoso.com', 'Contoso', false],
  ['the tenant’s name', ofTenant, null, 'contoso', true],
  ['nothing where Graph gave no name', ofUser, null, '', false],
  ['anything where nothing is asked', {confirm: 'dialog', object: 'user'} as const, 'ines', '', true],
])('%s', (_, change, name, typed, confirms) => {
  expect(isConfirmed(change, proposal(name), typed, {tenant})).toBe(confirms)
})

test('a tenant whose name is not known cannot be typed', () => {
  expect(nameToType(ofTenant, proposal(null), {tenant: {...tenant, name: ''}})).toBeNull()
  expect(isConfirmed(ofTenant, proposal(null), '', {tenant: null})).toBe(false)
})
