import {expect, test, vi} from 'vitest'
import {importRun} from '../../src/engine/imported.ts'
import {replay} from '../../src/engine/run.ts'
import type {RunEventBody} from '../../src/model/run.ts'
import {changePage} from './change-page.ts'
import {amira, began, log, model, signedIn, start} from './contoso.ts'

const at = '2026-11-22T09:10:00.000Z'
const now = start + 6_000_000
const problem = {code: 'offline', status: null, errorCode: null, requestId: null, scopes: []} as const
const declared = {attribution: amira}
const result = {read: 'organization', outcome: 'met', value: true, found: null, requestId: null} as const
const pressed: RunEventBody = {
  type: 'press-done',
  step: 'prerequisites',
  press: 'check',
  results: [result, {...result, read: 'licence'}],
  readAt: at,
  extraScopes: [],
}
const judged: RunEventBody = {
  type: 'output-judged',
  step: 'finish',
  verdict: 'confirmed',
  kept: {enabled: true},
  ...declared,
}

function file(bodies: readonly RunEventBody[]): Blob {
  return new Blob([JSON.stringify({schema: 'passerelle/run@1', id: 'r', events: log(bodies)})])
}

const values = {softMatch: false, hardMatch: true}
const object = {id: '4c0f1a52-9d3e-4b7a-8f21-6f0c5d1e7a90', name: null}
const moment = {readAt: at, requestId: null}
const changes: readonly RunEventBody[] = [
  {type: 'change-read', step: 'block', object, values, ...moment},
  {
    type: 'change-stale',
    object,
    step: 'block',
    undo: false,
    confirmed: values,
    found: {...values, hardMatch: null},
    ...moment,
  },
  {
    type: 'change-sent',
    object,
    step: 'block',
    undo: false,
    before: {softMatch: false},
    wanted: {softMatch: true},
    clientRequestId: 'c',
  },
  {
    type: 'change-answered',
    step: 'block',
    clientRequestId: 'c',
    problem: null,
    requestId: 'r',
    operation: null,
  },
  {type: 'press-failed', step: 'block', press: 'send', problem},
]

test('the changes of a page are taken in whole, and on a page without them not at all', async () => {
  const bodies = [began, signedIn, ...changes]
  expect(await importRun(file(bodies), changePage, now)).toMatchObject({record: {events: log(bodies)}})
  const elsewhere = changes.map(body => ({...body, step: 'wizard'}))
  for (const body of elsewhere)
    expect(await importRun(file([began, body]), changePage, now)).toEqual({refused: 'other-revision'})
})

test.each<{name: string; body: RunEventBody; refused: string}>([
  {
    name: 'an unknown property',
    body: {type: 'change-read', step: 'block', object, values: {other: true}, ...moment},
    refused: 'other-revision',
  },
  {
    name: 'a value of another kind',
    body: {type: 'change-read', step: 'block', object, values: {softMatch: 'no'}, ...moment},
    refused: 'other-revision',
  },
  {
    name: 'a value of another kind before',
    body: {
      type: 'change-sent',
      object,
      step: 'block',
      undo: false,
      before: {softMatch: 1},
      wanted: {softMatch: true},
      clientRequestId: 'c',
    },
    refused: 'other-revision',
  },
  {
    name: 'a time to come',
    body: {
      type: 'change-read',
      step: 'block',
      object,
      values,
      readAt: '2030-01-01T00:00:00.000Z',
      requestId: null,
    },
    refused: 'from-future',
  },
])('a change with $name is refused', async ({body, refused}) => {
  expect(await importRun(file([began, body]), changePage, now)).toEqual({refused})
})

test('a run of the page is taken in whole', async () => {
  const bodies: readonly RunEventBody[] = [
    began,
    signedIn,
    {type: 'answer-given', question: 'staging', options: ['active']},
    pressed,
    {type: 'press-failed', step: 'account', press: 'roles', problem},
    judged,
    {type: 'saved', visit: 'visit', steps: ['writeback', 'unlock', 'save'], ...declared},
  ]
  expect(await importRun(file(bodies), model, now)).toMatchObject({record: {events: log(bodies)}})
})

test.each<{name: string; bodies: readonly RunEventBody[]; refused: string}>([
  {name: 'another runbook', bodies: [{...began, runbook: 'other'}], refused: 'other-runbook'},
  {
    name: 'practice that became real',
    bodies: [
      {...began, mode: 'practice'},
      {type: 'mode-changed', mode: 'graph'},
    ],
    refused: 'event-invalid',
  },
  ...[
    {name: 'an unknown step', body: {type: 'step-ticked', step: '__proto__', ...declared}},
    {name: 'an unknown press', body: {type: 'press-failed', step: 'account', press: 'check', problem}},
    {name: 'an unknown press that was done', body: {...pressed, press: 'run'}},
    {name: 'an unknown read', body: {...pressed, results: [{...result, read: 'x'}]}},
    {name: 'a read twice', body: {...pressed, results: [result, result]}},
    {name: 'an unknown question', body: {type: 'answer-given', question: 'x', options: []}},
    {name: 'an unknown visit', body: {type: 'saved', visit: 'x', steps: [], ...declared}},
    {name: 'an unknown saved step', body: {type: 'saved', visit: 'visit', steps: ['x'], ...declared}},
    {
      name: 'a saved step twice',
      body: {type: 'save-withdrawn', visit: 'visit', steps: ['save', 'save'], ...declared},
    },
  ].map(({name, body}) => ({name, bodies: [began, body as RunEventBody], refused: 'other-revision'})),
])('$name is refused: $refused', async ({bodies, refused}) => {
  expect(await importRun(file(bodies), model, now)).toEqual({refused})
})

