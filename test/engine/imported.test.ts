import {expect, test, vi} from 'vitest'
import {importRun} from '../../src/engine/imported.ts'
import {replay} from '../../src/engine/run.ts'
import type {RunEventBody} from '../../src/model/run.ts'
import {amira, began, log, model, signedIn} from './contoso.ts'

const at = '2026-11-22T09:10:00.000Z'
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
  expect(await importRun(file(bodies), model)).toMatchObject({record: {events: log(bodies)}})
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
  expect(await importRun(file(bodies), model)).toEqual({refused})
})

test('a file that is too large is not even read', async () => {
  const text = vi.fn(() => Promise.resolve('{}'))
  expect(await importRun({size: 5_000_001, text}, model)).toEqual({refused: 'too-large'})
  expect(text).not.toHaveBeenCalled()
})

test('of a pasted output only the allowed fields come in, in their formats', async () => {
  const kept = {enabled: true, connector: 'x'.repeat(300), password: 'hunter2', toString: 'x'}
  const imported = await importRun(file([began, {...judged, kept}]), model)
  expect(imported).toMatchObject({
    record: {events: [{}, {kept: {enabled: true, connector: 'x'.repeat(200)}}]},
  })
  expect(JSON.stringify(imported)).not.toMatch(/hunter2|toString/)
})

test('a step without a command keeps nothing', async () => {
  const imported = await importRun(file([began, {...judged, step: 'wizard'}]), model)
  expect(imported).toMatchObject({record: {events: [{}, {kept: {}}]}})
})

test('a hostile file is refused before anything is replayed, and the worst that passes stays small', async () => {
  // Each event names other steps: replaying it would copy an ever larger map.
  const hostile = Array.from({length: 60}, (_, event): RunEventBody => {
    const steps = Array.from({length: 200}, (_, index) => `${event}.${index}`)
    return {type: 'saved', visit: 'visit', steps, ...declared}
  })
  expect(await importRun(file([began, ...hostile]), model)).toEqual({refused: 'other-revision'})

  const worst = Array.from({length: 4999}, (): RunEventBody => {
    return {type: 'saved', visit: 'visit', steps: model.steps.map(({id}) => id), ...declared}
  })
  const imported = await importRun(file([began, ...worst]), model)
  if ('refused' in imported) expect.fail(imported.refused)
  const copies = vi.spyOn(Object, 'fromEntries')
  const state = replay(imported.record.events)
  // One copy of the visits and one of the steps for each event, each as large as the page at most.
  expect(copies.mock.calls.length).toBeLessThanOrEqual(2 * 5000)
  expect(Object.keys(state.steps)).toHaveLength(model.steps.length)
})
