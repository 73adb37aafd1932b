import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {bodyOf} from '../../src/engine/body.ts'
import {
  differences,
  holds,
  isByOther,
  isKnown,
  isUnclear,
  outcomeOf,
  undoOf,
  unchanged,
  wantedOf,
} from '../../src/engine/change.ts'
import type {ChangeRecord, ChangeReading, SentChange} from '../../src/engine/change.ts'
import type {Change, ChangeValues} from '../../src/model/change.ts'
import type {ProblemRecord} from '../../src/model/run.ts'
import {block} from './change-page.ts'

const off = {softMatch: false, hardMatch: false}
const on = {softMatch: true, hardMatch: true}
const object = {id: 'o', name: null}

function reading(seq: number, values: ChangeValues): ChangeReading {
  return {
    seq,
    at: '',
    utcOffset: 0,
    account: null,
    object,
    values,
    readAt: `t${String(seq)}`,
    requestId: null,
  }
}

function problem(status: number | null): ProblemRecord {
  return {code: 'server-failed', status, errorCode: null, requestId: null, scopes: []}
}

function sent(more: Partial<SentChange> = {}): SentChange {
  const moment = {seq: 2, at: '', utcOffset: 0}
  const answer = {...moment, problem: null, requestId: null, operation: null}
  return {
    ...moment,
    account: null,
    undo: false,
    before: off,
    wanted: on,
    clientRequestId: 'c',
    object,
    answer,
    progress: null,
    readings: [],
    ...more,
  }
}

/** The record after these requests, as the reducer would leave it. */
function after(...requests: readonly SentChange[]): ChangeRecord {
  const last = requests.at(-1)?.readings.at(-1) ?? reading(1, off)
  return {reading: last, earlier: [], stale: null, sent: requests}
}

test('where Graph had none of it before, there is nothing that an undo could send', () => {
  const located = {
    id: 'place',
    label: '',
    value: "usageLocation || 'none'",
    none: 'none',
    wanted: 'FR',
    at: 'usageLocation',
    words: {},
  }
  const change = {...block, properties: [located]}
  expect(bodyOf(change, {place: 'FR'})).toEqual({usageLocation: 'FR'})
  const request = (place: string) => {
    return sent({before: {place}, wanted: {place: 'FR'}, readings: [reading(3, {place: 'FR'})]})
  }
  expect(undoOf(change, after(request('none')))).toBeNull()
  expect(undoOf(change, after(request('DE')))?.wanted).toEqual({place: 'DE'})
})

test.each<[string, ChangeRecord, string]>([
  ['nothing read', unchanged, 'unread'],
  [
    'a property that Graph did not return',
    {...unchanged, reading: reading(1, {softMatch: null, hardMatch: true})},
    'unknown',
  ],
  ['a property that the record lacks', {...unchanged, reading: reading(1, {softMatch: true})}, 'unknown'],
  ['both as wanted', {...unchanged, reading: reading(1, on)}, 'already'],
  ['one to change', {...unchanged, reading: reading(1, {...on, softMatch: false})}, 'ready'],
  [
    'found otherwise than confirmed',
    {...unchanged, reading: reading(1, on), stale: {...reading(1, on), undo: false, confirmed: off}},
    'stale',
  ],
  ['no answer in the record', after(sent({answer: null})), 'sent-unknown'],
  ['no answer, and a read that shows it', after(sent({answer: null, readings: [reading(3, on)]})), 'done'],
  [
    'no answer, and a read that does not',
    after(sent({answer: null, readings: [reading(3, off)]})),
    'sent-unknown',
  ],
  [
    'no answer, and two reads that do not',
    after(sent({answer: null, readings: [reading(3, off), reading(4, off)]})),
    'ready',
  ],
  [
    'a gateway that gave up',
    after(sent({answer: {...sent(), problem: problem(504), requestId: null, operation: null}})),
    'sent-unknown',
  ],
  [
    'refused',
    after(
      sent({
        answer: {...sent(), problem: problem(403), requestId: null, operation: null},
        readings: [reading(3, off)],
      }),
    ),
    'ready',
  ],
  [
    'refused, and as wanted since',
    after(
      sent({
        answer: {...sent(), problem: problem(403), requestId: null, operation: null},
        readings: [reading(3, on)],
      }),
    ),
    'already',
  ],
  ['accepted, not read since', after(sent()), 'accepted'],
  ['accepted, not seen', after(sent({readings: [reading(3, off)]})), 'accepted'],
  ['accepted, and seen', after(sent({readings: [reading(3, on)]})), 'done'],
  [
    'done, and changed by somebody since',
    after(sent({readings: [reading(3, on), reading(4, off)]})),
    'ready',
  ],
  [
    'of two properties one was sent and is seen, and the other changed',
    after(
      sent({
        wanted: {softMatch: true},
        before: {softMatch: false},
        readings: [reading(3, {softMatch: true, hardMatch: false})],
      }),
    ),
    'ready',
  ],
  [
    'undone',
    after(sent(), sent({undo: true, before: on, wanted: off, readings: [reading(5, off)]})),
    'undone',
  ],
  [
    'undone, and changed by somebody since',
    after(sent(), sent({undo: true, before: on, wanted: off, readings: [reading(5, off), reading(6, on)]})),
    'already',
  ],
])('%s', (_, record, id) => {
  expect(outcomeOf(block, record).id).toBe(id)
})

