import {describe, expect, test} from 'vitest'
import {exportRecord} from '../../src/engine/record.ts'
import {memoryStore} from '../../src/engine/store.ts'
import {account, amira, began, contoso, log, signedIn} from './contoso.ts'
import {somebody} from './ports.ts'
import {ready, scene, settled, slow} from './scene.ts'

describe('runs', () => {
  test('after a reload nothing is green until it is read again', async () => {
    const store = memoryStore()
    const before = await ready({store})
    await before.run.press('prerequisites', 'check')
    expect(before.run.getSnapshot().counts.verified).toBe(1)
    const after = await ready({store})
    expect(await after.run.open('run-1')).toBe(true)
    expect([after.chip('prerequisites'), after.run.getSnapshot().counts.verified]).toEqual([
      'not-read-since',
      0,
    ])
    expect(after.said).toMatchObject([{id: 'not-read-since', count: 1, since: '2026-11-22T09:00:00.000Z'}])
    after.rim.session = somebody
    await after.run.press('prerequisites', 'check')
    expect(after.chip('prerequisites')).toBe('read-verified')
  })

  test('after a reload nobody is signed in until sign-in is loaded, and no tick says so', async () => {
    const store = memoryStore()
    const before = await ready({store})
    await before.run.signIn()
    await before.run.tick('wizard')
    const {run, rim} = scene({store})
    rim.session = somebody
    await run.open('run-1')
    const whoTicked = () => run.getSnapshot().cards['wizard']?.declared?.attribution
    expect(run.getSnapshot().session).toMatchObject({current: false, account, tenant: {id: contoso.id}})
    await run.tick('wizard')
    expect(whoTicked()).toEqual({by: null, enteredBy: null, source: 'browser'})
    await run.nameOperator('Karim')
    await run.tick('wizard')
    expect(whoTicked()).toEqual({by: 'Karim', enteredBy: 'Karim', source: 'typed'})
    run.prepare()
    await settled()
    expect(run.getSnapshot().session).toMatchObject({current: true, account})
    await run.tick('wizard')
    expect(whoTicked()).toEqual(amira)
    rim.session = null
    await run.tick('wizard')
    expect(whoTicked()?.source).toBe('typed')
  })

  test('an unknown run or one of another runbook is not opened', async () => {
    const {run, store} = scene()
    await store.append('other', () => log([{...began, runbook: 'other'}]))
    expect([await run.open('gone'), await run.open('other')]).toEqual([false, false])
    expect(run.getSnapshot().record).toBeNull()
  })

  test('are left as they are, and opened again', async () => {
    const {run, store} = scene({mode: 'unsigned'})
    await run.tick('wizard')
    await run.start('practice', 'no-licence')
    expect(run.getSnapshot().state).toMatchObject({mode: 'practice', started: {situation: 'no-licence'}})
    expect((await store.list()).map(({id}) => id).sort()).toEqual(['run-1', 'run-2'])
    await run.open('run-1')
    expect(run.getSnapshot().session.mode).toBe('unsigned')
  })

  test('of two that are started at once the last one is open, and each keeps its own acts', async () => {
    const {run, store} = scene({mode: 'unsigned', store: slow(memoryStore())})
    await Promise.all([
      run.tick('wizard'),
      run.start('practice', 'in-order'),
      run.start('practice', 'no-licence'),
      run.tick('finish'),
    ])
    expect(run.getSnapshot().state).toMatchObject({started: {situation: 'no-licence'}})
    const types = async (id: string) => (await store.load(id))?.events.map(({type}) => type)
    expect(await Promise.all(['run-1', 'run-2', 'run-3'].map(types))).toEqual([
      ['run-started', 'step-ticked'],
      ['run-started'],
      ['run-started', 'step-ticked'],
    ])
  })

  test('a real run goes on when Graph is added; practice is a run of its own', async () => {
    const {run, types, ids} = scene({mode: 'unsigned'})
    await run.tick('wizard')
    await run.setMode('graph')
    await run.setMode('graph')
    expect(types()).toEqual(['run-started', 'step-ticked', 'mode-changed'])
    await run.setMode('practice')
    expect(run.getSnapshot()).toMatchObject({record: null, session: {mode: 'practice'}})
    await run.tick('wizard')
    expect(run.getSnapshot().state.started?.situation).toBe('in-order')
    await run.setMode('graph')
    expect(run.getSnapshot()).toMatchObject({record: null, session: {mode: 'graph'}})
    expect(ids().filter(id => id === 'mode-changed')).toHaveLength(3)
  })

  test('the mode chosen while a run starts belongs to it, and what was said stays in it', async () => {
    const {run, store, types, ids} = scene({mode: 'unsigned', store: slow(memoryStore())})
    await Promise.all([run.tick('wizard'), run.setMode('graph')])
    expect(types()).toEqual(['run-started', 'step-ticked', 'mode-changed'])
    expect(run.getSnapshot().session.mode).toBe('graph')
    expect(ids()).toContain('marked-done')
    expect(await store.list()).toHaveLength(1)
  })

  test('a new turn begins with another run, not with the act that starts one', async () => {
    const {run} = scene({mode: 'unsigned'})
    const turns = [run.getSnapshot().turn]
    const then = () => turns.push(run.getSnapshot().turn)
    await run.tick('wizard').then(then)
    await run.setMode('graph').then(then)
    await run.setMode('practice').then(then)
    await run.open('run-1').then(then)
    expect(turns).toEqual([0, 0, 0, 1, 2])
  })

  test('a wait of a run that was left is not shown in the next', async () => {
    const {run, rim} = await ready()
    rim.session = somebody
    let wait: () => void = () => undefined
    rim.onRead = onWait => {
      wait = () => onWait({until: 1, attempt: 1, fromHeader: true})
      return new Promise(() => undefined)
    }
    void run.press('account', 'run')
    await settled()
    await run.start('graph', null)
    wait()
    expect(run.getSnapshot().live).toEqual({})
  })

  test('a search of a run that was left writes nothing into the next', async () => {
    const {run, rim, clock, types, store} = await ready()
    rim.session = somebody
    await run.press('prerequisites', 'check')
    clock.hold()
    const searching = run.searchEvidence('save')
    await settled()
    await run.start('graph', null)
    await searching
    expect(types()).toEqual(['run-started'])
    expect((await store.load('run-1'))?.events.at(-1)?.type).toBe('baseline-set')
  })

  test('a run that another tab deleted leaves nothing of it on the page', async () => {
    const store = memoryStore()
    const heard: ((id: string) => void)[] = []
    const shared = {
      ...store,
      watch: (listener: (id: string) => void) => (heard.push(listener), () => undefined),
    }
    const {run, rim} = await ready({store: shared})
    rim.session = somebody
    rim.onRead = (_onWait, signal) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)))
    const pressed = run.press('account', 'run')
    await settled()
    await store.delete('run-1')
    heard.forEach(listener => listener('run-1'))
    await pressed
    expect([run.getSnapshot().live, run.getSnapshot().busy]).toEqual([{}, false])
    expect(await store.list()).toEqual([])
  })

  test('leaving a run stops what is in the air, and it touches nothing any more', async () => {
    const {run, rim, ids, types} = await ready()
    rim.session = somebody
    let release: () => void = () => undefined
    rim.onRead = () => new Promise(resolve => (release = resolve))
    const pressed = run.press('account', 'run')
    await settled()
    await run.start('graph', null)
    const said = ids().length
    release()
    await pressed
    expect([types(), ids().length, run.getSnapshot().live]).toEqual([['run-started'], said, {}])
  })
})

