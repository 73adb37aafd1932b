import fc from 'fast-check'
import {describe, expect, test, vi} from 'vitest'
import type {RunEventBody} from '../../src/model/run.ts'
import {emptyRun, isAsFileSays, reduce, replay, stepOf, type RunState} from '../../src/engine/run.ts'
import {decidingOutput} from '../../src/engine/step-record.ts'
import {anyLog} from './arbitrary.ts'
import {
  account,
  accountRead,
  amira,
  began,
  contoso,
  fabrikam,
  judged,
  log,
  reported,
  signedIn,
  ticked,
} from './contoso.ts'

const problem = {code: 'role-missing', status: 403, errorCode: null, requestId: null, scopes: []} as const
const failed: RunEventBody = {type: 'press-failed', step: 'account', press: 'run', problem}
const saved: RunEventBody = {type: 'saved', visit: 'visit', steps: ['writeback', 'save'], attribution: amira}
const searched: RunEventBody = {
  type: 'evidence-searched',
  step: 'save',
  since: '2026-11-22T09:00:00.000Z',
  events: [],
  requestId: 'r1',
  readAt: '2026-11-22T09:02:00.000Z',
  stopped: false,
}

interface Case {
  readonly name: string
  readonly events: readonly RunEventBody[]
  readonly see: (state: RunState) => unknown
  readonly expected: unknown
}

