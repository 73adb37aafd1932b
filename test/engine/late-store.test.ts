import {expect, test} from 'vitest'
import {createLateStore} from '../../src/engine/late-store.ts'
import type {RecordStore} from '../../src/engine/ports.ts'
import {memoryStore} from '../../src/engine/store.ts'

test('is opened once, with what is first asked of it', async () => {
  const kept = memoryStore()
  let times = 0
  const store = createLateStore(() => {
    times += 1
    return Promise.resolve(kept)
  })
  expect([times, store.durable]).toEqual([0, true])
  await Promise.all([store.append('run-1', () => [begun]), store.open(), store.list()])
  expect([times, store.durable]).toEqual([1, false])
  expect((await kept.load('run-1'))?.events).toEqual([begun])
})

test('tells whoever listens, from before it was open too, and nobody who has gone', async () => {
  const heard: string[] = []
  let tell: (id: string) => void = () => undefined
  const news: RecordStore = {
    ...memoryStore(),
    watch: listener => {
      tell = listener
      return () => undefined
    },
  }
  const store = createLateStore(() => Promise.resolve(news))
  store.watch(id => heard.push(id))
  const stop = store.watch(id => heard.push(`gone ${id}`))
  await store.open()
  stop()
  tell('run-1')
  expect(heard).toEqual(['run-1'])
})

test('where its code could not be fetched it is fetched anew the next time', async () => {
  const answers = [() => Promise.reject(new Error('offline')), () => Promise.resolve(memoryStore())]
  const store = createLateStore(() => answers.shift()?.() ?? Promise.reject(new Error('asked too often')))
  await expect(store.open()).rejects.toThrow('offline')
  expect(await store.list()).toEqual([])
})

const begun = {
  v: 1,
  seq: 0,
  at: '2026-08-20T09:00:00.000Z',
  utcOffset: 120,
  type: 'run-started',
  runbook: 'password-writeback',
  articleHash: 'sha256-a',
  build: 'b1',
  locale: 'en-US',
  mode: 'practice',
  situation: null,
} as const