describe('files', () => {
  test('a run comes back from its file, as imported and never green', async () => {
    const from = await ready()
    expect(await from.run.exportFile()).toBeNull()
    await from.run.press('prerequisites', 'check')
    const file = await from.run.exportFile()
    const {run, chip, types} = scene({id: 'imported'})
    expect(await run.importFile(new Blob([file?.json ?? '']))).toEqual({id: 'imported-1'})
    expect([chip('prerequisites'), types().at(-1)]).toEqual(['not-read-since', 'run-imported'])
    expect(run.getSnapshot().state.imported?.sha256).toBe(file?.sha256)
    expect(JSON.stringify(file)).not.toContain('secret-token')
  })

  test('a run from a file never stands without its mark', async () => {
    const from = await ready()
    await from.run.tick('wizard')
    const file = new Blob([(await from.run.exportFile())?.json ?? ''])
    const store = {...memoryStore(), append: () => Promise.reject(new Error('no room'))}
    const {run} = scene({id: 'imported', store})
    await run.importFile(file)
    const events = (await store.load('imported-1'))?.events
    expect(events?.map(({type, seq}) => [type, seq])).toEqual([
      ['run-started', 0],
      ['step-ticked', 1],
      ['run-imported', 2],
    ])
  })

  test('a run from a file that could not be kept is the page’s problem, and none is open', async () => {
    const from = await ready()
    await from.run.tick('wizard')
    const file = new Blob([(await from.run.exportFile())?.json ?? ''])
    const {run, said} = scene({store: {...memoryStore(), put: () => Promise.reject(new Error('no room'))}})
    expect(await run.importFile(file)).toBeNull()
    expect(run.getSnapshot()).toMatchObject({record: null, problem: {code: 'not-recorded'}})
    expect(said.at(-1)).toMatchObject({id: 'failed', assertive: true})
  })

  test.each([
    {name: 'no run', file: '{}', refused: 'not-a-run'},
    {name: 'a run of another runbook', file: null, refused: 'other-runbook'},
  ])('$name is refused', async ({file, refused}) => {
    const {run} = scene()
    const other = await exportRecord({
      schema: 'passerelle/run@1',
      id: 'x',
      events: log([{...began, runbook: 'other'}, signedIn]),
    })
    expect(await run.importFile(new Blob([file ?? other.json]))).toEqual({refused})
  })
})