const cases: readonly Case[] = [
  {
    name: 'a start gives mode and origin',
    events: [began],
    see: ({mode, started}) => [mode, started?.runbook, started?.articleHash, started?.seq],
    expected: ['graph', 'password-writeback', 'sha256-article', 0],
  },
  {
    name: 'a second start changes nothing',
    events: [began, {...began, mode: 'practice', runbook: 'other'}],
    see: ({mode, started}) => [mode, started?.runbook],
    expected: ['graph', 'password-writeback'],
  },
  {
    name: 'a real run goes on without sign-in',
    events: [began, {type: 'mode-changed', mode: 'unsigned'}],
    see: ({mode}) => mode,
    expected: 'unsigned',
  },
  {
    name: 'a practice run never becomes a real one',
    events: [
      {...began, mode: 'practice'},
      {type: 'mode-changed', mode: 'graph'},
    ],
    see: ({mode}) => mode,
    expected: 'practice',
  },
  {
    name: 'the context is replaced as a whole',
    events: [
      began,
      {type: 'context-set', ticket: 'CHG1', changeWindow: '', server: 'AADC01', forest: 'contoso.example'},
    ],
    see: ({context}) => context,
    expected: {ticket: 'CHG1', changeWindow: '', server: 'AADC01', forest: 'contoso.example'},
  },
  {
    name: 'an empty name is no name',
    events: [began, {type: 'operator-named', name: 'Karim'}, {type: 'operator-named', name: ''}],
    see: ({operator}) => operator,
    expected: null,
  },
  {
    name: 'an answer replaces the one before',
    events: [
      began,
      {type: 'answer-given', question: 'staging', options: ['staging']},
      {type: 'answer-given', question: 'staging', options: ['active']},
    ],
    see: ({answers}) => answers,
    expected: {staging: ['active']},
  },
  {
    name: 'a tick keeps who and when',
    events: [began, ticked('wizard')],
    see: state => stepOf(state, 'wizard').ticked,
    expected: {seq: 1, at: '2026-11-22T09:00:01.000Z', utcOffset: 60, attribution: amira},
  },
  {
    name: 'unticking leaves the proof',
    events: [
      began,
      ticked('finish'),
      {
        type: 'output-judged',
        step: 'finish',
        verdict: 'confirmed',
        kept: {enabled: true},
        attribution: amira,
      },
      {type: 'step-unticked', step: 'finish', attribution: amira},
    ],
    see: state => [stepOf(state, 'finish').ticked, stepOf(state, 'finish').output?.kept],
    expected: [null, {enabled: true}],
  },
  {
    name: 'a note, a report and a pilot are kept',
    events: [
      began,
      {type: 'step-noted', step: 'finish', note: 'slow'},
      reported,
      {
        type: 'pilot-reported',
        step: 'save',
        eventId: 31002,
        seenAt: '2026-11-22T10:00:00.000Z',
        attribution: amira,
      },
    ],
    see: state => [
      stepOf(state, 'finish').note,
      stepOf(state, 'finish').reported?.report,
      stepOf(state, 'save').pilot?.eventId,
    ],
    expected: ['slow', 'enabled', 31002],
  },
  {
    name: 'the first tenant locks the run',
    events: [began, signedIn],
    see: ({tenant, account: who, tenantConflict}) => [tenant, who, tenantConflict],
    expected: [contoso, account, null],
  },
  {
    name: 'another tenant is a conflict and never replaces the first',
    events: [began, signedIn, {type: 'signed-in', account, tenant: fabrikam}],
    see: ({tenant, tenantConflict}) => [tenant, tenantConflict],
    expected: [contoso, fabrikam],
  },
  {
    name: 'the right tenant again ends the conflict and keeps the name',
    events: [
      began,
      signedIn,
      {type: 'signed-in', account, tenant: fabrikam},
      {type: 'signed-in', account, tenant: {id: contoso.id, name: ''}},
    ],
    see: ({tenant, tenantConflict}) => [tenant, tenantConflict],
    expected: [contoso, null],
  },
  {
    name: 'signing out keeps the lock',
    events: [began, signedIn, {type: 'signed-in', account, tenant: fabrikam}, {type: 'signed-out'}],
    see: ({tenant, account: who, tenantConflict}) => [tenant, who, tenantConflict],
    expected: [contoso, null, null],
  },
  {
    name: 'a failure stands until its own press is done',
    events: [began, failed, {...accountRead, press: 'roles'}],
    see: state => Object.keys(stepOf(state, 'account').failures),
    expected: ['run'],
  },
  {
    name: 'a press that is done ends its failure',
    events: [began, failed, accountRead],
    see: state => [stepOf(state, 'account').failures, Object.keys(stepOf(state, 'account').presses)],
    expected: [{}, ['run']],
  },
  {
    name: 'a failure after a result leaves the result',
    events: [began, accountRead, failed],
    see: state => [
      stepOf(state, 'account').presses['run']?.seq,
      stepOf(state, 'account').failures['run']?.seq,
    ],
    expected: [1, 2],
  },
  {
    name: 'the baseline is the time that Graph gave, not that of the event',
    events: [began, {type: 'baseline-set', baseline: '2026-11-22T08:59:00.000Z'}],
    see: ({baseline}) => baseline,
    expected: '2026-11-22T08:59:00.000Z',
  },
  {
    name: 'a box is ticked and unticked',
    events: [
      began,
      {type: 'box-ticked', step: 'writeback', attribution: amira},
      {type: 'box-ticked', step: 'unlock', attribution: amira},
      {type: 'box-unticked', step: 'unlock', attribution: amira},
    ],
    see: state => [stepOf(state, 'writeback').box?.seq, stepOf(state, 'unlock').box],
    expected: [1, null],
  },
  {
    name: 'one Save declares several steps',
    events: [began, saved],
    see: state => [stepOf(state, 'writeback').saved?.seq, stepOf(state, 'save').saved?.seq],
    expected: [1, 1],
  },
  {
    name: 'a withdrawn Save declares none of them',
    events: [
      began,
      saved,
      {type: 'save-withdrawn', visit: 'visit', steps: ['writeback', 'save'], attribution: amira},
    ],
    see: state => [stepOf(state, 'writeback').saved, stepOf(state, 'save').saved],
    expected: [null, null],
  },
  {
    name: 'the portal was opened',
    events: [began, {type: 'portal-opened', step: 'prerequisites'}],
    see: state => stepOf(state, 'prerequisites').portalOpened?.seq,
    expected: 1,
  },
  {
    name: 'a search that worked ends the failed one',
    events: [began, {type: 'evidence-failed', step: 'save', problem}, searched],
    see: state => [stepOf(state, 'save').evidenceFailure, stepOf(state, 'save').evidence?.requestId],
    expected: [null, 'r1'],
  },
  {
    name: 'a failed search leaves the one before',
    events: [began, searched, {type: 'evidence-failed', step: 'save', problem}],
    see: state => [stepOf(state, 'save').evidenceFailure?.problem.code, stepOf(state, 'save').evidence?.seq],
    expected: ['role-missing', 1],
  },
  {
    name: 'an imported run says from which file, and what that file said',
    events: [
      began,
      {type: 'step-noted', step: 'wizard', note: 'theirs'},
      {type: 'run-imported', sha256: 'abc'},
      {type: 'step-noted', step: 'wizard', note: 'ours'},
    ],
    see: state => [
      state.imported?.sha256,
      state.imported && stepOf(state.imported.said, 'wizard').note,
      stepOf(state, 'wizard').note,
    ],
    expected: ['abc', 'theirs', 'ours'],
  },
]

