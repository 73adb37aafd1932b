import {expect, test, vi} from 'vitest'
import {createDesk} from '../../src/hooks/desk.ts'
import type {SignInPage} from '../../src/practice/index.ts'

const page = (tenant: string): SignInPage => ({tenant, accounts: [], stepUp: false})
const never = new AbortController().signal

test('a question is on the desk until it is decided', async () => {
  const desk = createDesk()
  const heard = vi.fn()
  desk.subscribe(heard)
  const asked = desk.ask(page('first'), never)
  expect(desk.getSnapshot().asking).toEqual(page('first'))
  desk.decide({kind: 'cancel'})
  expect([await asked, desk.getSnapshot().asking]).toEqual([{kind: 'cancel'}, null])
  expect(heard).toHaveBeenCalledTimes(2)
})

test('only one question is ever open: a second one cancels the first', async () => {
  const desk = createDesk()
  const first = desk.ask(page('first'), never)
  const second = desk.ask(page('second'), never)
  expect(await first).toEqual({kind: 'cancel'})
  expect(desk.getSnapshot().asking).toEqual(page('second'))
  desk.decide({kind: 'cancel'})
  expect(await second).toEqual({kind: 'cancel'})
})

test('a question whose sign-in is stopped leaves the desk', async () => {
  const desk = createDesk()
  const stopper = new AbortController()
  const asked = desk.ask(page('first'), stopper.signal)
  stopper.abort()
  expect([await asked, desk.getSnapshot().asking]).toEqual([{kind: 'cancel'}, null])
})

test('a question that was stopped before is never shown, and leaves the one that is open', async () => {
  const desk = createDesk()
  void desk.ask(page('first'), never)
  expect(await desk.ask(page('late'), AbortSignal.abort())).toEqual({kind: 'cancel'})
  expect(desk.getSnapshot().asking).toEqual(page('first'))
})

test('a stop that comes after the decision does not touch the next question', async () => {
  const desk = createDesk()
  const stopper = new AbortController()
  const first = desk.ask(page('first'), stopper.signal)
  desk.decide({kind: 'cancel'})
  await first
  void desk.ask(page('second'), never)
  stopper.abort()
  expect(desk.getSnapshot().asking).toEqual(page('second'))
})

test('the imitation of the portal is opened and closed, and nobody hears after leaving', () => {
  const desk = createDesk()
  const heard = vi.fn()
  const stop = desk.subscribe(heard)
  desk.openPortal({step: 'prerequisites', address: 'https://entra.microsoft.com/#view'})
  expect(desk.getSnapshot().portal?.step).toBe('prerequisites')
  stop()
  desk.closePortal()
  expect([desk.getSnapshot().portal, heard.mock.calls.length]).toEqual([null, 1])
})
