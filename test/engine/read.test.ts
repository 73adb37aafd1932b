import {describe, expect, test} from 'vitest'
import type {RunOptions} from '../../src/engine/index.ts'
import {contoso, fabrikam, start} from './contoso.ts'
import {somebody} from './ports.ts'
import {ready, refusal, tenantAnswer} from './scene.ts'

describe('a press that was answered', () => {
  test.each([
    {name: 'no role', answer: refusal('Authorization_RequestDenied'), because: 'role'},
    {
      name: 'no licence',
      answer: refusal('Authentication_RequestFromNonPremiumTenantOrB2CTenant'),
      because: 'licence',
    },
  ])('keeps what could be read beside what could not: $name', async ({answer, because}) => {
    const {run, rim, types} = await ready()
    rim.answer = call => (call.id === 'licence' ? answer : tenantAnswer(call))
    await run.press('prerequisites', 'check')
    const card = run.getSnapshot().cards['prerequisites']
    expect(card).toMatchObject({id: 'could-not-check', because})
    expect(card?.presses[0]?.done?.results.map(({outcome}) => outcome)).toEqual(['met', 'unknown'])
    expect(types().slice(-3)).toEqual(['press-done', 'baseline-set', 'press-failed'])
  })

  test('records only the failure where not one read was answered', async () => {
    const {run, rim, types, chip} = await ready()
    rim.scopes = []
    rim.answer = () => refusal('Authentication_MSGraphPermissionMissing')
    await run.press('writeback', 'look')
    expect([chip('writeback'), types().at(-1)]).toEqual(['could-not-check', 'press-failed'])
    expect(types()).not.toContain('press-done')
  })

  test('a token that Graph does not take asks for sign-in', async () => {
    const {run, rim, chip} = await ready()
    rim.session = somebody
    rim.answer = call => (call.id === 'me' ? {status: 401} : tenantAnswer(call))
    await run.press('account', 'run')
    expect(chip('account')).toBe('sign-in')
  })

  test('an answer that is missing is unexpected', async () => {
    const {run, rim} = await ready()
    rim.session = somebody
    const silent: RunOptions['load'] = () =>
      Promise.resolve({...rim, runner: {...rim.runner, read: () => Promise.resolve([])}})
    const other = await ready({load: silent})
    await other.run.press('account', 'run')
    await other.run.searchEvidence('save')
    const {cards} = other.run.getSnapshot()
    expect([cards['account']?.problem?.code, cards['save']?.problem?.code]).toEqual([
      'unexpected',
      'unexpected',
    ])
    run.dispose()
  })

  test('says what is not as required', async () => {
    const {run, rim, chip, said} = await ready()
    rim.answer = call => (call.id === 'licence' ? {body: {value: []}} : tenantAnswer(call))
    await run.press('prerequisites', 'check')
    expect(chip('prerequisites')).toBe('not-as-required')
    expect(said.at(-1)).toMatchObject({
      id: 'not-as-required',
      says: 'licence.notMet',
      result: {read: 'licence'},
    })
  })

  test('says that a value did not come', async () => {
    const {run, rim, said} = await ready()
    rim.answer = () => ({body: {}, date: null})
    await run.press('account', 'run')
    expect(said.at(-1)).toMatchObject({id: 'could-not-check', problem: null})
    expect(run.getSnapshot().cards['account']?.presses[0]?.done?.readAt).toBe(new Date(start).toISOString())
  })

  test('shows scopes that no call of the page asks for', async () => {
    const {run, rim} = await ready()
    rim.scopes = ['User.Read', 'Mail.ReadWrite', 'openid']
    await run.press('account', 'run')
    expect(run.getSnapshot().cards['account']?.presses[0]?.done?.extraScopes).toEqual(['Mail.ReadWrite'])
  })

  test('fills the account into the filter of its roles', async () => {
    const {run, rim, chip} = await ready()
    await run.press('account', 'roles')
    expect(rim.asked).toContain(
      "/v1.0/roleManagement/directory/roleAssignments?$filter=principalId eq 'o-amira'",
    )
    expect(run.getSnapshot().session.roles).toMatchObject({read: true, active: ['roles.hybrid']})
    expect(chip('account')).toBe('read-verified')
  })
})

describe('the tenant of an answer', () => {
  test('an answer of another organization stops the run too', async () => {
    const {run, rim, said, chip} = await ready()
    rim.answer = () => ({body: {value: [{id: fabrikam.id, displayName: 'Fabrikam'}]}})
    await run.press('writeback', 'look')
    expect(chip('writeback')).toBe('failed')
    expect(said.at(-1)).toMatchObject({id: 'tenant-changed', tenant: fabrikam})
  })

  test('an organization without a name keeps the one that is known', async () => {
    const {run, rim} = await ready()
    rim.answer = call => (call.id === 'me' ? tenantAnswer(call) : {body: {value: [{id: contoso.id}]}})
    await run.press('account', 'run')
    expect(run.getSnapshot().session.tenant).toEqual({id: contoso.id, name: ''})
  })
})

describe('the baseline', () => {
  test('of a file is none; an own check gives one, whatever the file says was opened', async () => {
    const from = await ready()
    await from.run.press('prerequisites', 'check')
    await from.run.openPortal('prerequisites')
    const file = await from.run.exportFile()
    const {run, clock} = await ready({id: 'imported'})
    clock.advance(60_000)
    await run.importFile(new Blob([file?.json ?? '']))
    expect(run.getSnapshot().state).toMatchObject({
      baseline: null,
      imported: {said: {baseline: '2026-11-22T09:00:00.000Z'}},
    })
    await run.press('prerequisites', 'check')
    expect(run.getSnapshot().state.baseline).toBe('2026-11-22T09:01:00.000Z')
  })

  test('is Graph’s time and moves until the portal was opened', async () => {
    const {run, clock} = await ready()
    await run.press('prerequisites', 'check')
    expect(run.getSnapshot().state.baseline).toBe('2026-11-22T09:00:00.000Z')
    clock.advance(60_000)
    await run.press('prerequisites', 'check')
    expect(run.getSnapshot().state.baseline).toBe('2026-11-22T09:01:00.000Z')
    await run.openPortal('prerequisites')
    clock.advance(60_000)
    await run.press('prerequisites', 'check')
    expect(run.getSnapshot().state.baseline).toBe('2026-11-22T09:01:00.000Z')
  })
})
