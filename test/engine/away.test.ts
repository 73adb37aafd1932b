// The ways on where a window was blocked or closed: leaving the page, coming back to it, asking once more.
import {describe, expect, test} from 'vitest'
import {createRun, type Away} from '../../src/engine/index.ts'
import {RunProblem} from '../../src/engine/problem.ts'
import {memoryStore, type OpenStore} from '../../src/engine/store.ts'
import {fabrikam} from './contoso.ts'
import {somebody, testClock, testRim} from './ports.ts'
import {model} from './contoso.ts'
import {ready, settled, slow, tenantAnswer} from './scene.ts'

/** A page whose window is blocked at the step, in a browser that keeps what is recorded. */
async function blocked({store = memoryStore(), durable = true, code = 'popup-blocked'} = {}) {
  const clock = testClock()
  const rim = testRim(clock)
  rim.answer = tenantAnswer
  const notes: (Away | null)[] = []
  const kept: OpenStore = {...store, durable}
  const run = createRun({
    model,
    build: 'b1',
    locale: 'en-US',
    mode: 'graph',
    situation: null,
    graph: true,
    store: kept,
    clock,
    newId: () => 'run-1',
    noteAway: away => notes.push(away),
    load: () => Promise.resolve(rim),
  })
  const said: string[] = []
  run.onAnnounce(({id}) => said.push(id))
  run.prepare()
  await settled()
  rim.fails.signIn = new RunProblem(code as 'popup-blocked')
  return {run, rim, notes, said, store: kept}
}

/** The same page after the sign-in elsewhere. */
async function back(
  store: OpenStore,
  away: Away,
  arrange: (rim: ReturnType<typeof testRim>) => void = () => undefined,
) {
  const {run, rim, said} = await blocked({store})
  rim.fails.signIn = undefined
  arrange(rim)
  await run.open('run-1')
  await run.arrive(away)
  return {run, rim, said}
}

const signIn: Away = {step: 'account', press: 'run', kind: 'sign-in', scopes: ['User.Read']}

describe('a window that the browser blocks', () => {
  test('is said at the card, is no failure, and is asked for again by the next press', async () => {
    const {run, rim, said} = await blocked()
    await run.press('account', 'run')
    const {cards, record} = run.getSnapshot()
    expect(cards['account']).toMatchObject({
      id: 'sign-in',
      live: {phase: 'sign-in-required', press: 'run', problem: {code: 'popup-blocked'}},
    })
    expect([record, said]).toEqual([null, ['failed']])
    await run.press('account', 'run')
    expect(rim.asked.filter(asked => asked.startsWith('signIn'))).toHaveLength(2)
    expect(run.getSnapshot().cards['account']?.id).toBe('read-verified')
  })

  test('for a permission keeps its scopes', async () => {
    const {run, rim} = await blocked()
    rim.session = somebody
    rim.fails.token = new RunProblem('consent-required', {scopes: ['Organization.Read.All']})
    await run.press('writeback', 'look')
    rim.fails.consent = new RunProblem('popup-blocked')
    await run.press('writeback', 'look')
    expect(run.getSnapshot().cards['writeback']).toMatchObject({
      id: 'consent',
      live: {problem: {code: 'popup-blocked', scopes: ['Organization.Read.All']}},
    })
    void run.leaveToAsk('writeback')
    await settled()
    expect(rim.asked.at(-1)).toBe('leave consent Organization.Read.All')
  })
})

describe('leaving the page', () => {
  test('is a press of its own, after the run is in the store and the way back is noted', async () => {
    const {run, rim, notes, store} = await blocked({store: slow(memoryStore())})
    await run.press('account', 'run')
    void run.tick('wizard')
    void run.leaveToAsk('account')
    expect(notes).toEqual([])
    for (let turn = 0; turn < 5; turn += 1) await settled()
    expect([notes, rim.asked.at(-1)]).toEqual([[signIn], 'leave sign-in User.Read'])
    expect((await store.load('run-1'))?.events.map(({type}) => type)).toEqual(['run-started', 'step-ticked'])
    expect(run.getSnapshot()).toMatchObject({busy: true, live: {account: {phase: 'signing-in'}}})
  })

  test('that did not happen is told, and the note is taken back', async () => {
    const {run, rim, notes} = await blocked()
    await run.press('account', 'run')
    rim.fails.leave = new RunProblem('sign-in-cancelled')
    await run.leaveToAsk('account')
    expect([notes.at(-1), run.getSnapshot().cards['account']?.problem?.code]).toEqual([
      null,
      'sign-in-cancelled',
    ])
  })

  test('is not done where it would lose the record, nor where nothing was blocked', async () => {
    const {run, rim, notes} = await blocked({durable: false})
    await run.leaveToAsk('account')
    await run.press('account', 'run')
    await run.leaveToAsk('account')
    await run.leaveToAsk('nowhere')
    expect([notes, rim.asked]).toEqual([[], ['signIn User.Read']])
    expect(run.getSnapshot().live['account']).toMatchObject({problem: {code: 'popup-blocked'}})
  })

  test('from the bar asks for no scope', async () => {
    const {run, rim, notes} = await blocked()
    await run.signIn()
    expect(run.getSnapshot().problem?.code).toBe('popup-blocked')
    void run.leaveToAsk(null)
    await settled()
    expect(notes).toEqual([{step: null, press: null, kind: 'sign-in', scopes: []}])
    expect([rim.asked.at(-1), run.getSnapshot().session.signingIn]).toEqual(['leave sign-in', true])
  })

  test('takes a claims challenge along, and notes none of it', async () => {
    const {run, rim, notes} = await blocked()
    rim.session = somebody
    rim.fails.read = new RunProblem('claims-required', {claims: '{"challenge":1}', status: 401})
    await run.press('account', 'run')
    rim.fails.consent = new RunProblem('popup-blocked')
    await run.press('account', 'run')
    void run.leaveToAsk('account')
    await settled()
    expect(rim.asked.at(-1)).toBe('leave consent User.Read with {"challenge":1}')
    expect(JSON.stringify(notes)).not.toContain('challenge')
  })
})