test.each(cases)('$name', ({events, see, expected}) => {
  expect(see(replay(log(events)))).toEqual(expected)
})

const understood = ['confirmed', 'contradicted', 'inconclusive', 'too-old'] as const

describe('of outputs and reports the newest that was understood decides', () => {
  const said = (...events: readonly RunEventBody[]) => {
    const record = stepOf(replay(log([began, ...events])), 'finish')
    const {earlierOutputs, unreadable} = record
    return [
      decidingOutput(record)?.verdict ?? null,
      earlierOutputs.map(({verdict, seq}) => `${seq} ${verdict}`),
      unreadable?.seq ?? null,
    ]
  }
  const orders = understood.flatMap(first =>
    understood.filter(then => then !== first).map(then => ({first, then})),
  )

  test.each(orders)('$first, then $then', ({first, then}) => {
    expect(said(judged(first), judged(then))).toEqual([then, [`1 ${first}`], null])
  })

  test.each(understood)('%s, then one that nobody could read', verdict => {
    expect(said(judged(verdict), judged('not-understood'))).toEqual([verdict, [], 2])
  })

  test.each(understood)('one that nobody could read, then %s', verdict => {
    expect(said(judged('not-understood'), judged(verdict))).toEqual([verdict, [], null])
  })

  test.each(understood)('%s, then a report by hand, which displaces it', verdict => {
    expect(said(judged(verdict), reported)).toEqual([null, [], null])
  })

  test.each(understood)('a report by hand, then %s, which displaces it', verdict => {
    expect(said(reported, judged(verdict))).toEqual([verdict, [], null])
  })

  test('the same said again leaves no history, another condition does', () => {
    expect(said(judged('confirmed'), judged('confirmed'))).toEqual(['confirmed', [], null])
    expect(said(judged('inconclusive', 'staging'), judged('inconclusive', 'no-event'))).toEqual([
      'inconclusive',
      ['1 inconclusive'],
      null,
    ])
  })

  test('an old record, without a condition, is read as before', () => {
    expect(stepOf(replay(log([began, judged('too-old')])), 'finish').output?.short).toBeNull()
  })
})

test.each([
  {name: 'before the file was opened', seq: 1, expected: true},
  {name: 'the opening itself', seq: 2, expected: false},
  {name: 'after it', seq: 3, expected: false},
])('what stands as the file says: $name', ({seq, expected}) => {
  const events: readonly RunEventBody[] = [began, signedIn, {type: 'run-imported', sha256: 'abc'}, signedIn]
  expect(isAsFileSays(replay(log(events)), {seq})).toBe(expected)
  expect(isAsFileSays(replay(log(events.slice(0, 2))), {seq})).toBe(false)
})

test('a forged opening in the file takes no mark away: the last one counts', () => {
  const opened: RunEventBody = {type: 'run-imported', sha256: 'abc'}
  const state = replay(log([began, opened, accountRead, opened]))
  expect([isAsFileSays(state, {seq: 2}), state.imported?.said.imported]).toEqual([true, null])
})

test('a Save over many steps copies the map of steps once', () => {
  const steps = Array.from({length: 200}, (_, index) => `s${index}`)
  const entries = vi.spyOn(Object, 'entries')
  const state = replay(log([began, {type: 'saved', visit: 'visit', steps, attribution: amira}]))
  expect(entries.mock.calls.length).toBeLessThan(5)
  expect(Object.keys(state.steps)).toEqual(steps)
})

describe('for any log', () => {
  test('replay is total and the same every time', () => {
    fc.assert(
      fc.property(anyLog, events => {
        expect(replay(events)).toEqual(replay(events))
      }),
    )
  })

  test('no event changes the state it is given', () => {
    fc.assert(
      fc.property(anyLog, events => {
        let state = emptyRun
        for (const event of events) {
          const before = structuredClone(state)
          const next = reduce(state, event)
          expect(state).toEqual(before)
          state = next
        }
      }),
    )
  })

  test('the first tenant stays the locked one', () => {
    fc.assert(
      fc.property(anyLog, events => {
        const first = events.find(event => event.type === 'signed-in')
        expect(replay(events).tenant?.id).toBe(first?.tenant.id)
      }),
    )
  })

  test('practice is never left', () => {
    fc.assert(
      fc.property(anyLog, events => {
        const [first] = events
        if (first?.type === 'run-started' && first.mode === 'practice')
          expect(replay(events).mode).toBe('practice')
      }),
    )
  })
})