describe('a run with Graph where the site has no client id', () => {
  const opened = async () => {
    const from = await ready()
    await from.run.press('prerequisites', 'check')
    const file = await from.run.exportFile()
    const there = scene({mode: 'unsigned', graph: false})
    await there.run.importFile(new Blob([file?.json ?? '']))
    return there
  }

  test('is read in its own mode, and nothing is loaded or sent', async () => {
    const {run, rim, loads} = await opened()
    run.prepare()
    await run.press('prerequisites', 'check')
    await run.searchEvidence('save')
    await run.signIn()
    await settled()
    const {session, cards, problem} = run.getSnapshot()
    expect([session.mode, session.mayRun, cards['prerequisites']?.mayRun]).toEqual(['graph', false, false])
    expect([loads, rim.asked, problem]).toEqual([[], [], null])
  })

  test('is not turned to Graph', async () => {
    const {run, types, ids} = scene({mode: 'unsigned', graph: false})
    await run.tick('wizard')
    await run.setMode('graph')
    expect([types(), run.getSnapshot().session.mode]).toEqual([['run-started', 'step-ticked'], 'unsigned'])
    expect(ids()).not.toContain('mode-changed')
    await run.start('practice', null)
    await run.setMode('graph')
    expect(run.getSnapshot().session.mode).toBe('unsigned')
  })

  test('starts over without Graph', async () => {
    const {run} = await opened()
    await run.start('graph', null)
    expect(run.getSnapshot().state.mode).toBe('unsigned')
  })
})

describe('the snapshot', () => {
  test('stays the same object until something changes', async () => {
    const {run} = scene({mode: 'unsigned'})
    const changes: number[] = []
    const stop = run.subscribe(() => changes.push(1))
    const first = run.getSnapshot()
    expect(run.getSnapshot()).toBe(first)
    await run.tick('wizard')
    expect(run.getSnapshot()).not.toBe(first)
    const {length} = changes
    expect(length).toBeGreaterThan(0)
    stop()
    await run.untick('wizard')
    expect(changes).toHaveLength(length)
  })

  test('a disposed run says nothing more', async () => {
    const {run, rim, said} = await ready()
    rim.session = somebody
    rim.onRead = (_onWait, signal) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)))
    const pressed = run.press('account', 'run')
    await settled()
    const {length} = said
    run.dispose()
    await pressed
    expect(said).toHaveLength(length)
  })

  test('nobody listens after unsubscribing', async () => {
    const {run} = scene({mode: 'unsigned'})
    const heard: string[] = []
    run.onAnnounce(({id}) => heard.push(id))()
    await run.tick('wizard')
    expect(heard).toEqual([])
  })
})
