import {expect, test} from 'vitest'
import {clientIdOf} from '../../src/model/sign-in.ts'

const signIn = {clientId: 'reads', tenant: 'organizations', cloud: 'global'} as const

test.each([
  ['reads only', {...signIn, changeClientId: 'changes'}, false, 'reads'],
  ['has changes', {...signIn, changeClientId: 'changes'}, true, 'changes'],
  ['has changes, and the site one registration', signIn, true, 'reads'],
])('a page that %s', (_, site, changes, expected) => {
  expect(clientIdOf(site, changes)).toBe(expected)
})
