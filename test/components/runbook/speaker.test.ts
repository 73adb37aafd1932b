import {expect, test} from 'vitest'
import {createSpeaker} from '../../../src/components/runbook/runtime/speaker.ts'

/** A speaker over two plain regions and a clock that a test moves. */
function speaking() {
  const timers: {at: number; act: () => void}[] = []
  let now = 0
  const polite = {textContent: '' as string | null}
  const assertive = {textContent: '' as string | null}
  const speaker = createSpeaker({
    polite,
    assertive,
    after: (milliseconds, act) => {
      const timer = {at: now + milliseconds, act}
      timers.push(timer)
      return () => void timers.splice(timers.indexOf(timer), 1)
    },
  })
  const pass = (milliseconds: number) => {
    now += milliseconds
    for (;;) {
      const due = timers.find(({at}) => at <= now)
      if (!due) return
      timers.splice(timers.indexOf(due), 1)
      due.act()
    }
  }
  return {speaker, polite, assertive, pass, timers}
}

test('says a text at once and empties the region after it', () => {
  const {speaker, polite, pass} = speaking()
  speaker.say('Copied.')
  expect(polite.textContent).toBe('Copied.')
  pass(500)
  expect(polite.textContent).toBe('')
})

test('keeps two texts at least 500 ms apart, in their order', () => {
  const {speaker, polite, pass} = speaking()
  speaker.say('one')
  speaker.say('two')
  pass(499)
  expect(polite.textContent).toBe('one')
  pass(1)
  expect(polite.textContent).toBe('two')
})

test('does not repeat a text that stands or waits, and says it again later', () => {
  const {speaker, polite, pass} = speaking()
  speaker.say('one')
  speaker.say('one')
  speaker.say('two')
  speaker.say('two')
  pass(500)
  expect(polite.textContent).toBe('two')
  pass(500)
  expect(polite.textContent).toBe('')
  speaker.say('one')
  expect(polite.textContent).toBe('one')
})

test('an assertive text does not wait for a polite one', () => {
  const {speaker, polite, assertive} = speaking()
  speaker.say('polite')
  speaker.say('now', {assertive: true})
  expect([polite.textContent, assertive.textContent]).toEqual(['polite', 'now'])
})

test('nothing is said after it was disposed of', () => {
  const {speaker, polite, pass, timers} = speaking()
  speaker.say('one')
  speaker.say('two')
  speaker.dispose()
  pass(5000)
  expect(polite.textContent).toBe('one')
  expect(timers).toEqual([])
})
