import {IDBFactory} from 'fake-indexeddb'
import {beforeEach, expect, test, vi} from 'vitest'
import {forgetRun} from '../../src/hooks/forget.ts'
import {draftMemory, openRun, recall, remember} from '../../src/hooks/memory.ts'
import {createState} from '../../src/practice/seed.ts'
import {situationOf} from '../../src/practice/situations.ts'
import {openPracticeStore} from '../../src/practice/store.ts'
import {stubStorage} from '../storage.ts'

const fresh = createState({situation: situationOf('in-order'), now: 0, newId: () => crypto.randomUUID()})

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  stubStorage('localStorage')
})

test('of a deleted run neither its practice tenant nor its being open is kept', async () => {
  const store = await openPracticeStore()
  await store.update('r1', () => fresh)
  await store.update('r2', () => fresh)
  remember(openRun('writeback'), 'r1')
  await forgetRun({id: 'r1', runbook: 'writeback'})
  expect([await store.load('r1'), await store.load('r2')]).toEqual([null, fresh])
  expect(recall(openRun('writeback'))).toBeNull()
})

test.each([
  {of: 'r1', is: null},
  {of: 'r2', is: '["r2","CHG1"]'},
])('what was being typed about $of: $is', async ({of, is}) => {
  remember(draftMemory, JSON.stringify([of, 'CHG1']))
  await forgetRun({id: 'r1', runbook: 'writeback'})
  expect(recall(draftMemory)).toBe(is)
})

test('another run that is open stays so', async () => {
  remember(openRun('writeback'), 'r2')
  await forgetRun({id: 'r1', runbook: 'writeback'})
  expect(recall(openRun('writeback'))).toBe('r2')
})
