// @vitest-environment happy-dom
import {act, type ReactNode} from 'react'
import {createRoot} from 'react-dom/client'
import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {useRoleTime} from '../../../src/components/runbook/runtime/useRoleTime.ts'

const minute = 60_000

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.useFakeTimers({now: Date.parse('2026-11-22T10:00:00Z')})
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function shown(until: string) {
  const place = document.createElement('div')
  const Role = (): ReactNode => useRoleTime(until)
  await act(async () => createRoot(place).render(<Role />))
  return {
    says: () => place.textContent,
    later: (milliseconds: number) => act(async () => vi.advanceTimersByTime(milliseconds)),
  }
}

test('a role that ends is warned of when 15 minutes are left, and then over', async () => {
  const {says, later} = await shown('2026-11-22T11:00:00Z')
  expect(says()).toBe('long')
  await later(44 * minute)
  expect(says()).toBe('long')
  await later(minute)
  expect(says()).toBe('soon')
  await later(15 * minute)
  expect(says()).toBe('ended')
})

test.each([
  ['ten minutes', '2026-11-22T10:10:00Z', 'soon'],
  ['nothing', '2026-11-22T09:59:00Z', 'ended'],
  ['more than a timer can wait', '2027-11-22T10:00:00Z', 'long'],
])('%s left', async (_, until, expected) => {
  expect((await shown(until)).says()).toBe(expected)
})
