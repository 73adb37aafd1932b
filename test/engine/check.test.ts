import {describe, expect, test} from 'vitest'
import type {Expectation, GraphRead} from '../../src/model/action.ts'
import {check, judge, unanswered} from '../../src/engine/check.ts'
import {saysOf} from '../../src/engine/says.ts'
import type {Kept} from '../../src/engine/select.ts'
import {hybridAdmin, start, stepNamed} from './contoso.ts'

const now = start
const ago = (milliseconds: number) => new Date(now - milliseconds).toISOString()

const cases: readonly {
  readonly name: string
  readonly expect: Expectation
  readonly value: Kept
  readonly is: string
}[] = [
  {name: 'equal', expect: {equals: true}, value: true, is: 'met'},
  {name: 'not equal', expect: {equals: true}, value: false, is: 'not-met'},
  {name: 'of another type is not equal', expect: {equals: 1}, value: '1', is: 'not-met'},
  {name: 'a list is not compared with one value', expect: {equals: 'a'}, value: ['a'], is: 'unknown'},
  {name: 'null is not judged', expect: {equals: true}, value: null, is: 'unknown'},
  {
    name: 'null is judged where the action says so',
    expect: {equals: true, null: 'not-met'},
    value: null,
    is: 'not-met',
  },
  {name: 'null may be what is wanted', expect: {exists: false, null: 'met'}, value: null, is: 'met'},
  {name: 'one of', expect: {oneOf: ['a', 'b']}, value: 'b', is: 'met'},
  {name: 'none of', expect: {oneOf: ['a', 'b']}, value: 'c', is: 'not-met'},
  {name: 'a list is not one of', expect: {oneOf: ['a']}, value: ['a'], is: 'unknown'},
  {name: 'contains', expect: {contains: ['P1', 'P2']}, value: ['X', 'P2'], is: 'met'},
  {name: 'contains nothing of it', expect: {contains: ['P1']}, value: ['X'], is: 'not-met'},
  {name: 'an empty list contains nothing', expect: {contains: ['P1']}, value: [], is: 'not-met'},
  {name: 'a single value is a list of one', expect: {contains: ['P1']}, value: 'P1', is: 'met'},
  {name: 'true in a list', expect: {contains: [true]}, value: ['false', 'true'], is: 'met'},
  {name: 'exists', expect: {exists: true}, value: 'x', is: 'met'},
  {name: 'an empty list is nothing', expect: {exists: true}, value: [], is: 'not-met'},
  {name: 'nothing is there as wanted', expect: {exists: false}, value: [], is: 'met'},
  {name: 'existing null is not judged', expect: {exists: true}, value: null, is: 'unknown'},
  {name: 'younger', expect: {youngerThan: 'PT3H'}, value: ago(3_600_000), is: 'met'},
  {name: 'older', expect: {youngerThan: 'PT3H'}, value: ago(4 * 3_600_000), is: 'not-met'},
  {
    name: 'exactly as old is not younger',
    expect: {youngerThan: 'PT3H'},
    value: ago(3 * 3_600_000),
    is: 'not-met',
  },
  {name: 'a clock that is a little ahead', expect: {youngerThan: 'PT3H'}, value: ago(-300_000), is: 'met'},
  {name: 'the future is not judged', expect: {youngerThan: 'PT3H'}, value: ago(-300_001), is: 'unknown'},
  {name: 'a sentence is no date', expect: {youngerThan: 'PT3H'}, value: 'May 5 2026', is: 'unknown'},
  {name: 'no date is not judged', expect: {youngerThan: 'PT3H'}, value: 'soon', is: 'unknown'},
  {name: 'a number is no date', expect: {youngerThan: 'PT3H'}, value: 5, is: 'unknown'},
  {name: 'no comparison', expect: {}, value: 'x', is: 'unknown'},
]

test.each(cases)('$name: $is', ({expect: expectation, value, is}) => {
  expect(judge(expectation, value, now)).toBe(is)
})

