import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {BoundStep, GraphRead} from '../../src/model/action.ts'
import type {CardChip} from '../../src/engine/chip.ts'
import type {CardState} from '../../src/engine/card.ts'
import {toCall} from '../../src/engine/call.ts'
import {
  batchesOf,
  planCounts,
  planLimits,
  readingKey,
  readingsOf,
  scopesOfReadings,
  type PlanKind,
  type PlanReading,
} from '../../src/engine/plan.ts'
import {changePage} from './change-page.ts'
import {account, model, stepNamed} from './contoso.ts'
import {ines, licencePage} from './licence-page.ts'

const given = {seq: 1, at: '2026-11-22T09:00:00.000Z', utcOffset: 60}

describe('what a plan reads', () => {
  test('is the first press of each step and how each change stands: neither roles nor the audit log', () => {
    expect(readingsOf(changePage, {}).map(readingKey)).toEqual([
      'account run',
      'prerequisites check',
      'writeback look',
      'unlock look',
      'block ',
    ])
    const scopes = scopesOfReadings(readingsOf(changePage, {}))
    expect(scopes).toEqual([
      'User.Read',
      'Organization.Read.All',
      'LicenseAssignment.Read.All',
      'OnPremDirectorySynchronization.Read.All',
    ])
  })

  test('is never a press that reads roles, even where it is the first', () => {
    const step = stepNamed('account')
    const roles = {...step, presses: step.presses.filter(({id}) => id === 'roles')}
    expect(readingsOf({...model, steps: [roles]}, {})).toEqual([])
  })

  test('is the press that counts whom a change affects, though it is not the first of its step', () => {
    const counting = (named: boolean) => {
      const reads = changePage.steps.find(({id}) => id === 'writeback')?.presses[0]?.reads ?? []
      const counts = stepNamed('account')
        .presses.map(press => ({...press, id: 'count', reads}))
        .slice(0, 1)
      const steps = changePage.steps.map((step): BoundStep => {
        if (step.id === 'writeback') return {...step, presses: [...step.presses, ...counts]}
        const affects = {step: 'writeback', press: 'count', read: reads[0]?.id ?? ''}
        return step.change && named ? {...step, change: {...step.change, affects}} : step
      })
      return readingsOf({...changePage, steps}, {}).map(readingKey)
    }
    expect(counting(true)).toContain('writeback count')
    expect(counting(false)).not.toContain('writeback count')
  })

  test('leaves out what lacks a value, and has the value in the call once it is given', () => {
    expect(readingsOf(licencePage, {}).map(({step}) => step.id)).not.toContain('reset')
    const inputs = {user: {...given, value: ines.upn, shown: ines.upn}}
    const readings = readingsOf(licencePage, inputs)
    expect(readings.map(({step}) => step.id)).toContain('reset')
    expect(readings.map(({step}) => step.id)).not.toContain('assign')
    const urls = batchesOf(readings, {account: account.objectId, batches: 1}).flatMap(({calls}) => calls)
    expect(urls.map(({url}) => url)).toContain('/v1.0/users/ines.moreau%40contoso.com')
  })
})

describe('batches', () => {
  test('send a call of the same address once, and every reading finds its own answers', () => {
    const readings = readingsOf(changePage, {})
    const [batch, ...more] = batchesOf(readings, {account: account.objectId, batches: 2})
    expect(more).toEqual([])
    expect(batch?.calls.map(({url}) => url)).toEqual([
      '/v1.0/me',
      '/v1.0/organization',
      '/v1.0/organization?$select=id,displayName,onPremisesSyncEnabled',
      '/v1.0/subscribedSkus',
      '/v1.0/directory/onPremisesSynchronization',
    ])
    expect(batch?.readings.map(({at}) => at)).toEqual([[0, 1], [2, 3], [1], [1], [4]])
  })

  test('tell calls apart that differ in their headers alone', () => {
    const plain = reading('plain', [read('/v1.0/users')])
    const counted = reading('counted', [{...read('/v1.0/users'), headers: {ConsistencyLevel: 'eventual'}}])
    const [batch] = batchesOf([plain, counted, plain], {account: 'a', batches: 1})
    expect(batch?.calls).toHaveLength(2)
  })

  test('are of one API version each', () => {
    const both = [reading('new', [read('/beta/me')]), reading('old', [read('/v1.0/me')])]
    expect(batchesOf(both, {account: 'a', batches: 2}).map(({calls}) => calls.map(({url}) => url))).toEqual([
      ['/beta/me'],
      ['/v1.0/me'],
    ])
    expect(batchesOf(both, {account: 'a', batches: 1})).toHaveLength(1)
  })

  test('hold whatever is to be read, in as few as Graph takes, and never cut a reading in two', () => {
    const path = fc.integer({min: 0, max: 60}).map(number => read(`/v1.0/things/${String(number)}`))
    const any = fc.array(fc.array(path, {minLength: 1, maxLength: 25}), {maxLength: 30})
    fc.assert(
      fc.property(any, fc.integer({min: 0, max: 2}), (groups, most) => {
        const readings = groups.map((reads, index) => reading(String(index), reads))
        const batches = batchesOf(readings, {account: 'a', batches: most})
        expect(batches.length).toBeLessThanOrEqual(most)
        for (const {calls, readings: own} of batches) {
          expect(calls.length).toBeLessThanOrEqual(planLimits.calls)
          expect(new Set(calls.map(({url}) => url)).size).toBe(calls.length)
          for (const {press, at} of own)
            expect(at.map(index => calls[index]?.url)).toEqual(
              press?.reads.map(each => toCall(each, {account: 'a'}).url),
            )
        }
        const all = new Set(groups.flat().map(({path: url}) => url))
        if (most > 0 && all.size <= planLimits.calls)
          expect(batches.flatMap(({readings: own}) => own)).toHaveLength(readings.length)
      }),
    )
  })
})

