// The practice tenant against what our runbooks really send: it answers each call with the scopes that the call declares
// and no other, and a change of the action files can be undone there.
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {bodyOf} from '../../src/engine/body.ts'
import {toCall} from '../../src/engine/call.ts'
import {withInputs} from '../../src/engine/inputs.ts'
import {makePassword} from '../../src/engine/password.ts'
import {select} from '../../src/engine/select.ts'
import type {Change, ChangeValue, ChangeValues} from '../../src/model/change.ts'
import type {PageModel} from '../../src/model/page.ts'
import {resetTimes} from '../../src/practice/password-reset.ts'
import {operator} from '../../src/practice/seed.ts'
import {situationsOn} from '../../src/practice/situations.ts'
import {plans} from '../../src/practice/subscriptions.ts'
import {userDelay} from '../../src/practice/user-routes.ts'
import {compileBlockMatching} from '../runbook/block-matching.ts'
import {compileFlagship} from '../runbook/flagship.ts'
import {compileRunbook, licence, writebackProof} from '../runbook/runbooks.ts'
import {asking} from './asking.ts'

const e5 = '06ebc4ee-1bb5-47dd-8120-11324bc54e06'
const models = [
  compileFlagship(),
  compileBlockMatching(),
  compileRunbook(licence),
  compileRunbook(writebackProof),
]
  .map(({model}) => model)
  .filter(model => model !== null)

/** The steps of a page for a user and the main licence. */
function stepsOf({steps}: PageModel, user = 'sofia.rossi@contoso.example', country = 'FR') {
  const given = {seq: 0, at: '2026-11-23T08:00:00Z', utcOffset: 0}
  const inputs = {
    user: {value: user, shown: user, ...given},
    licence: {value: e5, shown: 'SPE_E5', ...given},
    country: {value: country, shown: country, ...given},
  }
  return steps.map(step => withInputs(step, inputs))
}

/** A change of a page by the id of its step. */
function changeOf(name: string, user?: string, country?: string): Change {
  const change = models.flatMap(model => stepsOf(model, user, country)).find(({id}) => id === name)?.change
  if (change === undefined) throw new TypeError(`No change ${name}`)
  return change
}

/** What the read of a change says, as a run takes it. */
function valuesOf({properties, requires, carries}: Change, body: unknown): ChangeValues {
  const expressions = [
    ...properties.map(({id, value}) => [id, value] as const),
    ...requires.map(({id, when}) => [id, when.replaceAll('{account}', operator.id)] as const),
    ...carries.map(({id, value}) => [id, value] as const),
  ]
  return Object.fromEntries(expressions.map(([id, value]) => [id, select(body, value) as ChangeValue]))
}

const values = {account: operator.id, since: '2026-11-23T08:00:00Z'}
const reads = models.flatMap(model =>
  stepsOf(model).flatMap(({id: step, presses, change}) =>
    [...presses.flatMap(press => press.reads), ...(change === undefined ? [] : [change.read])].map(read => ({
      name: `${model.runbook} ${step} ${read.id}`,
      scopes: read.scopes,
      call: toCall(read, values),
    })),
  ),
)

test('there are runbooks with calls to look at', () => {
  expect(models).toHaveLength(4)
  expect(reads.length).toBeGreaterThan(20)
})

test.each([
  ['password-writeback', []],
  ['block-matching', ['soft-match-blocked', 'changed-outside']],
  ['user-licence', ['changed-outside', 'no-free-licence']],
  ['prove-writeback', ['user-not-synchronised', 'writeback-off']],
])('%s offers the situations that its calls give a meaning', (id, own) => {
  const calls = models.find(model => model.runbook === id)?.calls ?? []
  const everywhere = situationsOn([]).map(situation => situation.id)
  expect(situationsOn(calls).map(situation => situation.id)).toEqual([...everywhere, ...own])
})

test.each(reads)('$name is answered', async ({scopes, call: {url, headers}}) => {
  const {read} = await asking(scopes)
  expect(await read(url, headers)).toMatchObject({status: 200})
})