describe('coming back', () => {
  async function left(): Promise<OpenStore> {
    const {run, store} = await blocked()
    await run.press('account', 'run')
    void run.leaveToAsk('account')
    await settled()
    return store
  }

  test('has somebody signed in, and waits with the press', async () => {
    const {run, rim, said} = await back(await left(), signIn)
    expect(rim.asked).toEqual(['arrive sign-in'])
    expect(said).toEqual(['signed-in', 'press-again'])
    expect(run.getSnapshot()).toMatchObject({
      live: {account: {phase: 'press-again', press: 'run'}},
      session: {account: {name: 'Amira Haddad'}, signingIn: false},
    })
    await run.press('account', 'run')
    expect(rim.asked[1]).toBe('token User.Read')
    expect(run.getSnapshot().cards['account']?.id).toBe('read-verified')
  })

  test.each(['sign-in-cancelled', 'consent-declined', 'conditional-access'] as const)(
    'without an answer that helps says so: %s',
    async code => {
      const {run, rim} = await back(await left(), signIn, made => {
        made.fails.arrive = new RunProblem(code)
      })
      expect(run.getSnapshot().cards['account']?.problem?.code).toBe(code)
      expect(rim.asked).toEqual(['arrive sign-in'])
    },
  )

  test('with an account of another tenant stops the run', async () => {
    const store = await left()
    await (await back(store, signIn)).run.press('account', 'run')
    const {run} = await back(store, signIn, rim => (rim.next = {...somebody, tenant: {id: fabrikam.id}}))
    expect(run.getSnapshot()).toMatchObject({session: {mayRun: false, conflict: {id: fabrikam.id}}})
    expect(run.getSnapshot().cards['account']?.problem?.code).toBe('tenant-changed')
  })

  test('to the bar greets', async () => {
    const {run, said} = await back(await left(), {...signIn, step: null, press: null})
    expect([said, run.getSnapshot().live]).toEqual([['signed-in'], {}])
    const failed = await back(await left(), {...signIn, step: null, press: null}, rim => {
      rim.fails.arrive = new RunProblem('sign-in-cancelled')
    })
    expect(failed.run.getSnapshot().problem?.code).toBe('sign-in-cancelled')
  })

  test('to a run that is no longer one with Graph does nothing', async () => {
    const {run, rim} = await blocked()
    await run.setMode('unsigned')
    await run.arrive(signIn)
    expect([rim.asked, run.getSnapshot().live]).toEqual([[], {}])
  })

  test('to a press that is gone does nothing', async () => {
    const {run, rim} = await back(await left(), {...signIn, press: 'gone'})
    expect([rim.asked, run.getSnapshot().live]).toEqual([[], {}])
  })
})

describe('a window that was closed', () => {
  test('is opened again at once, for the same', async () => {
    const {run, rim, ids} = await ready()
    const first = run.press('account', 'run')
    const second = run.askAgain('account')
    expect(rim.asked).toEqual(['signIn User.Read', 'signIn User.Read'])
    await Promise.all([first, second])
    expect(ids()).toEqual(['running', 'signed-in', 'read-done'])
    expect(run.getSnapshot().cards['account']?.id).toBe('read-verified')
  })

  test('for a permission asks for that permission again', async () => {
    const {run, rim} = await ready()
    rim.session = somebody
    rim.fails.token = new RunProblem('consent-required', {scopes: ['Organization.Read.All']})
    await run.press('writeback', 'look')
    const first = run.press('writeback', 'look')
    const second = run.askAgain('writeback')
    expect(rim.asked.slice(-2)).toEqual(['consent Organization.Read.All', 'consent Organization.Read.All'])
    await Promise.all([first, second])
    expect(run.getSnapshot().live).toEqual({})
  })

  test('is opened again by the bar too', async () => {
    const {run, rim, ids} = await ready()
    const first = run.signIn()
    const second = run.askAgain(null)
    expect(rim.asked).toEqual(['signIn', 'signIn'])
    await Promise.all([first, second])
    expect([ids(), run.getSnapshot().problem]).toEqual([['signed-in'], null])
  })

  test('is not, where none is open', async () => {
    const {run, rim} = await ready()
    await Promise.all([run.askAgain('account'), run.askAgain(null)])
    expect(rim.asked).toEqual([])
  })
})

test('signing out of this page only is recorded, and told apart', async () => {
  const {run, rim, types} = await ready()
  await run.signIn()
  rim.tokens.signOut = () => {
    rim.session = null
    return Promise.reject(new RunProblem('sign-out-incomplete'))
  }
  await run.signOut()
  expect([types().at(-1), run.getSnapshot().problem?.code]).toEqual(['signed-out', 'sign-out-incomplete'])
})
