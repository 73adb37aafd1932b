import {expect, test} from 'vitest'
import {readSite} from '../../src/hooks/site.ts'

const signIn = {clientId: '11111111-2222-4333-8444-555555555555', tenant: 'organizations', cloud: 'global'}

test.each([
  {name: 'a client id', fields: {build: 'b1', signIn, other: 1}, is: {build: 'b1', signIn}},
  {name: 'no client id', fields: {build: 'b1', signIn: null}, is: {build: 'b1', signIn: null}},
  {name: 'nothing about sign-in', fields: {build: 'b1'}, is: {build: 'b1', signIn: null}},
])('a site with $name', ({fields, is}) => {
  expect(readSite(fields)).toEqual(is)
})

test('a site without its build is at fault', () => {
  expect(() => readSite({signIn})).toThrow(TypeError)
})
