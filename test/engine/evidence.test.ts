import {expect, test} from 'vitest'
import type {AuditEvidence} from '../../src/model/action.ts'
import {auditEvents} from '../../src/engine/evidence.ts'
import {stepNamed} from './contoso.ts'

const evidence = stepNamed('save').evidence as AuditEvidence
const baseline = '2026-11-22T09:00:00.000Z'
const before = '2026-11-22T08:59:59.999Z'
const entry = (
  activityDateTime: unknown,
  activityDisplayName: unknown = 'Enable',
  by: unknown = 'amira',
) => ({
  activityDateTime,
  activityDisplayName,
  by,
})

test('splits by the baseline, newest first', () => {
  const body = {
    value: [entry('2026-03-12T08:00:00Z'), entry('2026-11-22T09:05:00.1234567Z'), entry(before)],
  }
  expect(auditEvents(evidence, body, baseline)).toEqual([
    {at: '2026-11-22T09:05:00.123Z', name: 'Enable', by: 'amira', earlier: false},
    {at: before, name: 'Enable', by: 'amira', earlier: true},
    {at: '2026-03-12T08:00:00.000Z', name: 'Enable', by: 'amira', earlier: true},
  ])
})

test.each([
  {name: 'in the very second of the baseline', baseline, at: '2026-11-22T09:00:00Z', earlier: false},
  {name: 'later in that second', baseline, at: '2026-11-22T09:00:00.4Z', earlier: false},
  {
    name: 'in the second of a baseline of the browser’s clock',
    baseline: '2026-11-22T09:00:00.700Z',
    at: '2026-11-22T09:00:00Z',
    earlier: false,
  },
  {name: 'in the second before', baseline, at: before, earlier: true},
])('an event $name is earlier: $earlier', ({baseline: from, at, earlier}) => {
  expect(auditEvents(evidence, {value: [entry(at)]}, from)).toMatchObject([{earlier}])
})

test.each([
  {name: 'no list', body: {value: 'x'}},
  {name: 'no answer', body: null},
  {name: 'no time', body: {value: [entry('soon'), entry(5)]}},
  {name: 'a time of no zone', body: {value: [entry('2026-11-22T09:05:00')]}},
  {name: 'no name', body: {value: [entry(baseline, null)]}},
])('$name gives no event', ({body}) => {
  expect(auditEvents(evidence, body, baseline)).toEqual([])
})

test('entries that are no objects are passed over', () => {
  expect(auditEvents({...evidence, events: 'value'}, {value: [null, 'x', 5]}, baseline)).toEqual([])
})

test('what the action file does not name is passed over, where it names what it looks for', () => {
  const body = {value: [entry(baseline), entry(baseline, 'Disable'), entry(baseline, 'Reset')]}
  const named = {...evidence, supports: ['Enable']}
  expect(auditEvents(named, body, baseline).map(({name}) => name)).toEqual(['Enable', 'Disable'])
  expect(auditEvents(evidence, body, baseline)).toHaveLength(3)
})

test('keeps few and short', () => {
  const body = {value: Array.from({length: 60}, () => entry(baseline, 'n'.repeat(900), ''))}
  const events = auditEvents(evidence, body, baseline)
  expect(events).toHaveLength(20)
  expect(events[0]?.name).toHaveLength(200)
  expect(events[0]?.by).toBeNull()
})
