import {IDBFactory} from 'fake-indexeddb'
import {beforeEach, describe, expect, test, vi} from 'vitest'
import {createState} from '../../src/practice/seed.ts'
import {situationOf} from '../../src/practice/situations.ts'
import {createMemoryStore, openPracticeStore} from '../../src/practice/store.ts'

const fresh = createState({situation: situationOf('in-order'), now: 0, newId: () => crypto.randomUUID()})

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
})

describe.each([
  ['in the browser', openPracticeStore],
  ['in memory', async () => createMemoryStore()],
])('a store %s', (_, open) => {
  test('keeps a state by run until it is deleted', async () => {
    const store = await open()
    expect(await store.load('r1')).toBeNull()
    await store.update('r1', state => state ?? fresh)
    expect([await store.load('r1'), await store.load('r2')]).toEqual([fresh, null])
    await store.delete('r1')
    expect(await store.load('r1')).toBeNull()
  })

  test('loses no change of many at once', async () => {
    const store = await open()
    const grant = (scope: string) =>
      store.update('r1', state => {
        const now = state ?? fresh
        return {...now, grants: [...now.grants, {person: null, scope}]}
      })
    await Promise.all(Array.from({length: 25}, (_item, at) => grant(`Scope.${at}`)))
    expect((await store.load('r1'))?.grants).toHaveLength(25)
  })
})

test('two tabs share what the browser keeps', async () => {
  const [one, other] = [await openPracticeStore(), await openPracticeStore()]
  await one.update('r1', state => state ?? fresh)
  await other.update('r1', state => ({...(state ?? fresh), writeback: {passwords: true, unlock: false}}))
  expect((await one.load('r1'))?.writeback.passwords).toBe(true)
})

test('a change that throws is not kept, and says so', async () => {
  const store = await openPracticeStore()
  const fail = () => {
    throw new TypeError('wrong')
  }
  await expect(store.update('r1', fail)).rejects.toMatchObject({
    message: 'The practice state was not kept.',
    cause: {message: 'wrong'},
  })
  expect(await store.load('r1')).toBeNull()
})

test.each([
  ['has no IndexedDB', undefined],
  [
    'refuses it',
    {
      open: () => {
        throw new DOMException('denied', 'SecurityError')
      },
    },
  ],
])('a browser that %s keeps it in memory', async (_, indexedDB) => {
  vi.stubGlobal('indexedDB', indexedDB)
  const store = await openPracticeStore()
  await store.update('r1', state => state ?? fresh)
  expect(await store.load('r1')).toEqual(fresh)
})
