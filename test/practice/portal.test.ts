import {describe, expect, test} from 'vitest'
import {auditDelay} from '../../src/practice/portal.ts'
import {roles} from '../../src/practice/roles.ts'
import {createContoso} from './contoso.ts'
import {tokenFor} from './oauth.ts'

const both = {passwords: true, unlock: true}

async function open(...args: Parameters<typeof createContoso>) {
  const contoso = createContoso(...args)
  const {tenant} = contoso
  const token = await tokenFor(tenant, ['AuditLog.Read.All'])
  const events = async () => {
    const path =
      "/v1.0/auditLogs/directoryAudits?$select=activityDisplayName&$filter=startswith(activityDisplayName,'Enable')"
    const headers = {Authorization: `Bearer ${token}`}
    const response = await tenant.graph(new Request(tenant.graphHost + path, {headers}))
    return ((await response.json()) as {value: {activityDisplayName: string}[]}).value.map(
      event => event.activityDisplayName,
    )
  }
  return {...contoso, events}
}

describe('Save', () => {
  test('keeps both boxes at once and writes the event after a delay', async () => {
    const {tenant, clock, events} = await open()
    expect(await tenant.portal.save(both)).toBe(true)
    expect(await tenant.portal.read()).toEqual({...both, locked: null, eligible: []})
    clock.advance(auditDelay - 1)
    expect(await events()).toEqual([])
    clock.advance(1)
    expect(await events()).toEqual(['Enable password writeback for directory'])
  })

  test('that changes nothing writes no event', async () => {
    const {tenant, clock, events} = await open()
    await tenant.portal.save(both)
    await tenant.portal.save(both)
    clock.advance(auditDelay)
    expect(await events()).toHaveLength(1)
  })

  test('writes no event where the situation has none', async () => {
    const {tenant, clock, events} = await open({situation: ['no-audit-event']})
    expect(await tenant.portal.save(both)).toBe(true)
    clock.advance(10 * auditDelay)
    expect(await events()).toEqual([])
    expect(await tenant.portal.read()).toMatchObject(both)
  })

  test.each([
    ['role-eligible', 'role'],
    ['no-premium-licence', 'licence'],
  ] as const)('is not offered in %s', async (situation, locked) => {
    const {tenant} = createContoso({situation: [situation]})
    expect(await tenant.portal.read()).toMatchObject({locked})
    expect(await tenant.portal.save(both)).toBe(false)
    expect((await tenant.state()).writeback).toEqual({passwords: false, unlock: false})
  })
})

test('an eligible role, once activated, may save; another cannot be activated', async () => {
  const {tenant} = createContoso({situation: ['role-eligible']})
  expect((await tenant.portal.read()).eligible).toContain(roles.hybridIdentityAdministrator.id)
  await tenant.portal.activate(roles.securityAdministrator.id)
  expect((await tenant.portal.read()).locked).toBe('role')
  await tenant.portal.activate(roles.hybridIdentityAdministrator.id)
  expect(await tenant.portal.read()).toMatchObject({
    locked: null,
    eligible: [
      roles.reportsReader.id,
      roles.globalAdministrator.id,
      roles.licenseAdministrator.id,
      roles.authenticationAdministrator.id,
    ],
  })
})