test('an undo sends back what stood there before, and says where somebody changed it since', () => {
  expect(undoOf(block, unchanged)).toBeNull()
  expect(undoOf(block, after(sent({readings: [reading(3, on)]})))).toEqual({wanted: off, changedSince: false})
  const one = {softMatch: true, hardMatch: false}
  expect(undoOf(block, after(sent({readings: [reading(3, on), reading(4, one)]})))).toEqual({
    wanted: off,
    changedSince: true,
  })
  expect(undoOf(block, after(sent({readings: [reading(3, off)]}))), 'nothing to undo').toBeNull()
  const refused = {...reading(3, on), problem: problem(403), operation: null}
  expect(undoOf(block, after(sent({answer: refused, readings: [reading(3, on)]}))), 'not ours').toBeNull()
  expect(
    undoOf(block, after(sent({readings: [reading(3, on)]}), sent({undo: true, readings: [reading(4, on)]}))),
  ).toBeNull()
  const {run, done, already} = block.says
  const forever: Change = {...block, says: {run, done, already}}
  expect(undoOf(forever, after(sent({readings: [reading(3, on)]})))).toBeNull()
})

test.each([
  [null, true],
  [0, true],
  [408, true],
  [500, true],
  [504, true],
  [400, false],
  [401, false],
  [403, false],
  [412, false],
  [429, false],
])('after status %s it is unclear whether the request arrived: %s', (status, unclear) => {
  expect(isUnclear({status})).toBe(unclear)
})

const values = fc.record({softMatch: fc.boolean(), hardMatch: fc.boolean()})

test('a body holds the properties that differ, at their places, and nothing else', () => {
  fc.assert(
    fc.property(values, found => {
      const wanted = wantedOf(differences(block, found))
      const {features = {}} = bodyOf(block, wanted) as {features?: ChangeValues}
      expect(features).toEqual(wanted)
      expect(isKnown(block, found)).toBe(true)
      expect(holds({...found, ...features}, on)).toBe(true)
    }),
  )
})

test('places that share their beginning stand in one branch', () => {
  const [soft, hard] = block.properties
  if (!soft || !hard) throw new Error('two properties')
  const change: Change = {
    ...block,
    properties: [
      {...soft, at: 'a.b.c'},
      {...hard, at: 'a.d'},
    ],
  }
  expect(bodyOf(change, on)).toEqual({a: {b: {c: true}, d: true}})
  expect(bodyOf(change, {hardMatch: false})).toEqual({a: {d: false}})
})

describe('done by somebody else', () => {
  const record = (earlier: readonly ChangeReading[], requests: readonly SentChange[] = []): ChangeRecord => {
    return {reading: reading(9, on), earlier, stale: null, sent: requests}
  }
  const refused = {...reading(5, on), problem: problem(403), operation: null}
  const elsewhere = {...reading(1, off), object: {id: 'another', name: null}}

  test.each<{name: string; record: ChangeRecord; is: boolean}>([
    {name: 'it never stood otherwise', record: record([]), is: false},
    {name: 'it stood otherwise', record: record([reading(1, off)]), is: true},
    {name: 'something else changed meanwhile', record: record([reading(1, off), reading(2, on)]), is: true},
    {name: 'a value was not known before', record: record([reading(1, {softMatch: false})]), is: false},
    {name: 'another object stood otherwise', record: record([elsewhere]), is: false},
    {name: 'a request of ours came after that', record: record([reading(1, off)], [sent()]), is: false},
    {
      name: 'that request was refused',
      record: record([reading(1, off)], [sent({answer: refused})]),
      is: true,
    },
    {name: 'that request came before', record: record([reading(3, off)], [sent()]), is: true},
  ])('$name: $is', ({record: known, is}) => {
    expect(isByOther(block, known)).toBe(is)
  })
})
