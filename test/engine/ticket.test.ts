import {describe, expect, test} from 'vitest'
import type {RunEventBody} from '../../src/model/run.ts'
import {cardState} from '../../src/engine/card.ts'
import {replay} from '../../src/engine/run.ts'
import {ticketLines, type TicketLine} from '../../src/engine/ticket.ts'
import {
  account,
  accountRead,
  amira,
  began,
  contoso,
  judged,
  log,
  model,
  reported,
  signedIn,
  ticked,
} from './contoso.ts'
import {sessionOf} from './session.ts'

const at = '2026-11-22T09:10:00.000Z'

function lines(bodies: readonly RunEventBody[]): readonly TicketLine[] {
  const events = log(bodies)
  const state = replay(events)
  const session = sessionOf(state, {fresh: new Set(events.map(({seq}) => seq))})
  const cards = model.steps.map(step => [step.id, cardState(step, model, state, undefined, session)] as const)
  return ticketLines(model, {
    state,
    cards: Object.fromEntries(cards),
    digest: {sha256: 'abc', events: events.length},
  })
}

const kinds = (of: readonly TicketLine[]) => of.map(({kind}) => kind).filter(kind => kind !== 'untouched')

test('works from the first tick', () => {
  const found = lines([began, ticked('wizard')])
  expect(kinds(found)).toEqual(['run', 'counts', 'step', 'declared', 'digest'])
  expect(found.slice(2, 4)).toMatchObject([
    {step: 'wizard', number: '1.1'},
    {stamp: {attribution: amira}, fromFile: false},
  ])
})

test('a step that was left alone has one line, in its place', () => {
  const found = lines([began, ticked('wizard')])
  expect(found.filter(({kind}) => kind === 'untouched')).toEqual([
    {kind: 'untouched', number: '1.2', reads: false},
    ...['2.1', '2.2', '2.3', '2.4', '2.5'].map(number => ({kind: 'untouched', number, reads: true})),
  ])
  expect(found.findIndex(({kind}) => kind === 'untouched')).toBeGreaterThan(
    found.findIndex(({kind}) => kind === 'declared'),
  )
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
  const found = lines([
    began,
    accountRead,
    {
      type: 'press-failed',
      step: 'account',
      press: 'roles',
      problem: {code: 'consent-declined', status: null, errorCode: null, requestId: null, scopes: []},
    },
    judged('confirmed'),
    judged('not-understood'),
  ])
  expect(found.flatMap(line => (line.kind === 'chip' ? [line.chip.id] : []))).toEqual([
    'confirmed-by-output',
    'output-not-understood',
    'read-verified',
    'could-not-check',
  ])
})

describe('of outputs and reports', () => {
  const told = (...bodies: readonly RunEventBody[]) =>
    lines([began, ...bodies]).flatMap(line => {
      if (line.kind === 'chip') return [line.chip.id]
      if (line.kind === 'output') return [`${line.output.verdict}${line.earlier ? ' earlier' : ''}`]
      if (line.kind === 'report') return [`report${line.earlier ? ' earlier' : ''}`]
      return line.kind === 'declared' ? ['declared'] : []
    })

  test('the newest decides, those before it are told as earlier, the latest first', () => {
    expect(told(judged('confirmed'), judged('contradicted'), judged('inconclusive'))).toEqual([
      'output-inconclusive',
      'inconclusive',
      'contradicted earlier',
      'confirmed earlier',
    ])
  })

  test('a newer report stands before the output, and is no declaration that the step is done', () => {
    expect(told(judged('confirmed'), reported)).toEqual(['reported', 'report', 'confirmed earlier'])
  })

  test('a tick beside a report is told, and by whom', () => {
    expect(told(ticked('finish'), reported)).toEqual(['reported', 'declared', 'report'])
  })

  test('the event of a pilot user is told once, as what was seen', () => {
    const found = lines([
      began,
      {type: 'pilot-reported', step: 'save', eventId: 31002, seenAt: at, attribution: amira},
    ])
    expect(kinds(found)).toEqual(['run', 'counts', 'step', 'chip', 'pilot', 'digest'])
  })

  test('a newer output stands before the report', () => {
    expect(told(reported, judged('too-old'))).toEqual(['output-too-old', 'too-old', 'report earlier'])
  })

  test('one that nobody could read stands beside what decides', () => {
    expect(told(judged('confirmed'), judged('not-understood'))).toEqual([
      'confirmed-by-output',
      'confirmed',
      'output-not-understood',
      'not-understood',
    ])
  })
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
    ticked('wizard'),
    {type: 'step-noted', step: 'wizard', note: 'theirs'},
    judged('confirmed'),
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

  test('a chip rests on its own press: another one’s failure takes no mark away', () => {
    const problem = {code: 'role-missing', status: 403, errorCode: null, requestId: null, scopes: []} as const
    const read = {results: [{...result, read: 'me'}], readAt: at, extraScopes: []}
    const found = lines([
      began,
      {type: 'press-done', step: 'account', press: 'run', ...read},
      {type: 'run-imported', sha256: 'def'},
      {type: 'press-failed', step: 'account', press: 'roles', problem},
    ])
    expect(found.filter(({kind}) => kind === 'chip')).toMatchObject([
      {chip: {id: 'read-verified'}, fromFile: true},
      {chip: {id: 'could-not-check'}, fromFile: false},
    ])
  })

  test('a field of the context that nobody changed since stays marked', () => {
    const found = lines([
      began,
      {type: 'context-set', ticket: 'CHG1', ...context, server: 'AADC01'},
      {type: 'run-imported', sha256: 'def'},
      {type: 'context-set', ticket: 'CHG2', ...context, server: 'AADC01'},
    ])
    expect(found.filter(({kind}) => kind === 'context')).toMatchObject([
      {field: 'ticket', value: 'CHG2', fromFile: false},
      {field: 'server', value: 'AADC01', fromFile: true},
    ])
  })

  test('the baseline of the file stays marked beside none of one’s own', () => {
    const ours: RunEventBody = {type: 'baseline-set', baseline: at}
    const baselines = (events: readonly RunEventBody[]) =>
      lines(events).filter(({kind}) => kind === 'baseline')
    expect(baselines(theirs)).toEqual([{kind: 'baseline', at, fromFile: true}])
    expect(baselines([...theirs, ours])).toEqual([{kind: 'baseline', at, fromFile: false}])
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