describe('what the cards say together', () => {
  const readAt = '2026-11-22T09:00:00.000Z'
  const stamp = {...given, attribution: {by: null, enteredBy: null, source: 'browser' as const}}
  const cause = null

  test.each<{
    name: string
    kind: BoundStep['kind']
    chip: CardChip
    more?: Partial<CardState>
    is: PlanKind | `blocked ${string}`
  }>([
    {
      name: 'a change that stands otherwise',
      kind: 'change',
      chip: {id: 'ready-change', count: 2, readAt},
      is: 'change',
    },
    {name: 'a change that is so', kind: 'change', chip: {id: 'already-so', readAt}, is: 'already'},
    {
      name: 'a change that somebody else made',
      kind: 'change',
      chip: {id: 'done-by-other', readAt, sent: null},
      is: 'already',
    },
    {name: 'a change nobody read', kind: 'change', chip: {id: 'not-read-since', readAt}, is: 'unread'},
    {
      name: 'a read that was verified',
      kind: 'read',
      chip: {id: 'read-verified', text: 'text', met: 1, total: 1, readAt},
      is: 'verified',
    },
    {
      name: 'a read that is not as required',
      kind: 'read',
      chip: {id: 'not-as-required', press: 'run', readAt},
      is: 'not-met',
    },
    {
      name: 'a portal step, whatever its light read verified',
      kind: 'portal',
      chip: {id: 'read-verified', text: 'text', met: 1, total: 1, readAt},
      is: 'hand',
    },
    {name: 'a step on the server', kind: 'tick', chip: {id: 'to-tick'}, is: 'hand'},
    {
      name: 'a step that somebody declared',
      kind: 'tick',
      chip: {id: 'marked-done', stamp},
      more: {declared: stamp},
      is: 'declared',
    },
    {
      name: 'a role that is missing',
      kind: 'change',
      chip: {id: 'could-not-check', because: 'role', cause},
      is: 'blocked role',
    },
    {
      name: 'a permission that was refused, on a portal step',
      kind: 'portal',
      chip: {id: 'could-not-check', because: 'consent', cause},
      is: 'blocked consent',
    },
    {
      name: 'a condition of the tenant',
      kind: 'change',
      chip: {id: 'blocked', by: {kind: 'condition', says: 'text'}},
      is: 'blocked condition',
    },
    {
      name: 'a value that nobody gave',
      kind: 'change',
      chip: {id: 'blocked', by: {kind: 'input', input: 'user'}},
      is: 'input',
    },
    {
      name: 'the same, while the card says that nobody is signed in',
      kind: 'change',
      chip: {id: 'sign-in'},
      more: {missing: ['user']},
      is: 'input',
    },
    {
      name: 'a step somebody decided against',
      kind: 'change',
      chip: {id: 'skipped', reason: 'Not here.', stamp},
      more: {missing: ['user']},
      is: 'skipped',
    },
    {
      name: 'a request without an answer',
      kind: 'change',
      chip: {id: 'accepted', sent: sent(), reading: null},
      is: 'unsettled',
    },
    {
      name: 'what is asked meanwhile hides nothing that was found',
      kind: 'change',
      chip: {id: 'consent', scopes: ['A']},
      more: {also: [{id: 'already-so', readAt}]},
      is: 'already',
    },
  ])('$name', ({kind, chip, more, is}) => {
    const step = {...stepNamed('wizard'), id: 'one', kind}
    const card = {also: [], declared: null, missing: [], ...more, ...chip} as unknown as CardState
    const [count, ...others] = planCounts([step], {one: card})
    expect(others).toEqual([])
    expect(count?.because === null ? count.kind : `${count?.kind ?? ''} ${count?.because ?? ''}`).toBe(is)
  })

  test('each step once, in the order in which it is told', () => {
    const chips: readonly (readonly [BoundStep['kind'], CardChip])[] = [
      ['tick', {id: 'to-tick'}],
      ['change', {id: 'could-not-check', because: 'role', cause}],
      ['change', {id: 'ready-change', count: 1, readAt}],
      ['tick', {id: 'to-tick'}],
      ['change', {id: 'could-not-check', because: 'consent', cause}],
      ['change', {id: 'already-so', readAt}],
    ]
    const steps = chips.map(([kind], index) => ({...stepNamed('wizard'), id: String(index), kind}))
    const cards = Object.fromEntries(
      chips.map(([, chip], index) => [
        String(index),
        {also: [], declared: null, missing: [], ...chip} as unknown as CardState,
      ]),
    )
    expect(planCounts(steps, cards)).toEqual([
      {kind: 'change', because: null, steps: ['2']},
      {kind: 'already', because: null, steps: ['5']},
      {kind: 'hand', because: null, steps: ['0', '3']},
      {kind: 'blocked', because: 'role', steps: ['1']},
      {kind: 'blocked', because: 'consent', steps: ['4']},
    ])
  })
})

function read(path: string): GraphRead {
  return {id: path, path, scopes: ['User.Read'], value: 'id', says: {}, source: ''}
}

function reading(id: string, reads: readonly GraphRead[]): PlanReading {
  const press = {id: 'run', label: '', verified: '', reads, setsBaseline: false}
  return {step: {...stepNamed('wizard'), id, presses: [press]}, press, scopes: []}
}

function sent(): Extract<CardChip, {readonly id: 'accepted'}>['sent'] {
  return {
    ...given,
    account: null,
    undo: false,
    object: {id: null, name: null},
    before: {},
    wanted: {},
    clientRequestId: '',
    answer: null,
    progress: null,
    readings: [],
  }
}
