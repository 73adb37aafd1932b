import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {once} from '../../../src/components/runbook/words/once.ts'

const page = new EventTarget()

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A load that fails as often as it is told to, then succeeds. */
function failing(times: number) {
  let count = 0
  return (key: string) => {
    count += 1
    return count > times ? Promise.resolve(`${key} ${count}`) : Promise.reject(new TypeError('offline'))
  }
}

test('loads once for each key, and gives the same promise', async () => {
  const load = once(failing(0))
  expect(load('a')).toBe(load('a'))
  expect(await load('a')).toBe('a 1')
  expect(await load('b')).toBe('b 2')
})

test('a failed load stands until everybody was told, then the next use tries again', async () => {
  const load = once(failing(1))
  const first = load('a')
  await expect(first).rejects.toThrow('offline')
  expect(load('a')).toBe(first)
  vi.advanceTimersByTime(1000)
  expect(await load('a')).toBe('a 2')
})

test('a connection that is back makes the next use try again at once', async () => {
  const load = once(failing(1))
  await expect(load('a')).rejects.toThrow('offline')
  page.dispatchEvent(new Event('online'))
  expect(await load('a')).toBe('a 2')
})

test('an old failure does not forget what was loaded since', async () => {
  const load = once(failing(1))
  await expect(load('a')).rejects.toThrow('offline')
  page.dispatchEvent(new Event('online'))
  const again = load('a')
  vi.advanceTimersByTime(1000)
  expect(load('a')).toBe(again)
})
