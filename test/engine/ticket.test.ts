import {describe, expect, test} from 'vitest'
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
    graph: true,
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
  expect(kinds(found)).toEqual(['run', 'counts', 'step', 'declared', 'digest'])
  expect(found.slice(2, 4)).toMatchObject([
    {step: 'wizard', number: '1.1'},
    {stamp: {attribution: amira}, fromFile: false},
  ])
})

test('names ticket, tenant, answers and baseline', () => {
  const found = lines([
    began,
    signedIn,
    {type: 'context-set', ticket: 'CHG1', changeWindow: '', server: '', forest: 'contoso.example'},
    {type: 'answer-given', question: 'staging', options: ['active', 'own words']},
    {type: 'answer-given', question: 'rights', options: ['reset'], forest: 'a.example'},
    {type: 'answer-given', question: 'rights', options: [], forest: 'b.example'},
    {type: 'baseline-set', baseline: at},
  ])
  expect(found).toEqual(
    expect.arrayContaining([
      {kind: 'context', field: 'ticket', value: 'CHG1', fromFile: false},
      {kind: 'context', field: 'forest', value: 'contoso.example', fromFile: false},
      {kind: 'tenant', tenant: contoso, fromFile: false},
      {kind: 'account', account, fromFile: false},
      {
        kind: 'answer',
        question: 'before.staging',
        forest: null,
        options: ['before.active', 'own words'],
        fromFile: false,
      },
      {
        kind: 'answer',
        question: 'before.rights',
        forest: 'a.example',
        options: ['before.reset'],
        fromFile: false,
      },
      {kind: 'answer', question: 'before.rights', forest: 'b.example', options: [], fromFile: false},
      {kind: 'baseline', at, fromFile: false},
      {kind: 'digest', sha256: 'abc', events: 7},
    ]),
  )
})

test('says beside what was verified or confirmed what was not', () => {
  const stamp = {attribution: amira, kept: {}}
  const found = lines([
    began,
    {type: 'press-done', step: 'account', press: 'run', results: [], readAt: at, extraScopes: []},
    {
      type: 'press-failed',
      step: 'account',
      press: 'roles',
      problem: {code: 'consent-declined', status: null, errorCode: null, requestId: null, scopes: []},
    },
    {type: 'output-judged', step: 'finish', verdict: 'confirmed', ...stamp},
    {type: 'output-judged', step: 'finish', verdict: 'too-old', ...stamp},
  ])
  expect(found.flatMap(line => (line.kind === 'chip' ? [line.chip.id] : []))).toEqual([
    'confirmed-by-output',
    'output-too-old',
    'read-verified',
    'could-not-check',
  ])
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
    {kind: 'result', step: 'prerequisites', says: 'organization.met', result, readAt: at, fromFile: false},
    {kind: 'result', step: 'prerequisites', says: null, result: gone, readAt: at, fromFile: false},
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
  expect(kinds(found)).toEqual([
    ...['run', 'counts'],
    ...['step', 'chip', 'note'],
    ...['step', 'chip', 'output'],
    ...['step', 'chip', 'evidence', 'digest'],
  ])
  expect(found[4]).toMatchObject({note: 'started late'})
})

describe('of a run from a file', () => {
  const context = {changeWindow: '', server: '', forest: ''}
  const result = {read: 'organization', outcome: 'met', value: true, found: null, requestId: null} as const
  const pressed = {press: 'check', results: [result], readAt: at, extraScopes: []}
  const theirs: readonly RunEventBody[] = [
    began,
    signedIn,
    {type: 'context-set', ticket: 'CHG1', ...context},
    {type: 'answer-given', question: 'staging', options: ['active']},
    {type: 'baseline-set', baseline: at},
    {type: 'step-ticked', step: 'wizard', attribution: amira},
    {type: 'step-noted', step: 'wizard', note: 'theirs'},
    {type: 'output-judged', step: 'finish', verdict: 'confirmed', kept: {}, attribution: amira},
    {type: 'press-done', step: 'prerequisites', ...pressed},
    {
      type: 'evidence-searched',
      step: 'save',
      since: at,
      events: [{at, name: 'Update', by: null, earlier: false}],
      requestId: null,
      readAt: at,
      stopped: false,
    },
    {type: 'box-ticked', step: 'unlock', attribution: amira},
    {type: 'run-imported', sha256: 'def'},
  ]
  const marks = (of: readonly TicketLine[]) =>
    of.flatMap(line => ('fromFile' in line ? [`${line.kind} ${line.fromFile}`] : []))

  test('the opening stands right after the mode, and every line is marked', () => {
    const found = lines(theirs)
    expect(kinds(found).slice(0, 2)).toEqual(['run', 'imported'])
    expect(new Set(marks(found).map(mark => mark.split(' ')[0]))).toEqual(
      new Set([
        ...['context', 'tenant', 'account', 'answer', 'baseline'],
        ...['chip', 'declared', 'note', 'result', 'output', 'evidence'],
      ]),
    )
    expect(marks(found).filter(mark => mark.endsWith('false'))).toEqual([])
  })

  test('what was done since is not marked', () => {
    const ours: readonly RunEventBody[] = [
      {type: 'signed-out'},
      {type: 'signed-in', account: {...account}, tenant: contoso},
      {type: 'context-set', ticket: 'CHG2', ...context},
      {type: 'answer-given', question: 'staging', options: ['active']},
      {type: 'baseline-set', baseline: '2026-11-22T10:00:00.000Z'},
      {type: 'step-noted', step: 'wizard', note: 'ours'},
      {type: 'press-done', step: 'prerequisites', ...pressed},
    ]
    const found = marks(lines([...theirs, ...ours]))
    expect(found.filter(mark => mark.endsWith('false'))).toEqual([
      ...['context', 'tenant', 'account', 'answer', 'baseline', 'note'].map(kind => `${kind} false`),
      ...['chip', 'result'].map(kind => `${kind} false`),
    ])
    expect(found).toEqual(expect.arrayContaining(['declared true', 'output true', 'evidence true']))
  })
})

test('a run before its start has only its digest and counts', () => {
  expect(kinds(lines([]))).toEqual(['counts', 'digest'])
})

test('a step without a card is passed over', () => {
  const state = replay(log([began]))
  const found = ticketLines(model, {state, cards: {}, digest: {sha256: 'abc', events: 1}})
  expect(kinds(found)).toEqual(['run', 'counts', 'digest'])
})
