import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {browserClock} from '../../src/hooks/clock.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('a wait ends when its time is up', async () => {
  const ended = vi.fn()
  const waiting = browserClock.wait(1000, new AbortController().signal).then(ended)
  await vi.advanceTimersByTimeAsync(999)
  expect(ended).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  await waiting
  expect(ended).toHaveBeenCalledOnce()
  expect(vi.getTimerCount()).toBe(0)
})

test('a wait that is stopped ends with the reason, and leaves no timer', async () => {
  const stopper = new AbortController()
  const reason = new Error('stopped')
  const waiting = browserClock.wait(1000, stopper.signal)
  stopper.abort(reason)
  await expect(waiting).rejects.toBe(reason)
  expect(vi.getTimerCount()).toBe(0)
})

test('a wait that was stopped before it began does not begin', async () => {
  const reason = new Error('stopped')
  await expect(browserClock.wait(1000, AbortSignal.abort(reason))).rejects.toBe(reason)
  expect(vi.getTimerCount()).toBe(0)
})

test('tells the time, and how far it is ahead of UTC', () => {
  vi.setSystemTime('2026-11-22T09:00:00.000Z')
  expect(browserClock.now()).toBe(Date.parse('2026-11-22T09:00:00.000Z'))
  vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(-60)
  expect(browserClock.utcOffset()).toBe(60)
})
