import {describe, expect, test} from 'vitest'
import {RunProblem} from '../../src/engine/problem.ts'
import {contoso, start} from './contoso.ts'
import {somebody} from './ports.ts'
import {memoryStore, type OpenStore} from '../../src/engine/store.ts'
import {ready, scene, settled} from './scene.ts'

describe('a press', () => {
  test('signs in at once, starts the run, reads and records', async () => {
    const {run, rim, chip, types, ids} = await ready()
    const pressed = run.press('account', 'run')
    expect(rim.asked).toEqual(['signIn User.Read'])
    expect(chip('account')).toBe('running')
    expect(run.getSnapshot()).toMatchObject({busy: true, session: {signingIn: true}})
    await pressed
    expect(chip('account')).toBe('read-verified')
    expect(types()).toEqual(['run-started', 'signed-in', 'tenant-named', 'press-done'])
    expect(run.getSnapshot()).toMatchObject({
      busy: false,
      session: {tenant: contoso, account: {name: 'Amira Haddad'}},
    })
    expect(rim.asked).toEqual(['signIn User.Read', 'token User.Read', '/v1.0/me', '/v1.0/organization'])
    expect(ids()).toEqual(['running', 'signed-in', 'read-done'])
  })

  test('asks only for its own scopes', async () => {
    const {run, rim} = await ready()
    await run.press('prerequisites', 'check')
    expect(rim.asked[0]).toBe('signIn Organization.Read.All LicenseAssignment.Read.All')
    await run.press('writeback', 'look')
    expect(rim.asked).toContain('token Organization.Read.All')
  })

  test('asks for a second press where sign-in was not loaded', async () => {
    const {run, rim, chip, ids} = scene()
    const pressed = run.press('account', 'run')
    expect(run.getSnapshot()).toMatchObject({
      live: {account: {phase: 'preparing'}},
      session: {phase: 'preparing'},
      busy: false,
    })
    await pressed
    expect(run.getSnapshot()).toMatchObject({
      live: {account: {phase: 'press-again'}},
      session: {phase: 'ready'},
    })
    expect(rim.asked).toEqual([])
    expect(ids()).toEqual(['preparing', 'press-again'])
    await run.press('account', 'run')
    expect(chip('account')).toBe('read-verified')
  })

  test('does not ask for a second press where Graph was taken away while it loaded', async () => {
    const {run, ids} = scene()
    await run.tick('wizard')
    const pressed = run.press('account', 'run')
    await run.setMode('unsigned')
    await pressed
    expect([run.getSnapshot().live, ids()]).toEqual([
      {},
      ['marked-done', 'preparing', 'mode-changed', 'stopped'],
    ])
  })

  test('nor where another tab took it away', async () => {
    const store = memoryStore()
    const heard: ((id: string) => void)[] = []
    const shared: OpenStore = {...store, watch: listener => (heard.push(listener), () => undefined)}
    let loaded: () => void = () => undefined
    const made = scene({
      store: shared,
      load: () => new Promise(resolve => (loaded = () => resolve(made.rim))),
    })
    await made.run.tick('wizard')
    const pressed = made.run.press('account', 'run')
    const moment = {v: 1, at: '2026-11-22T09:00:00.000Z', utcOffset: 60} as const
    await store.append('run-1', ({length}) => [
      {type: 'mode-changed', mode: 'unsigned', ...moment, seq: length},
    ])
    heard.forEach(listener => listener('run-1'))
    await settled()
    loaded()
    await pressed
    expect([made.run.getSnapshot().live, made.ids().at(-1)]).toEqual([{}, 'stopped'])
  })

  test('after another sign-in names all that is missing again', async () => {
    const {run, rim} = await ready()
    rim.session = somebody
    rim.scopes = ['Organization.Read.All']
    await run.press('account', 'run')
    rim.session = null
    // The next account has granted nothing yet, whatever the one before had.
    rim.fails.token = new RunProblem('consent-required')
    await run.press('prerequisites', 'check')
    expect(run.getSnapshot().cards['prerequisites']).toMatchObject({
      id: 'consent',
      scopes: ['Organization.Read.All', 'LicenseAssignment.Read.All'],
    })
  })

  test('simply waits in practice, whose tenant belongs to the run', async () => {
    const {run, chip, loads} = scene({mode: 'practice'})
    await run.press('account', 'run')
    expect(chip('account')).toBe('read-verified')
    expect(loads).toEqual([{mode: 'practice', run: 'run-1', situation: 'in-order'}])
    expect(run.getSnapshot().state.mode).toBe('practice')
  })

  test('sends nothing without sign-in', async () => {
    const {run, rim, chip, loads} = scene({mode: 'unsigned'})
    await run.press('account', 'run')
    await run.signIn()
    run.prepare()
    expect([rim.asked, loads, chip('account')]).toEqual([[], [], 'unsigned'])
  })

  test('is one at a time at a step', async () => {
    const {run, rim} = await ready()
    await Promise.all([run.press('account', 'run'), run.press('account', 'run')])
    expect(rim.asked.filter(asked => asked.startsWith('signIn'))).toHaveLength(1)
  })

  test('that the step does not have does nothing', async () => {
    const {run, rim} = await ready()
    await run.press('account', 'nothing')
    await run.press('nowhere', 'run')
    await run.searchEvidence('account')
    expect(rim.asked).toEqual([])
  })

  test('asks the person for a permission with a press of its own', async () => {
    const {run, rim, chip, types, ids} = await ready()
    rim.session = somebody
    rim.fails.token = new RunProblem('consent-required', {scopes: ['Organization.Read.All']})
    await run.press('writeback', 'look')
    expect(chip('writeback')).toBe('consent')
    expect(run.getSnapshot().live['writeback']).toMatchObject({problem: {scopes: ['Organization.Read.All']}})
    expect(types()).toEqual(['run-started', 'signed-in'])
    const pressed = run.press('writeback', 'look')
    expect(rim.asked.at(-1)).toBe('consent Organization.Read.All')
    await pressed
    expect(chip('writeback')).toBe('ready-portal')
    expect(types().at(-1)).toBe('press-done')
    expect(ids()).toContain('consent-required')
  })

  test('names its own scopes where the problem names none', async () => {
    const {run, rim} = await ready()
    rim.session = somebody
    rim.fails.token = new RunProblem('consent-required')
    await run.press('writeback', 'look')
    expect(run.getSnapshot().cards['writeback']).toMatchObject({
      id: 'consent',
      scopes: ['Organization.Read.All'],
    })
  })

  test('says so where the permission was refused', async () => {
    const {run, rim, chip, types, ids} = await ready()
    rim.fails.signIn = new RunProblem('consent-declined', {scopes: ['User.Read']})
    await run.press('account', 'run')
    expect(chip('account')).toBe('could-not-check')
    expect(types()).toEqual(['run-started', 'press-failed'])
    expect(ids()).toEqual(['consent-declined'])
  })

  test('says so where sign-in was given up, and asks again', async () => {
    const {run, rim, chip, ids} = await ready()
    rim.fails.signIn = new RunProblem('sign-in-cancelled')
    await run.press('account', 'run')
    expect([chip('account'), ids()]).toEqual(['sign-in', ['sign-in-cancelled']])
    expect(run.getSnapshot().cards['account']?.problem?.code).toBe('sign-in-cancelled')
  })

  test('signs in again where the session is gone', async () => {
    const {run, rim, chip} = await ready()
    rim.session = somebody
    rim.fails.token = new RunProblem('sign-in-required')
    await run.press('account', 'run')
    expect(chip('account')).toBe('sign-in')
    await run.press('account', 'run')
    expect(rim.asked).toContain('signIn User.Read')
    expect(chip('account')).toBe('read-verified')
  })

  test('takes a claims challenge to the person, once, and keeps it out of everything', async () => {
    const {run, rim, chip} = await ready()
    rim.session = somebody
    rim.fails.read = new RunProblem('claims-required', {claims: '{"challenge":1}', status: 401})
    await run.press('account', 'run')
    expect(chip('account')).toBe('sign-in')
    expect(JSON.stringify(run.getSnapshot().live)).not.toContain('challenge')
    await run.press('account', 'run')
    expect(rim.asked).toContain('consent User.Read with {"challenge":1}')
    expect(chip('account')).toBe('read-verified')
    expect(JSON.stringify(run.getSnapshot().record)).not.toContain('challenge')
  })

  test('another press of the step forgets what was asked', async () => {
    const {run, rim} = await ready()
    rim.session = somebody
    rim.fails.read = new RunProblem('claims-required', {claims: '{"challenge":1}', status: 401})
    await run.press('account', 'run')
    await run.press('account', 'roles')
    await run.press('account', 'run')
    expect(rim.asked.filter(asked => asked.startsWith('consent'))).toEqual([])
  })

  test('shows a wait that Microsoft asked for, once', async () => {
    const {run, rim, ids} = await ready()
    const shown: unknown[] = []
    rim.session = somebody
    rim.onRead = async onWait => {
      onWait({until: start + 5000, attempt: 1, fromHeader: true})
      shown.push(run.getSnapshot().cards['account'])
      onWait({until: start + 9000, attempt: 2, fromHeader: false})
      onWait(null)
      onWait(null)
      shown.push(run.getSnapshot().cards['account'])
      await Promise.resolve()
    }
    await run.press('account', 'run')
    expect(shown).toMatchObject([{id: 'throttled', until: start + 5000, fromHeader: true}, {id: 'running'}])
    expect(ids().filter(id => id === 'throttled' || id === 'resumed')).toEqual(['throttled', 'resumed'])
  })

  test('can be stopped, which records nothing', async () => {
    const {run, rim, chip, types, ids} = await ready()
    rim.session = somebody
    rim.onRead = (_onWait, signal) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)))
    const pressed = run.press('account', 'run')
    await settled()
    run.stop('account')
    run.stop('finish')
    await pressed
    expect([chip('account'), types(), ids().at(-1)]).toEqual([
      'ready-read',
      ['run-started', 'signed-in'],
      'stopped',
    ])
  })

  test('records a failure and says it at once', async () => {
    const {run, rim, chip, said} = await ready()
    rim.session = somebody
    rim.fails.read = new RunProblem('offline')
    await run.press('account', 'run')
    expect(chip('account')).toBe('failed')
    expect(said.at(-1)).toMatchObject({id: 'failed', assertive: true, problem: {code: 'offline'}})
  })

  test('that cannot load sign-in is a failure too', async () => {
    const {run, chip} = scene({load: () => Promise.reject(new Error('no chunk'))})
    await run.press('account', 'run')
    expect(chip('account')).toBe('failed')
    expect(run.getSnapshot().session.phase).toBe('idle')
  })
})
