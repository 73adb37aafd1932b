import {expect, test} from 'vitest'
import type {ReadResult, RunEventBody} from '../../src/model/run.ts'
import {rolesSeen} from '../../src/engine/roles.ts'
import {replay} from '../../src/engine/run.ts'
import {began, hybridAdmin, log, model} from './contoso.ts'

const result = (
  read: string,
  value: ReadResult['value'],
  outcome: ReadResult['outcome'] = 'read',
): ReadResult => ({
  read,
  outcome,
  value,
  found: null,
  requestId: null,
})

function seen(results: readonly ReadResult[], fresh: readonly number[] = [1]) {
  const pressed: RunEventBody = {
    type: 'press-done',
    step: 'account',
    press: 'roles',
    results,
    readAt: '2026-11-22T09:00:00.000Z',
    extraScopes: [],
  }
  return rolesSeen(model, replay(log([began, pressed])), new Set(fresh))
}

const needed = ['roles.hybrid', 'roles.policy']

test.each([
  {
    name: 'active directly',
    results: [result('active', [hybridAdmin])],
    active: ['roles.hybrid'],
    eligible: [],
  },
  {
    name: 'active through a group',
    results: [result('active', []), result('groups', [hybridAdmin])],
    active: ['roles.hybrid'],
    eligible: [],
  },
  {
    name: 'eligible only',
    results: [result('active', []), result('eligible', [hybridAdmin])],
    active: [],
    eligible: ['roles.hybrid'],
  },
  {
    name: 'active and eligible',
    results: [result('active', [hybridAdmin]), result('eligible', [hybridAdmin])],
    active: ['roles.hybrid'],
    eligible: [],
  },
  {name: 'a single id', results: [result('active', hybridAdmin)], active: ['roles.hybrid'], eligible: []},
  {name: 'another role', results: [result('active', ['other'])], active: [], eligible: []},
  {
    name: 'a read the action does not know',
    results: [result('active', []), result('gone', [hybridAdmin])],
    active: [],
    eligible: [],
  },
])('$name', ({results, active, eligible}) => {
  expect(seen(results)).toEqual({read: true, active, eligible, needed, until: null})
})

test.each([
  {name: 'roles that did not come', results: [result('active', null, 'unknown')], fresh: [1]},
  {name: 'roles of an earlier page load', results: [result('active', [hybridAdmin])], fresh: []},
])('$name were not read', ({results, fresh}) => {
  expect(seen(results, fresh)).toEqual({read: false, active: [], eligible: [], needed, until: null})
})

test('a runbook that needs no role', () => {
  expect(rolesSeen({...model, needs: {}}, replay([]), new Set()).needed).toEqual([])
})

const policyAdmin = model.needs.roles?.anyOf.find(({name}) => name === 'roles.policy')?.id ?? ''
const ends = (of: Readonly<Record<string, string>>): ReadResult => ({
  ...result('ends', Object.keys(of)),
  found: Object.values(of),
})
const [early, late] = ['2026-11-22T12:30:00Z', '2026-11-22T14:30:00Z']

test.each<{readonly name: string; readonly results: readonly ReadResult[]; readonly until: string | null}>([
  {
    name: 'a role that was activated',
    results: [result('active', [hybridAdmin]), ends({[hybridAdmin]: late})],
    until: late,
  },
  {
    name: 'two of them: one is enough, so the later end counts',
    results: [ends({[policyAdmin]: late, [hybridAdmin]: early})],
    until: late,
  },
  {
    name: 'one that ends and one that does not',
    results: [result('active', [policyAdmin]), ends({[hybridAdmin]: late})],
    until: null,
  },
  {name: 'the end of another role', results: [ends({other: late})], until: null},
  {name: 'no end', results: [result('active', [hybridAdmin]), ends({})], until: null},
  {name: 'an end that is no time', results: [ends({[hybridAdmin]: 'soon'})], until: null},
  {
    name: 'fewer ends than roles',
    results: [{...ends({[hybridAdmin]: late}), found: []}],
    until: null,
  },
])('until when: $name', ({results, until}) => {
  expect(seen(results).until).toBe(until)
})