describe('a change', () => {
  /** Contoso for one change: `look` reads as it does, `send` sends its request or the undo. */
  async function open(change: Change, situation = 'in-order') {
    const scopes = [...change.read.scopes, ...change.scopes, ...(change.follow?.scopes ?? [])]
    const contoso = await asking(scopes, {situation: [situation]})
    const {read, write} = contoso
    const answer = async () => (await read(toCall(change.read, values).url)).body
    return {
      ...contoso,
      answer,
      look: async () => valuesOf(change, await answer()),
      send: async (wanted: ChangeValues) => {
        const key = String(select(await answer(), change.key))
        const body = bodyOf(change, wanted, change.secret === undefined ? null : makePassword())
        return write(change.method, change.path.replace('{key}', key), body)
      },
    }
  }

  test('of the usage location goes from one to another and back', async () => {
    const change = changeOf('usage-location', 'sofia.rossi@contoso.example', 'BE')
    const {look, send, clock} = await open(change)
    const [property = ''] = change.properties.map(({id}) => id)
    const before = await look()
    expect(before[property]).toBe('IT')
    expect((await send({[property]: 'BE'})).status).toBe(204)
    clock.advance(userDelay)
    expect((await look())[property]).toBe('BE')
    await send(before)
    clock.advance(userDelay)
    expect(await look()).toEqual(before)
  })

  test('that assigns is refused by its condition where there is no usage location, and by Graph', async () => {
    const change = changeOf('assign', 'lena.fischer@contoso.example')
    const {look, send} = await open(change)
    const found = await look()
    expect(change.requires.map(({id}) => found[id])).toContain(false)
    expect(
      (await send(Object.fromEntries(change.properties.map(({id, wanted}) => [id, wanted])))).status,
    ).toBe(400)
  })

  test('that removes what a group gives is refused by its condition, and by Graph', async () => {
    const change = changeOf('remove', "paul.o'neill@contoso.example")
    const {look, send} = await open(change)
    const found = await look()
    expect(change.requires.map(({id}) => found[id])).toContain(false)
    expect(
      (await send(Object.fromEntries(change.properties.map(({id, wanted}) => [id, wanted])))).status,
    ).toBe(400)
  })

  test('that removes, undone with what it carried, gives back any user as they were', async () => {
    const change = changeOf('remove', 'lena.fischer@contoso.example')
    const {look, send, answer, clock, tenant} = await open(change)
    const id = String((await answer())['id'])
    const lasting = async () =>
      JSON.stringify(await answer(), (name, value: unknown) => (name === 'lastUpdatedDateTime' ? 0 : value))
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(Object.values(plans)),
        fc.boolean(),
        async (disabledPlans, seen) => {
          const assigned = {
            skuId: e5,
            disabledPlans,
            assignedByGroup: null,
            lastUpdatedDateTime: '2026-05-18T09:30:00Z',
          }
          await tenant.setUser(id, {usageLocation: 'FR', given: [assigned]})
          const [before, found] = [await lasting(), await look()]
          expect(change.requires.every(({id: condition}) => found[condition] === true)).toBe(true)
          const wanted = Object.fromEntries(change.properties.map(property => [property.id, property.wanted]))
          expect((await send({...found, ...wanted})).status).toBe(200)
          clock.advance(seen ? userDelay : 0)
          expect((await send(found)).status).toBe(200)
          clock.advance(userDelay)
          expect(await lasting()).toBe(before)
        },
      ),
      {numRuns: 40},
    )
  })

  test.each([
    ['in-order', 'succeeded'],
    ['writeback-off', 'failed'],
  ])('that resets a password ends: %s', async (situation, status) => {
    const change = changeOf('reset', 'lena.fischer@contoso.example')
    const {look, send, read, clock, tenant} = await open(change, situation)
    const found = await look()
    expect(change.requires.map(({id}) => found[id])).not.toContain(false)
    const answer = await send({})
    expect(answer.status).toBe(202)
    clock.advance(resetTimes.over)
    const location = answer.headers.get('Location') ?? ''
    expect((await read(location.slice(tenant.graphHost.length))).body['status']).toBe(status)
  })

  test('that resets a password is held back where the user is not synchronised', async () => {
    const change = changeOf('reset', 'lena.fischer@contoso.example')
    const {look} = await open(change, 'user-not-synchronised')
    expect((await look())['synced']).not.toBe(true)
  })
})
