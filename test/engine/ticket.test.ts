import {expect, test} from 'vitest'
import type {RunEventBody} from '../../src/model/run.ts'
import {cardState} from '../../src/engine/card.ts'
import {replay} from '../../src/engine/run.ts'
import {sessionView} from '../../src/engine/session.ts'
import {ticketLines, type TicketLine} from '../../src/engine/ticket.ts'
import {account, amira, began, contoso, log, model, signedIn} from './contoso.ts'

const at = '2026-11-22T09:10:00.000Z'

function lines(bodies: readonly RunEventBody[]): readonly TicketLine[] {
  const events = log(bodies)
  const state = replay(events)
  const session = sessionView(model, state, {
    mode: state.mode,
    phase: 'ready',
    signingIn: false,
    signedIn: undefined,
    fresh: new Set(events.map(({seq}) => seq)),
  })
  const cards = model.steps.map(step => [step.id, cardState(step, model, state, undefined, session)] as const)
  return ticketLines(model, {
    state,
    cards: Object.fromEntries(cards),
    digest: {sha256: 'abc', events: events.length},
  })
}

const kinds = (of: readonly TicketLine[]) => of.map(({kind}) => kind)

test('works from the first tick', () => {
  const found = lines([began, {type: 'step-ticked', step: 'wizard', attribution: amira}])
  expect(kinds(found)).toEqual(['run', 'counts', 'step', 'digest'])
  expect(found[2]).toMatchObject({
    step: 'wizard',
    number: '1.1',
    chip: {id: 'marked-done'},
    declared: {attribution: amira},
  })
})

test('names ticket, tenant, answers and baseline', () => {
  const found = lines([
    began,
    signedIn,
    {type: 'context-set', ticket: 'CHG1', changeWindow: '', server: '', forest: 'contoso.example'},
    {type: 'answer-given', question: 'staging', options: ['active', 'own words']},
    {type: 'baseline-set', baseline: at},
    {type: 'run-imported', sha256: 'def'},
  ])
  expect(found).toEqual(
    expect.arrayContaining([
      {kind: 'context', field: 'ticket', value: 'CHG1'},
      {kind: 'context', field: 'forest', value: 'contoso.example'},
      {kind: 'tenant', tenant: contoso, account},
      {kind: 'answer', question: 'before.staging', options: ['before.active', 'own words']},
      {kind: 'baseline', at},
      {kind: 'imported', sha256: 'def'},
      {kind: 'digest', sha256: 'abc', events: 6},
    ]),
  )
})

test('gives each result with its text and the id of its request', () => {
  const result = {read: 'organization', outcome: 'met', value: true, found: at, requestId: 'r1'} as const
  const gone = {...result, read: 'gone'}
  const found = lines([
    began,
    {
      type: 'press-done',
      step: 'prerequisites',
      press: 'check',
      results: [result, gone],
      readAt: at,
      extraScopes: [],
    },
  ])
  expect(found.filter(({kind}) => kind === 'result')).toEqual([
    {kind: 'result', step: 'prerequisites', says: 'organization.met', result, readAt: at},
    {kind: 'result', step: 'prerequisites', says: null, result: gone, readAt: at},
  ])
})

test('gives outputs, evidence and notes', () => {
  const found = lines([
    began,
    {type: 'output-judged', step: 'finish', verdict: 'confirmed', kept: {enabled: true}, attribution: amira},
    {
      type: 'evidence-searched',
      step: 'save',
      since: at,
      events: [],
      requestId: 'r2',
      readAt: at,
      stopped: false,
    },
    {type: 'step-noted', step: 'wizard', note: 'started late'},
  ])
  expect(kinds(found)).toEqual(['run', 'counts', 'step', 'step', 'output', 'step', 'evidence', 'digest'])
  expect(found[2]).toMatchObject({step: 'wizard', note: 'started late'})
})

test('a run before its start has only its digest and counts', () => {
  expect(kinds(lines([]))).toEqual(['counts', 'digest'])
})

test('a step without a card is passed over', () => {
  const state = replay(log([began]))
  const found = ticketLines(model, {state, cards: {}, digest: {sha256: 'abc', events: 1}})
  expect(kinds(found)).toEqual(['run', 'counts', 'digest'])
})
