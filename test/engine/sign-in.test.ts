import {describe, expect, test} from 'vitest'
import {RunProblem} from '../../src/engine/problem.ts'
import {account, contoso, fabrikam} from './contoso.ts'
import {somebody} from './ports.ts'
import {ready} from './scene.ts'

describe('the tenant', () => {
  test('is locked: another one stops the run and nothing is sent', async () => {
    const {run, rim, chip, said} = await ready()
    await run.press('account', 'run')
    rim.session = {...somebody, tenant: {id: fabrikam.id}}
    const before = rim.asked.length
    await run.press('writeback', 'look')
    await run.press('unlock', 'look')
    expect(rim.asked).toHaveLength(before)
    expect(said.at(-1)).toMatchObject({id: 'tenant-changed', tenant: {id: fabrikam.id}, assertive: true})
    expect(run.getSnapshot().session).toMatchObject({tenant: contoso, conflict: {id: fabrikam.id}})
    expect([chip('writeback'), run.getSnapshot().cards['writeback']?.mayRun]).toEqual(['failed', false])
  })

  test('is the run’s again when the right account comes back', async () => {
    const {run, rim} = await ready()
    await run.press('account', 'run')
    rim.session = {...somebody, tenant: {id: fabrikam.id}}
    await run.press('writeback', 'look')
    await run.signIn()
    expect(run.getSnapshot().session.conflict).toBeNull()
    expect(run.getSnapshot().session.tenant).toEqual(contoso)
  })

  test('a token of another tenant is a failure of its own', async () => {
    const {run, rim, said} = await ready()
    rim.session = somebody
    rim.fails.token = new RunProblem('tenant-changed')
    await run.press('writeback', 'look')
    expect(said.at(-1)).toMatchObject({id: 'failed', problem: {code: 'tenant-changed'}})
  })
})

describe('an account of a file', () => {
  test('a tenant’s name that only the file gives is not taken over', async () => {
    const from = await ready()
    await from.run.press('prerequisites', 'check')
    const file = (await from.run.exportFile())?.json.replaceAll('"Contoso"', '"Woodgrove Bank"') ?? ''
    const {run, clock} = await ready({id: 'imported'})
    clock.advance(60_000)
    await run.importFile(new Blob([file]))
    const name = () => run.getSnapshot().state.tenant?.name
    expect(name()).toBe('Woodgrove Bank')
    await run.signIn()
    expect(name()).toBe('')
    await run.press('prerequisites', 'check')
    expect(name()).toBe('Contoso')
    await run.signOut()
    await run.signIn()
    expect(name()).toBe('Contoso')
  })

  test('an account that the file names signs in anew, under the name that it has here', async () => {
    const from = await ready()
    await from.run.signIn()
    await from.run.tick('wizard')
    const file = (await from.run.exportFile())?.json.replaceAll('Amira Haddad', 'Somebody Else') ?? ''
    const {run, types} = await ready({id: 'imported'})
    await run.importFile(new Blob([file]))
    expect(run.getSnapshot().state.account?.name).toBe('Somebody Else')
    await run.signIn()
    expect([types().at(-1), run.getSnapshot().state.account]).toEqual(['signed-in', account])
    await run.signIn()
    expect(types().filter(type => type === 'signed-in')).toHaveLength(2)
  })
})
