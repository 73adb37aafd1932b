import fc from 'fast-check'
import {describe, expect, test, vi} from 'vitest'
import type {GraphWait} from '../../src/engine/ports.ts'
import {retry, retryLimits, visibleWait, waitBefore} from '../../src/graph/retry.ts'
import {createManualClock} from '../practice/contoso.ts'

const now = Date.parse('2026-11-22T10:00:00Z')
const first = {method: 'GET', readsOnly: true, status: 503, retryAfter: null, attempt: 1, now}
const seconds = (wait: GraphWait | null) => (wait === null ? null : (wait.until - now) / 1000)

describe('the wait before another attempt', () => {
  test.each([
    ['503 of a read', {}, 2],
    ['504 of a read', {status: 504}, 2],
    ['502 of a read', {status: 502}, 2],
    ['500: the service has failed, not the way', {status: 500}, null],
    ['504 of a PATCH: what was done is unknown', {method: 'PATCH', readsOnly: false, status: 504}, null],
    ['503 of a POST', {method: 'POST', readsOnly: false}, null],
    ['503 of a batch of reads', {method: 'POST', readsOnly: true}, 2],
    ['503 of a DELETE', {method: 'DELETE', readsOnly: false}, 2],
    [
      '429 of a PATCH: it was refused before anything was done',
      {method: 'PATCH', readsOnly: false, status: 429},
      2,
    ],
    ['the header in seconds', {status: 429, retryAfter: '7'}, 7],
    ['the header as a date', {status: 429, retryAfter: 'Sun, 22 Nov 2026 10:00:09 GMT'}, 9],
    ['a date that is past', {status: 429, retryAfter: 'Sun, 22 Nov 2026 09:59:00 GMT'}, 0],
    ['a header that is no time: our own back-off', {status: 429, retryAfter: 'soon'}, 2],
    ['a hidden header, third answer: our own back-off', {status: 429, attempt: 3}, 8],
    ['the last answer', {status: 429, attempt: retryLimits.attempts}, null],
    ['a wait that is too long to sit through', {status: 429, retryAfter: '3600'}, null],
    ['200', {status: 200}, null],
  ])('%s', (_, changed, expected) => expect(seconds(waitBefore({...first, ...changed}))).toBe(expected))

  test('it says whether Graph asked for it', () => {
    expect(waitBefore({...first, status: 429, retryAfter: '7'})?.fromHeader).toBe(true)
    expect(waitBefore({...first, status: 429})?.fromHeader).toBe(false)
  })
})

test('a write is sent once whatever the answer, unless it was refused by 429', async () => {
  const statuses = fc.integer({min: 400, max: 599}).filter(status => status !== 429)
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('PATCH', 'POST'), statuses, async (method, status) => {
      const sending = {signal: new AbortController().signal, onWait: () => undefined}
      let sent = 0
      const next = async () => (sent++, new Response(null, {status}))
      const link = retry(createManualClock(), sending, {readsOnly: false})
      const response = await link({method, url: '', body: null, headers: {}}, next)
      expect([sent, response.status]).toEqual([1, status])
    }),
  )
})

test('a wait is shown, and shown to be over', async () => {
  const clock = createManualClock()
  const waits: (GraphWait | null)[] = []
  const wait = {until: clock.now() + 5000, attempt: 1, fromHeader: true}
  const over = visibleWait(wait, clock, {
    signal: new AbortController().signal,
    onWait: shown => waits.push(shown),
  })
  expect(waits).toEqual([wait])
  clock.advance(5000)
  await over
  expect(waits).toEqual([wait, null])
})

test('a stopped wait ends at once and nothing more is sent', async () => {
  const clock = createManualClock()
  const stop = new AbortController()
  const next = vi.fn(async () => new Response(null, {status: 429, headers: {'Retry-After': '30'}}))
  const onWait = vi.fn()
  const sent = retry(
    clock,
    {signal: stop.signal, onWait},
    {readsOnly: true},
  )({method: 'GET', url: '', body: null, headers: {}}, next)
  await vi.waitFor(() => expect(clock.waiting).toHaveLength(1))
  stop.abort()
  await expect(sent).rejects.toThrow('aborted')
  expect(next).toHaveBeenCalledTimes(1)
  expect(onWait).toHaveBeenLastCalledWith(null)
})
