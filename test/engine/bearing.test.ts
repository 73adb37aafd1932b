import {expect, test} from 'vitest'
import {searchOutcome} from '../../src/engine/bearing.ts'
import type {AuditEvent} from '../../src/model/run.ts'

const sides = {supports: ['Enable'], contradicts: ['Disable']}

function event(name: string, time: string, earlier = false): AuditEvent {
  return {at: `2026-11-22T${time}:00.000Z`, name, by: null, earlier}
}

test.each([
  {name: 'nothing', events: [], id: 'nothing-found'},
  {name: 'Enable', events: [event('Enable', '10:00')], id: 'evidence-found'},
  {name: 'Disable only', events: [event('Disable', '10:00')], id: 'opposite-event'},
  {
    name: 'Disable after Enable',
    events: [event('Disable', '10:05'), event('Enable', '10:00')],
    id: 'opposite-event',
  },
  {
    name: 'Enable after Disable',
    events: [event('Enable', '10:05'), event('Disable', '10:00')],
    id: 'evidence-found',
  },
  {
    name: 'the newest in whatever order they stand',
    events: [event('Enable', '10:00'), event('Disable', '10:05'), event('Enable', '10:02')],
    id: 'opposite-event',
  },
  {
    name: 'both in the same moment',
    events: [event('Enable', '10:00'), event('Disable', '10:00')],
    id: 'opposite-event',
  },
  {name: 'an earlier Disable', events: [event('Disable', '08:00', true)], id: 'earlier-event'},
  {
    name: 'Enable after an earlier Disable',
    events: [event('Disable', '08:00', true), event('Enable', '10:00')],
    id: 'evidence-found',
  },
  {name: 'an activity that is not named', events: [event('Reset', '10:00')], id: 'nothing-found'},
])('$name: $id', ({events, id}) => {
  expect(searchOutcome(sides, events).id).toBe(id)
})

test('the event that decided comes with the outcome', () => {
  const newest = event('Disable', '10:05')
  expect(searchOutcome(sides, [event('Enable', '10:00'), newest])).toEqual({
    id: 'opposite-event',
    event: newest,
  })
})

test('where no activity is named every event supports', () => {
  expect(searchOutcome({}, [event('Anything', '10:00')]).id).toBe('evidence-found')
})
