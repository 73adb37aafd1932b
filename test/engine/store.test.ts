import 'fake-indexeddb/auto'
import {IDBFactory} from 'fake-indexeddb'
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import {memoryStore, openStore, type OpenStore} from '../../src/engine/store.ts'
import type {RunEvent, RunRecord} from '../../src/model/run.ts'
import {began, log, signedIn} from './contoso.ts'

const opened: OpenStore[] = []
const events = log([began, signedIn])
const first = events.slice(0, 1)

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()))
afterEach(() => opened.splice(0).forEach(store => store.close()))

async function browserStore(): Promise<OpenStore> {
  const store = await openStore()
  opened.push(store)
  return store
}

function inMemory(): Promise<OpenStore> {
  const store = memoryStore()
  opened.push(store)
  return Promise.resolve(store)
}

describe.each([
  {name: 'the browser', open: browserStore, durable: true},
  {name: 'memory', open: inMemory, durable: false},
])('in $name', ({open, durable}) => {
  test('says whether it keeps anything', async () => {
    expect((await open()).durable).toBe(durable)
  })

  test('appends to a log and gives the whole of it', async () => {
    const store = await open()
    expect(await store.append('r1', () => first)).toEqual(first)
    expect(await store.append('r1', log => events.slice(log.length))).toEqual(events)
    expect(await store.load('r1')).toEqual({schema: 'passerelle/run@1', id: 'r1', events})
  })

  test('adds nothing where there is nothing to add', async () => {
    const store = await open()
    expect(await store.append('r1', () => [])).toEqual([])
    expect(await store.load('r1')).toBeNull()
    await store.append('r1', () => first)
    expect(await store.append('r1', () => [])).toEqual(first)
  })

  test('keeps every event of appends that meet', async () => {
    const store = await open()
    const one = (log: readonly RunEvent[]) => log2(log.length)
    await Promise.all(Array.from({length: 40}, () => store.append('r1', one)))
    const record = await store.load('r1')
    expect(record?.events.map(({seq}) => seq)).toEqual(Array.from({length: 40}, (_, index) => index))
  })

  test('lists the runs, the last one first', async () => {
    const store = await open()
    const later = log([began, {type: 'mode-changed', mode: 'unsigned'}, signedIn])
    await store.append('old', () => events)
    await store.append('new', () => later)
    await store.put({schema: 'passerelle/run@1', id: 'empty', events: []})
    expect(await store.list()).toEqual([
      {
        id: 'new',
        runbook: 'password-writeback',
        mode: 'unsigned',
        startedAt: later[0]?.at,
        lastAt: later[2]?.at,
        events: 3,
      },
      {
        id: 'old',
        runbook: 'password-writeback',
        mode: 'graph',
        startedAt: events[0]?.at,
        lastAt: events[1]?.at,
        events: 2,
      },
      {id: 'empty', runbook: '', mode: 'unsigned', startedAt: '', lastAt: '', events: 0},
    ])
  })

  test('lists a practice run as one, whatever its log says later', async () => {
    const store = await open()
    await store.append('r1', () =>
      log([
        {...began, mode: 'practice'},
        {type: 'mode-changed', mode: 'graph'},
      ]),
    )
    expect((await store.list()).map(({mode}) => mode)).toEqual(['practice'])
  })

  test('replaces and deletes', async () => {
    const store = await open()
    const record: RunRecord = {schema: 'passerelle/run@1', id: 'r1', events}
    await store.append('r1', () => first)
    await store.put(record)
    expect(await store.load('r1')).toEqual(record)
    await store.delete('r1')
    expect(await store.load('r1')).toBeNull()
  })
})

describe('two tabs', () => {
  test('see the same log and hear of each other', async () => {
    const [here, there] = [await browserStore(), await browserStore()]
    const heard = new Promise<string>(resolve => there.watch(resolve))
    const stop = here.watch(() => expect.fail('a tab hears itself'))
    await here.append('r1', () => first)
    expect(await heard).toBe('r1')
    expect(await there.append('r1', log => events.slice(log.length))).toEqual(events)
    stop()
  })

  test('hear of what was deleted', async () => {
    const [here, there] = [await browserStore(), await browserStore()]
    await here.append('r1', () => first)
    const heard = new Promise<string>(resolve => there.watch(resolve))
    await here.delete('r1')
    expect(await heard).toBe('r1')
  })

  test('pass over news that is none', async () => {
    const store = await browserStore()
    const heard: string[] = []
    const done = new Promise<void>(resolve => {
      store.watch(id => {
        heard.push(id)
        resolve()
      })
    })
    const channel = new BroadcastChannel('passerelle-runs')
    channel.postMessage({id: 5})
    channel.postMessage('r1')
    await done
    channel.close()
    expect(heard).toEqual(['r1'])
  })
})

test('a browser with locks serialises by them', async () => {
  const asked: string[] = []
  const request = (name: string, act: () => Promise<unknown>) => {
    asked.push(name)
    return act()
  }
  vi.stubGlobal('navigator', {locks: {request}})
  const store = await browserStore()
  await store.append('r1', () => first)
  await store.delete('r1')
  expect(asked).toEqual(['run:r1', 'run:r1'])
})

test.each([
  {name: 'no navigator', navigator: undefined},
  {name: 'no locks', navigator: {}},
])('$name is no hindrance', async ({navigator}) => {
  vi.stubGlobal('navigator', navigator)
  const store = await browserStore()
  expect(await store.append('r1', () => first)).toEqual(first)
})

test('a browser that keeps nothing gets a store in memory', async () => {
  vi.stubGlobal('indexedDB', {open: () => expect.fail('storage is disabled')})
  vi.stubGlobal('BroadcastChannel', undefined)
  const store = await browserStore()
  expect(store.durable).toBe(false)
  expect(await store.append('r1', () => first)).toEqual(first)
  await store.delete('r1')
})

function log2(length: number): readonly RunEvent[] {
  return events.slice(0, 1).map(event => ({...event, seq: length}))
}
