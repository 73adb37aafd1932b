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
  expect(seen(results)).toEqual({read: true, active, eligible, needed})
})

test.each([
  {name: 'roles that did not come', results: [result('active', null, 'unknown')], fresh: [1]},
  {name: 'roles of an earlier page load', results: [result('active', [hybridAdmin])], fresh: []},
])('$name were not read', ({results, fresh}) => {
  expect(seen(results, fresh)).toEqual({read: false, active: [], eligible: [], needed})
})

test('a runbook that needs no role', () => {
  expect(rolesSeen({...model, needs: {}}, replay([]), new Set()).needed).toEqual([])
})
