// What is left of a run after a reload, a crash, beside another tab, and where the browser has no room.
import 'fake-indexeddb/auto'
import {IDBFactory, IDBObjectStore} from 'fake-indexeddb'
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import {memoryStore, openStore, type OpenStore} from '../../src/engine/store.ts'
import type {RunEvent} from '../../src/model/run.ts'
import {changing} from './change-page.ts'
import {began, log} from './contoso.ts'
import {scene, settled, type Scene} from './scene.ts'

const durable = () => ({...memoryStore(), durable: true})
const on = {softMatch: true, hardMatch: true}

async function confirmed({run}: Scene, undo = false): Promise<void> {
  await run.proposeChange('block', undo)
  await run.confirmChange('block')
}

/** The store, whose writes fail for want of room as long as one of the events is refused. */
function full(store: OpenStore, isRefused: (event: RunEvent) => boolean): OpenStore {
  return {
    ...store,
    append: (id, make) =>
      store.append(id, before => {
        const added = make(before)
        if (added.some(isRefused)) throw new DOMException('The quota was exceeded.', 'QuotaExceededError')
        return added
      }),
  }
}

describe('after the tab was closed', () => {
  test('between the record and the answer: sent, answer unknown, and the next look decides', async () => {
    const store = durable()
    const first = await changing({store})
    let arrived: () => void = () => undefined
    first.rim.onWrite = () => new Promise(resolve => (arrived = resolve))
    await first.run.proposeChange('block', false)
    void first.run.confirmChange('block')
    await settled()
    const second = await changing({store, id: 'second'})
    await second.run.open('run-1')
    expect(second.chip('block')).toBe('sent-unknown')
    expect([await second.run.skip('block', 'It was sent already.'), second.tenant.writes]).toEqual([
      false,
      [],
    ])
    second.tenant.features = {...second.tenant.features, ...on}
    await second.run.lookAtChange('block')
    expect([second.chip('block'), second.tenant.writes]).toEqual(['change-done', []])
    arrived()
    first.run.dispose()
  })

  test('before the record: nothing was sent, and nothing says so', async () => {
    const store = durable()
    const first = await changing({store})
    await first.run.proposeChange('block', false)
    const second = await changing({store, id: 'second'})
    await second.run.open('run-1')
    expect([second.run.getSnapshot().live, second.chip('block'), first.tenant.writes]).toEqual([
      {},
      'not-read-since',
      [],
    ])
  })

  test('a done change shows its date, is not green, and can be undone once it is read again', async () => {
    const store = durable()
    const first = await changing({store})
    await confirmed(first)
    const second = await changing({store, id: 'second'})
    second.tenant.features = {...first.tenant.features}
    await second.run.open('run-1')
    expect(second.run.getSnapshot()).toMatchObject({
      cards: {block: {id: 'not-read-since', readAt: '2026-11-22T09:00:00.000Z'}},
      counts: {verified: 0},
    })
    await confirmed(second, true)
    expect([second.chip('block'), second.tenant.features]).toMatchObject(['undone', {softMatch: false}])
  })
})

describe('two tabs of one run', () => {
  async function both(): Promise<
    readonly [Awaited<ReturnType<typeof changing>>, Awaited<ReturnType<typeof changing>>]
  > {
    const store = durable()
    const one = await changing({store})
    await one.run.lookAtChange('block')
    const two = await changing({store, id: 'second'})
    await two.run.open('run-1')
    // One tenant, two pages.
    two.rim.answer = one.rim.answer
    two.rim.write = one.rim.write
    return [one, two]
  }

  test('what both confirm is sent once', async () => {
    const [one, two] = await both()
    await one.run.proposeChange('block', false)
    await two.run.proposeChange('block', false)
    await Promise.all([one.run.confirmChange('block'), two.run.confirmChange('block')])
    expect(one.tenant.writes).toHaveLength(1)
    const failed = [one, two].filter(
      ({run}) => run.getSnapshot().cards['block']?.problem?.code === 'changed-since',
    )
    expect(failed).toHaveLength(1)
    const sent = (await one.store.load('run-1'))?.events.filter(({type}) => type === 'change-sent')
    expect(sent).toHaveLength(1)
  })

  test('the numbers of their events have no gap', async () => {
    const [one, two] = await both()
    await Promise.all([one.run.tick('wizard'), two.run.tick('finish'), one.run.note('wizard', 'a')])
    const events = (await one.store.load('run-1'))?.events ?? []
    expect(events.map(({seq}) => seq)).toEqual(events.map((_, index) => index))
  })
})

describe('without room', () => {
  beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()))
  afterEach(() => vi.restoreAllMocks())

  test('a write that IndexedDB refuses is no write, and what was kept before stays', async () => {
    const store = await openStore()
    await store.append('r', () => log([began]))
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The quota was exceeded.', 'QuotaExceededError')
    })
    await expect(store.append('r', before => log([began, began]).slice(before.length))).rejects.toThrow(
      'quota',
    )
    vi.restoreAllMocks()
    expect((await store.load('r'))?.events).toHaveLength(1)
    store.close()
  })

  test('what cannot be told first is not sent, and the card says why', async () => {
    const made = await changing({store: full(durable(), ({type}) => type === 'change-sent')})
    await confirmed(made)
    expect(made.tenant.writes).toEqual([])
    expect(made.run.getSnapshot().cards['block']).toMatchObject({
      id: 'failed',
      cause: {code: 'record-not-kept'},
    })
    expect(made.said.at(-1)).toMatchObject({id: 'failed', step: 'block', assertive: true})
  })

  test('not even that it failed can be kept: the page says so, and nothing is sent', async () => {
    let isFull = false
    const made = await changing({store: full(durable(), () => isFull)})
    await made.run.proposeChange('block', false)
    isFull = true
    await made.run.confirmChange('block')
    expect(made.tenant.writes).toEqual([])
    expect(made.run.getSnapshot().problem?.code).toBe('not-recorded')
  })

  test('an answer that cannot be kept leaves the request unknown, here and after a reload', async () => {
    const store = durable()
    const made = await changing({
      store: full(store, ({type}) => type === 'change-answered' || type === 'change-read'),
    })
    await confirmed(made)
    expect(made.tenant.writes).toHaveLength(1)
    expect([made.chip('block'), made.run.getSnapshot().problem?.code]).toEqual([
      'sent-unknown',
      'not-recorded',
    ])
    const next = await changing({store, id: 'next'})
    await next.run.open('run-1')
    expect(next.chip('block')).toBe('sent-unknown')
  })

  test('a tick that cannot be kept is not shown as done', async () => {
    const {run, chip, said} = scene({
      store: full(durable(), ({type}) => type === 'step-ticked'),
      mode: 'unsigned',
    })
    await run.tick('wizard')
    expect([chip('wizard'), run.getSnapshot().problem?.code]).toEqual(['to-tick', 'not-recorded'])
    expect(said.at(-1)).toMatchObject({id: 'failed', step: null, assertive: true})
  })
})
