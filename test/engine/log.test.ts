import {describe, expect, test} from 'vitest'
import type {RunEventBody} from '../../src/model/run.ts'
import {createLog} from '../../src/engine/log.ts'
import {memoryStore, type OpenStore} from '../../src/engine/store.ts'
import {accountRead, began, log} from './contoso.ts'
import {testClock} from './ports.ts'
import {ready, scene, settled} from './scene.ts'

describe('the log', () => {
  test('what another tab adds is shown, and is not green here', async () => {
    const store = memoryStore()
    const heard: ((id: string) => void)[] = []
    const shared: OpenStore = {...store, watch: listener => (heard.push(listener), () => undefined)}
    const {run, chip} = await ready({store: shared})
    await run.tick('wizard')
    await store.append('run-1', events => [
      {
        ...log([accountRead])[0],
        ...accountRead,
        v: 1,
        seq: events.length,
        at: '2026-11-22T09:00:00.000Z',
        utcOffset: 60,
      },
    ])
    heard.forEach(listener => listener('run-1'))
    heard.forEach(listener => listener('run-9'))
    await settled()
    expect(chip('account')).toBe('not-read-since')
    heard.forEach(listener => listener('run-1'))
    await settled()
    await store.delete('run-1')
    heard.forEach(listener => listener('run-1'))
    await settled()
    expect(run.getSnapshot().record).toBeNull()
  })

  test('a run that another tab deleted is not brought back by an act', async () => {
    const {run, store} = scene({mode: 'unsigned'})
    await run.tick('wizard')
    await store.delete('run-1')
    await run.tick('finish')
    expect(run.getSnapshot().record).toBeNull()
    expect(await store.list()).toEqual([])
  })

  test('storage that fails is the page’s problem and breaks no act', async () => {
    const store: OpenStore = {...memoryStore(), append: () => Promise.reject(new Error('quota'))}
    const {run, said} = scene({store, mode: 'unsigned'})
    await run.tick('wizard')
    expect(run.getSnapshot().problem?.code).toBe('not-recorded')
    expect(said).toContainEqual(expect.objectContaining({id: 'failed', step: null, assertive: true}))
  })
})

describe('what is read or written late', () => {
  const runOf = (id: string, bodies: readonly RunEventBody[] = [began]) =>
    ({schema: 'passerelle/run@1', id, events: log(bodies)}) as const
  const named = (name: string): RunEventBody => ({type: 'operator-named', name})

  /** A log over a store whose reads and writes end when they are let go, in any order. */
  function late() {
    const store = memoryStore()
    const waiting: (() => void)[] = []
    const later = <Value>(value: Promise<Value>) =>
      value.then(got => new Promise<Value>(resolve => waiting.push(() => resolve(got))))
    const opened = createLog(
      {...store, load: id => later(store.load(id)), append: (id, make) => later(store.append(id, make))},
      {
        clock: testClock(),
        page: {articleHash: began.articleHash, build: began.build},
        changed: () => undefined,
      },
    )
    const release = async (index: number) => {
      await settled()
      waiting[index]?.()
      await settled()
    }
    return {store, opened, release}
  }

  test('a reading of a run that was left meanwhile is not shown', async () => {
    const {store, opened, release} = late()
    await store.put(runOf('a', [began, named('Karim')]))
    opened.show(runOf('a'))
    void opened.follow('a')
    await settled()
    opened.show(runOf('b'))
    await release(0)
    expect([opened.record()?.id, opened.state().operator]).toEqual(['b', null])
  })

  test('nor does the news that it was deleted close another', async () => {
    const {opened, release} = late()
    opened.show(runOf('a'))
    void opened.follow('a')
    await settled()
    opened.show(runOf('b'))
    await release(0)
    expect(opened.record()?.id).toBe('b')
  })

  test('news of another run is not even read', async () => {
    const {store, opened, release} = late()
    await store.put(runOf('b', [began, named('Karim')]))
    opened.show(runOf('a'))
    void opened.follow('b')
    await settled()
    opened.show(runOf('b'))
    await release(0)
    expect(opened.state().operator).toBeNull()
  })

  test('an older reading does not overtake what this tab wrote', async () => {
    const {store, opened, release} = late()
    await store.put(runOf('a'))
    opened.show(runOf('a'))
    void opened.follow('a')
    await settled()
    void opened.append('a', () => [named('Karim')])
    await release(1)
    expect(opened.state().operator).toBe('Karim')
    await release(0)
    expect([opened.state().operator, opened.record()?.events.length]).toEqual(['Karim', 2])
  })

  test('an older answer of the store does not overtake a newer one', async () => {
    const {store, opened, release} = late()
    await store.put(runOf('a'))
    opened.show(runOf('a'))
    void opened.append('a', () => [named('Amira')])
    await settled()
    void opened.append('a', () => [named('Karim')])
    await release(1)
    await release(0)
    expect([opened.state().operator, opened.record()?.events.length]).toEqual(['Karim', 3])
    expect([...opened.fresh()].sort()).toEqual([1, 2])
  })

  test('what was written into a run that was left shows nowhere else', async () => {
    const {store, opened, release} = late()
    await store.put(runOf('a'))
    opened.show(runOf('a'))
    void opened.append('a', () => [named('Karim')])
    await settled()
    opened.show(runOf('b'))
    await release(0)
    expect([opened.record()?.id, opened.state().operator, opened.fresh().size]).toEqual(['b', null, 0])
    expect((await store.load('a'))?.events).toHaveLength(2)
  })

  test('a run that begins is shown once, and not where another was opened meanwhile', async () => {
    const {opened, release} = late()
    void opened.begin('a', began)
    await settled()
    opened.show(runOf('b'))
    await release(0)
    expect(opened.record()?.id).toBe('b')
    void opened.begin('c', began)
    await release(1)
    expect(opened.record()?.id).toBe('c')
    void opened.append('c', () => [named('Karim')])
    await settled()
    opened.show(null)
    await release(2)
    expect(opened.record()).toBeNull()
  })

  test('of a run that another tab deleted nothing stays fresh', async () => {
    const {store, opened, release} = late()
    void opened.begin('a', began)
    await release(0)
    expect(opened.fresh().size).toBe(1)
    await store.delete('a')
    void opened.follow('a')
    await release(1)
    expect([opened.record(), opened.fresh().size]).toEqual([null, 0])
  })

  test('a late answer does not bring back a run that was begun here and deleted elsewhere', async () => {
    const {store, opened, release} = late()
    void opened.begin('a', began)
    await release(0)
    void opened.append('a', () => [named('Karim')])
    await settled()
    await store.delete('a')
    void opened.follow('a')
    await release(2)
    await release(1)
    expect(opened.record()).toBeNull()
  })
})
