import {describe, expect, test} from 'vitest'
import {RunProblem} from '../../src/engine/problem.ts'
import {fabrikam} from './contoso.ts'
import {somebody} from './ports.ts'
import {memoryStore} from '../../src/engine/store.ts'
import {ready, scene} from './scene.ts'

describe('sign-in from the bar', () => {
  test('asks at once, for no scope', async () => {
    const {run, rim, types, ids} = await ready()
    const signing = run.signIn()
    expect(rim.asked).toEqual(['signIn'])
    expect(run.getSnapshot()).toMatchObject({busy: true, session: {signingIn: true}})
    await run.signIn()
    await signing
    expect([rim.asked, types(), ids()]).toEqual([['signIn'], ['run-started', 'signed-in'], ['signed-in']])
    await run.signIn()
    expect(ids()).toEqual(['signed-in'])
  })

  test('asks for a second press where it was not loaded, but not in practice', async () => {
    const real = scene()
    await real.run.signIn()
    expect([real.rim.asked, real.ids()]).toEqual([[], ['preparing', 'press-again']])
    const practice = scene({mode: 'practice'})
    await practice.run.signIn()
    expect(practice.rim.asked).toEqual(['signIn'])
  })

  test('pressed twice while it loads is pressed once', async () => {
    const {run, rim, ids} = scene({mode: 'practice'})
    await Promise.all([run.signIn(), run.signIn(), run.signOut()])
    expect([rim.asked, ids()]).toEqual([['signIn'], ['preparing', 'signed-in']])
    await run.signOut()
    expect(rim.asked).toEqual(['signIn', 'signOut'])
  })

  test('finds who signed in before the reload, without a window', async () => {
    const store = memoryStore()
    const before = await ready({store})
    await before.run.signIn()
    const {run, rim, ids} = scene({store})
    rim.session = somebody
    await run.open('run-1')
    await run.signIn()
    expect([rim.asked, ids()]).toEqual([[], ['preparing', 'signed-in']])
    expect(run.getSnapshot().session).toMatchObject({current: true, account: {name: 'Amira Haddad'}})
    const other = scene({store, id: 'other'})
    other.rim.session = {...somebody, tenant: {id: fabrikam.id}}
    await other.run.open('run-1')
    await other.run.signIn()
    expect([other.rim.asked, other.ids().at(-1)]).toEqual([[], 'tenant-changed'])
  })

  test('that is given up while it loads asks for nothing, and neither does one that Graph is taken from', async () => {
    const stopped = scene()
    const signing = stopped.run.signIn()
    stopped.run.stop(null)
    await signing
    expect([stopped.ids(), stopped.run.getSnapshot().problem]).toEqual([['preparing'], null])
    const without = scene()
    const press = without.run.signIn()
    await without.run.setMode('unsigned')
    await press
    expect([without.ids(), without.rim.asked]).toEqual([['preparing', 'mode-changed'], []])
  })

  test('signing out waits for a second press too where it was not loaded', async () => {
    const {run, rim, ids} = scene()
    await run.signOut()
    expect([rim.asked, ids()]).toEqual([[], ['preparing', 'press-again']])
  })

  test('can be stopped', async () => {
    const {run, ids, types} = await ready()
    const signing = run.signIn()
    run.stop(null)
    await signing
    expect([types(), ids(), run.getSnapshot().problem]).toEqual([[], [], null])
    run.stop(null)
  })

  test.each([
    {code: 'sign-in-cancelled', id: 'sign-in-cancelled'},
    {code: 'popup-blocked', id: 'failed'},
  ] as const)('that ends with $code says so', async ({code, id}) => {
    const {run, rim, ids} = await ready()
    rim.fails.signIn = new RunProblem(code)
    await run.signIn()
    expect([ids(), run.getSnapshot().problem?.code]).toEqual([[id], code])
  })

  test('in another tenant says so', async () => {
    const {run, rim, said} = await ready()
    await run.press('account', 'run')
    rim.next = {...somebody, tenant: {id: fabrikam.id}}
    await run.signIn()
    expect(said.at(-1)).toMatchObject({id: 'tenant-changed', assertive: true})
  })

  test('signing out is recorded where somebody was signed in', async () => {
    const {run, rim, types} = await ready()
    await run.signOut()
    expect(types()).toEqual([])
    await run.press('account', 'run')
    await run.signOut()
    expect([types().at(-1), run.getSnapshot().session.account]).toEqual(['signed-out', null])
    rim.fails.signOut = new RunProblem('unexpected')
    await run.signOut()
    expect(run.getSnapshot().problem?.code).toBe('unexpected')
    await run.setMode('unsigned')
    const before = rim.asked.length
    await run.signOut()
    expect(rim.asked).toHaveLength(before)
  })
})

describe('a press while somebody signs out', () => {
  test('is done with the next account, not with the one that leaves', async () => {
    const {run, rim, types} = await ready({mode: 'practice'})
    await run.signIn()
    rim.asked.length = 0
    await Promise.all([run.signOut(), run.press('account', 'run')])
    expect(rim.asked.slice(0, 2)).toEqual(['signOut', 'signIn User.Read'])
    expect(types().filter(type => type.startsWith('signed'))).toEqual([
      'signed-in',
      'signed-out',
      'signed-in',
    ])
  })

  test('waits for the person where the sign-out has a window, and sends nothing', async () => {
    const {run, rim, chip} = await ready()
    await run.signIn()
    rim.asked.length = 0
    await Promise.all([run.signOut(), run.press('account', 'run')])
    expect([rim.asked, chip('account')]).toEqual([['signOut'], 'sign-in'])
    expect(run.getSnapshot().cards['account']?.problem?.code).toBe('interaction-in-progress')
    await run.press('account', 'run')
    expect(rim.asked[1]).toBe('signIn User.Read')
  })
})
