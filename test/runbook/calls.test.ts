import {describe, expect, test} from 'vitest'
import {compile, messagesOf, readTenant, readTenantWithChange, rulesOf, swap} from './read-tenant.ts'

describe('a path', () => {
  test.each([
    ['of an invented policy', '/beta/policies/selfServicePasswordReset', 'path-refused'],
    ["of another user's inbox rules", '/v1.0/users/lena/mailFolders/inbox/messageRules', 'path-refused'],
    ['of the own inbox rules', '/v1.0/me/mailFolders/inbox/messageRules', null],
    ['with a query', '/v1.0/me?$select=id', 'path-invalid'],
    ['without a version', '/me', 'path-invalid'],
    ['with a host', 'https://graph.microsoft.com/v1.0/me', 'path-invalid'],
    ['with a value nobody fills', '/v1.0/users/{user}', 'placeholder-unknown'],
  ])('%s', (_, path, rule) => {
    const found = rulesOf(compile({yaml: swap(readTenant.yaml, 'get: /v1.0/me\n', `get: ${path}\n`)}))
    expect(found).toEqual(rule === null ? [] : [rule])
  })

  test('of the beta version says so', () => {
    const beta = 'get: /beta/me\n            beta: true\n'
    expect(rulesOf(compile({yaml: swap(readTenant.yaml, 'get: /v1.0/me\n', beta)}))).toEqual([])
    expect(
      rulesOf(compile({yaml: swap(readTenant.yaml, 'get: /v1.0/me\n', beta.replace('/beta', '/v1.0'))})),
    ).toEqual(['path-invalid'])
  })
})

describe('the dead property', () => {
  test.each([
    [
      'is not written',
      readTenantWithChange('at: features.blockSoftMatchEnabled', 'at: features.passwordWritebackEnabled')
        .yaml,
    ],
    [
      'is no proof of a change',
      readTenantWithChange(
        'value: value[0].features.blockSoftMatchEnabled',
        'value: value[0].features.passwordWritebackEnabled',
      ).yaml,
    ],
    [
      'is not selected by a change',
      readTenantWithChange('select: [id, features]', 'select: [id, features/passwordWritebackEnabled]').yaml,
    ],
    [
      'is not selected',
      swap(readTenant.yaml, 'select: [id, displayName]', 'select: [features/passwordWritebackEnabled]'),
    ],
    [
      'is not shown',
      swap(readTenant.yaml, 'found: {value: displayName,', 'found: {value: passwordWritebackEnabled,'),
    ],
  ])('%s', (_, yaml) => {
    expect(rulesOf(compile({yaml}))).toContain('property-dead')
  })
})

test('every text that a placeholder cannot reach is named', () => {
  const yaml = swap(readTenant.yaml, 'why: Shows what the server says.', 'why: Shows {found}.')
  expect(messagesOf(compile({yaml}))).toContain('read-tenant.runbook.yaml:36:12 placeholder-unknown')
})

test('a scope is listed once for a press, with all the calls that need it', () => {
  const read = readTenant.yaml.slice(
    readTenant.yaml.indexOf('          - id: me'),
    readTenant.yaml.indexOf('\n  - id: settings'),
  )
  const second = read.replace('id: me', 'id: manager').replace('get: /v1.0/me', 'get: /v1.0/me/manager')
  const {model} = compile({yaml: swap(readTenant.yaml, read, `${read}${second}`)})
  expect(model?.scopes[0]).toEqual({
    step: 'account',
    press: 'run',
    phase: 'look',
    scope: 'User.Read',
    calls: ['GET /v1.0/me', 'GET /v1.0/me/manager'],
  })
  expect(model?.calls.filter(call => call.includes('/me'))).toEqual(['GET /v1.0/me', 'GET /v1.0/me/manager'])
})