const read = stepNamed('prerequisites').presses[0]?.reads[0] as GraphRead
const answer = (body: unknown) => ({id: read.id, status: 200, body, requestId: 'r1', date: null})

describe('an answer', () => {
  test('gives value, what was found and the id of the request', () => {
    const body = {
      value: [{onPremisesSyncEnabled: true, onPremisesLastSyncDateTime: '2026-11-22T08:48:00Z', secret: 1}],
    }
    expect(check(read, answer(body), now)).toEqual({
      read: 'organization',
      outcome: 'met',
      value: true,
      found: '2026-11-22T08:48:00Z',
      requestId: 'r1',
    })
  })

  test('never leaves an object in the record', () => {
    const whole = {
      ...read,
      value: 'value[0]',
      found: {value: 'value', as: 'list'} as const,
      expect: {exists: true},
    }
    expect(check(whole, answer({value: [{id: 'x'}]}), now)).toMatchObject({
      outcome: 'unknown',
      value: null,
      found: null,
    })
  })

  test('without expectation is read, or unknown where nothing came', () => {
    const {id, path, scopes, source} = read
    const free: GraphRead = {id, path, scopes, source, says: {}, value: 'displayName'}
    expect(check(free, answer({displayName: 'Contoso'}), now).outcome).toBe('read')
    expect(check(free, answer({}), now).outcome).toBe('unknown')
  })

  test('a function that does not fit the answer leaves it unknown', () => {
    const fragile: GraphRead = {...read, value: 'length(value)', expect: {equals: 1}}
    expect(check(fragile, answer({}), now)).toMatchObject({outcome: 'unknown', value: null})
  })

  test('is judged whole and recorded short', () => {
    const many = {...read, value: 'value', expect: {contains: ['last']}}
    const list = [...Array.from({length: 300}, () => 'x'.repeat(600)), 'last']
    const result = check(many, answer({value: list}), now)
    expect(result.outcome).toBe('met')
    expect(result.value).toHaveLength(100)
    expect((result.value as readonly string[])[0]).toHaveLength(500)
    const long = check({...read, value: 'value'}, answer({value: 'y'.repeat(900)}), now)
    expect(long.value).toHaveLength(500)
  })

  test('a role that is not among those found is not "not as required"', () => {
    const active = stepNamed('account').presses[1]?.reads[0] as GraphRead
    const strict = {...active, expect: {contains: [hybridAdmin]}}
    expect(check(strict, answer({value: []}), now).outcome).toBe('read')
    expect(check(strict, answer({value: [{roleDefinitionId: hybridAdmin}]}), now).outcome).toBe('met')
  })

  test('that did not come is unknown', () => {
    expect(unanswered(read, {...answer(null), status: 403}).outcome).toBe('unknown')
  })
})

const {says} = read
const result = {read: 'r', found: null, requestId: null}

test.each([
  {name: 'met', outcome: 'met', value: true, texts: says, key: 'organization.met'},
  {name: 'met without its own text', outcome: 'met', value: true, texts: {read: 'r'}, key: 'r'},
  {name: 'met without any', outcome: 'met', value: true, texts: {}, key: null},
  {name: 'not met', outcome: 'not-met', value: false, texts: says, key: 'organization.notMet'},
  {name: 'not met without a text', outcome: 'not-met', value: false, texts: {}, key: null},
  {name: 'unknown', outcome: 'unknown', value: null, texts: says, key: 'organization.unknown'},
  {name: 'unknown without a text', outcome: 'unknown', value: null, texts: {}, key: null},
  {name: 'read', outcome: 'read', value: 'x', texts: says, key: 'organization.read'},
  {name: 'an empty list', outcome: 'read', value: [], texts: says, key: 'organization.none'},
  {name: 'an empty list without its own text', outcome: 'read', value: [], texts: {read: 'r'}, key: 'r'},
  {name: 'read without a text', outcome: 'read', value: 'x', texts: {}, key: null},
] as const)('the text of $name', ({outcome, value, texts, key}) => {
  expect(saysOf({...read, says: texts}, {...result, outcome, value})).toBe(key)
})