const ahead = '2099-01-01T00:00:00.000Z'
const found = {
  type: 'evidence-searched',
  step: 'save',
  since: at,
  events: [{at, name: 'Enable', by: null, earlier: false}],
  requestId: null,
  readAt: at,
  stopped: false,
} as const

test.each<{name: string; body: RunEventBody}>([
  {name: 'a baseline', body: {type: 'baseline-set', baseline: ahead}},
  {name: 'a reading', body: {...pressed, readAt: ahead}},
  {name: 'a search', body: {...found, since: ahead}},
  {name: 'the answer of a search', body: {...found, readAt: ahead}},
  {name: 'an audit event', body: {...found, events: [{at: ahead, name: 'Enable', by: null, earlier: false}]}},
])('$name of the future is refused', async ({body}) => {
  expect(await importRun(file([began, body]), model, now)).toEqual({refused: 'from-future'})
})

test('an entry of the future is refused; clocks may differ by five minutes', async () => {
  const one = file([began])
  expect(await importRun(one, model, start - 300_000)).toHaveProperty('record')
  expect(await importRun(one, model, start - 300_001)).toEqual({refused: 'from-future'})
})

test('a time that a person typed is that person’s word', async () => {
  const pilot = {type: 'pilot-reported', step: 'save', eventId: 31002, seenAt: ahead, ...declared} as const
  expect(await importRun(file([began, found, pilot]), model, now)).toHaveProperty('record')
})

test('a file that is too large is not even read', async () => {
  const text = vi.fn(() => Promise.resolve('{}'))
  expect(await importRun({size: 5_000_001, text}, model, now)).toEqual({refused: 'too-large'})
  expect(text).not.toHaveBeenCalled()
})

test('of a pasted output only the allowed fields come in, in their formats', async () => {
  const kept = {enabled: true, event: 'eyJ0', eventAt: at, password: 'hunter2', toString: 'x'}
  const imported = await importRun(file([began, {...judged, kept}]), model, now)
  expect(imported).toMatchObject({
    record: {events: [{}, {kept: {enabled: true, eventAt: at}}]},
  })
  expect(JSON.stringify(imported)).not.toMatch(/eyJ0|hunter2|toString/)
})

test('of an output that was not understood nothing comes in', async () => {
  const unread = {...judged, verdict: 'not-understood'} as const
  const imported = await importRun(file([began, unread]), model, now)
  expect(imported).toMatchObject({record: {events: [{}, {verdict: 'not-understood', kept: {}}]}})
})

test.each([
  {name: 'without its offset', seenAt: '2026-11-22T11:50:00'},
  {name: 'on a day that does not exist', seenAt: '2026-02-31T11:50:00Z'},
])('a time $name is refused', async ({seenAt}) => {
  const pilot = {type: 'pilot-reported', step: 'save', eventId: 31002, seenAt, ...declared} as const
  expect(await importRun(file([began, pilot]), model, now)).toEqual({refused: 'event-invalid'})
})

test('a time with another offset comes in as UTC', async () => {
  const imported = await importRun(
    file([began, {...pressed, readAt: '2026-11-22T11:10:00+02:00'}]),
    model,
    now,
  )
  expect(imported).toMatchObject({record: {events: [{}, {readAt: at}]}})
})

test('a step without a command keeps nothing', async () => {
  const imported = await importRun(file([began, {...judged, step: 'wizard'}]), model, now)
  expect(imported).toMatchObject({record: {events: [{}, {kept: {}}]}})
})

test('a hostile file is refused before anything is replayed, and the worst that passes stays small', async () => {
  // Each event names other steps: replaying it would copy an ever larger map.
  const hostile = Array.from({length: 60}, (_, event): RunEventBody => {
    const steps = Array.from({length: 200}, (_, index) => `${event}.${index}`)
    return {type: 'saved', visit: 'visit', steps, ...declared}
  })
  expect(await importRun(file([began, ...hostile]), model, now)).toEqual({refused: 'other-revision'})

  const worst = Array.from({length: 4999}, (): RunEventBody => {
    return {type: 'saved', visit: 'visit', steps: model.steps.map(({id}) => id), ...declared}
  })
  const imported = await importRun(file([began, ...worst]), model, now)
  if ('refused' in imported) expect.fail(imported.refused)
  const copies = vi.spyOn(Object, 'fromEntries')
  const state = replay(imported.record.events)
  // One copy of the visits and one of the steps for each event, each as large as the page at most.
  expect(copies.mock.calls.length).toBeLessThanOrEqual(2 * 5000)
  expect(Object.keys(state.steps)).toHaveLength(model.steps.length)
})
