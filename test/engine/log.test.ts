import {describe, expect, test} from 'vitest'
import type {RunEventBody} from '../../src/model/run.ts'
import {memoryStore, type OpenStore} from '../../src/engine/store.ts'
import {log} from './contoso.ts'
import {ready, scene, settled} from './scene.ts'

describe('the log', () => {
  test('what another tab adds is shown, and is not green here', async () => {
    const store = memoryStore()
    const heard: ((id: string) => void)[] = []
    const shared: OpenStore = {...store, watch: listener => (heard.push(listener), () => undefined)}
    const {run, chip} = await ready({store: shared})
    await run.tick('wizard')
    const done: RunEventBody = {
      type: 'press-done',
      step: 'account',
      press: 'run',
      results: [],
      readAt: '2026-11-22T09:00:00.000Z',
      extraScopes: [],
    }
    await store.append('run-1', events => [
      {...log([done])[0], ...done, v: 1, seq: events.length, at: '2026-11-22T09:00:00.000Z', utcOffset: 60},
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
    expect(run.getSnapshot().problem?.code).toBe('unexpected')
    expect(said).toContainEqual(expect.objectContaining({id: 'failed', step: null, assertive: true}))
  })
})
