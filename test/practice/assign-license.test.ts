import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {roles} from '../../src/practice/roles.ts'
import type {Directory, DirectoryUser, HeldLicence} from '../../src/practice/state.ts'
import {plans} from '../../src/practice/subscriptions.ts'
import {userDelay} from '../../src/practice/user-routes.ts'
import {asking} from './asking.ts'

const scopes = ['LicenseAssignment.ReadWrite.All', 'User.Read.All', 'LicenseAssignment.Read.All']
const e5 = '06ebc4ee-1bb5-47dd-8120-11324bc54e06'
const flow = 'f30db892-07e9-47e9-837c-80727f46fd3d'
const stranger = 'c7df2760-2c81-4ef7-b578-5b5392b571df'
const group = '9a0b0c0d-0000-4000-8000-0000000000e5'
const path = (name: string) => `/v1.0/users/${name}@contoso.example`
const give = (skuId: string, disabledPlans: readonly string[] = []) => ({
  addLicenses: [{skuId, disabledPlans}],
  removeLicenses: [],
})
const take = (skuId: string) => ({addLicenses: [], removeLicenses: [skuId]})

/** Contoso as somebody may see it who may assign licences; `licences` and `units` are what Graph says of them. */
async function open(...args: Parameters<typeof asking> | []) {
  const [asked = scopes, ...rest] = args
  const contoso = await asking(asked, ...rest)
  const {read, write} = contoso
  return {
    ...contoso,
    assign: (name: string, body: unknown) => write('POST', `${path(name)}/assignLicense`, body),
    licences: async (name: string) => {
      const {body} = await read(`${path(name)}?$select=assignedLicenses,licenseAssignmentStates`)
      return body as unknown as Record<'assignedLicenses' | 'licenseAssignmentStates', readonly HeldLicence[]>
    },
    units: async () => {
      const {body} = await read('/v1.0/subscribedSkus?$select=consumedUnits')
      return body.value?.map(({consumedUnits}) => consumedUnits)
    },
  }
}

describe('a licence', () => {
  test('is assigned: answered with the user, seen by reads after a while, one unit used', async () => {
    const {assign, licences, units, clock} = await open()
    const {status, body} = await assign('marta.silva', give(e5, [plans.teams]))
    expect([status, body]).toMatchObject([
      200,
      {
        '@odata.context': expect.stringMatching(/#users\/\$entity$/) as string,
        assignedLicenses: [{skuId: e5, disabledPlans: [plans.teams]}],
      },
    ])
    expect([(await licences('marta.silva')).assignedLicenses, await units()]).toEqual([[], [38, 38]])
    clock.advance(userDelay)
    expect(await licences('marta.silva')).toMatchObject({
      assignedLicenses: [{skuId: e5, disabledPlans: [plans.teams]}],
      licenseAssignmentStates: [{skuId: e5, assignedByGroup: null, disabledPlans: [plans.teams]}],
    })
    expect(await units()).toEqual([39, 38])
  })

  test('is removed, and its unit is free again', async () => {
    const {assign, licences, units, clock} = await open()
    expect((await assign('sofia.rossi', take(e5.toUpperCase()))).status).toBe(200)
    clock.advance(userDelay)
    expect([(await licences('sofia.rossi')).licenseAssignmentStates, await units()]).toEqual([[], [37, 38]])
  })

  test('that is there gets other plans, and uses no second unit', async () => {
    const {assign, licences, units, clock} = await open(scopes, {situation: ['no-free-licence']})
    expect((await assign('sofia.rossi', give(e5))).status).toBe(200)
    clock.advance(userDelay)
    expect([(await licences('sofia.rossi')).assignedLicenses, await units()]).toEqual([
      [{skuId: e5, disabledPlans: []}],
      [38, 38],
    ])
  })

  test('through a group stays when the one beside it is removed', async () => {
    const {assign, licences, units, clock} = await open()
    await assign('hugo.klein', take(e5))
    clock.advance(userDelay)
    expect((await licences('hugo.klein')).licenseAssignmentStates).toMatchObject([{assignedByGroup: group}])
    expect(await units()).toEqual([38, 38])
  })

  test('keeps what another request, not yet seen, has done', async () => {
    const {assign, licences, clock} = await open()
    await assign('marta.silva', give(e5))
    clock.advance(1)
    await assign('marta.silva', give(flow))
    expect((await assign('marta.silva', take(e5))).status).toBe(200)
    clock.advance(userDelay)
    expect((await licences('marta.silva')).assignedLicenses).toEqual([{skuId: flow, disabledPlans: []}])
  })
})

test('the last unit is given once, although reads do not show it yet', async () => {
  const {assign} = await open(scopes, {situation: ['in-order', {unitsLeft: 1}]})
  const statuses = []
  for (const name of ['marta.silva', 'ada.keller', 'marta.silva'])
    statuses.push((await assign(name, give(e5))).status)
  expect(statuses).toEqual([200, 400, 200])
})

describe('is refused, and nothing is changed:', () => {
  const directory = 'Request_BadRequest'
  const two = {addLicenses: [{skuId: e5}, {skuId: stranger}], removeLicenses: []}
  test.each([
    [
      'only one of the lists',
      'sofia.rossi',
      {addLicenses: []},
      'BadRequest',
      /missing parameters are: remove/,
    ],
    ['none of the lists', 'sofia.rossi', {}, 'BadRequest', /addLicenses, removeLicenses/],
    [
      'a list that is none',
      'sofia.rossi',
      {addLicenses: {}, removeLicenses: []},
      'BadRequest',
      /addLicenses/,
    ],
    ['another parameter', 'sofia.rossi', {...take(e5), skuId: e5}, 'BadRequest', /'skuId'/],
    ['a body that is no object', 'sofia.rossi', [], 'BadRequest', /JSON/],
    [
      'a licence that is no object',
      'sofia.rossi',
      {addLicenses: [e5], removeLicenses: []},
      'BadRequest',
      /JSON/,
    ],
    ['no id', 'sofia.rossi', give('SPE_E5'), 'BadRequest', /Edm\.Guid/],
    ['no id of a plan', 'sofia.rossi', give(e5, ['TEAMS1']), 'BadRequest', /Edm\.Guid/],
    ['no id to remove', 'sofia.rossi', take('SPE_E5'), 'BadRequest', /Edm\.Guid/],
    [
      'an unknown property',
      'sofia.rossi',
      {addLicenses: [{skuId: e5, plans: []}], removeLicenses: []},
      'BadRequest',
      /'plans'/,
    ],
    ['no usage location', 'lena.fischer', give(e5), directory, /usage location/],
    ['a licence that the tenant does not have', 'sofia.rossi', give(stranger), directory, /valid company/],
    ['one that is right, one that is not', 'marta.silva', two, directory, /valid company/],
    ["another licence's plan", 'marta.silva', give(flow, [plans.teams]), directory, /not part/],
    [
      'the same both ways',
      'sofia.rossi',
      {addLicenses: [{skuId: e5}], removeLicenses: [e5]},
      directory,
      /more than once/,
    ],
    ['to remove what is not there', 'sofia.rossi', take(flow), directory, /corresponding license/],
    ['to remove what a group gives', "paul.o'neill", take(e5), directory, /inherited from a group/],
  ])('%s', async (_, name, body, code, message) => {
    const {assign, tenant} = await open()
    expect(await assign(name, body)).toMatchObject({
      status: 400,
      body: {error: {code, message: expect.stringMatching(message) as string}},
    })
    expect((await tenant.state()).lagging).toEqual([])
  })

  test('no unit is left', async () => {
    const {assign, units, read} = await open(scopes, {situation: ['no-free-licence']})
    expect(await assign('marta.silva', give(e5))).toMatchObject({
      status: 400,
      body: {error: {code: directory, message: expect.stringMatching(/available licenses/) as string}},
    })
    const {body} = await read('/v1.0/subscribedSkus?$select=prepaidUnits')
    expect(body.value?.map(sku => (sku['prepaidUnits'] as {enabled: number}).enabled)).toEqual(await units())
  })

  test.each([
    ['nobody', 'nobody', scopes, {}, 404],
    ['without the scope of writing', 'sofia.rossi', ['LicenseAssignment.Read.All'], {}, 403],
    ['without a role', 'sofia.rossi', scopes, {active: [roles.cloudApplicationAdministrator.id]}, 403],
    [
      'as License Administrator',
      'sofia.rossi',
      scopes,
      {active: [roles.cloudApplicationAdministrator.id, roles.licenseAdministrator.id]},
      200,
    ],
  ])('%s', async (_, name, asked, changed, status) => {
    const {assign} = await open(asked, {situation: ['in-order', changed]})
    expect((await assign(name, take(e5))).status).toBe(status)
  })

  test.each([
    ['read', {method: 'GET'}, 405],
    ['patched', {method: 'PATCH', headers: {'Content-Type': 'application/json'}, body: '{}'}, 405],
    ['posted to without a declared type', {method: 'POST', body: '{}'}, 400],
  ])('%s', async (_, init, status) => {
    const {send} = await open()
    expect((await send(`${path('sofia.rossi')}/assignLicense`, init)).status).toBe(status)
  })

  test('inside a batch', async () => {
    const {write, tenant} = await open()
    const requests = [
      {id: '1', method: 'POST', url: `${path('sofia.rossi').slice(5)}/assignLicense`, body: take(e5)},
    ]
    const {body} = await write('POST', '/v1.0/$batch', {requests})
    expect(body).toMatchObject({responses: [{status: 405}]})
    expect((await tenant.state()).lagging).toEqual([])
  })
})

describe('faults of a request', () => {
  const template = '/v1.0/users/{id}/assignLicense'
  test.each([
    ['504 after it happened', {kind: 'failed', status: 504, after: true}, 504, 1],
    ['504 before', {kind: 'failed', status: 504}, 504, 0],
    ['429', {kind: 'throttled', retryAfter: 5}, 429, 0],
    ['403', {kind: 'denied', code: 'Authorization_RequestDenied'}, 403, 0],
    ['a claims challenge', {kind: 'claims', acrs: 'c1'}, 401, 0],
  ] as const)('%s', async (_, make, status, happened) => {
    const {assign, tenant, licences} = await open()
    await tenant.addFault({on: 'graph', method: 'POST', path: template, times: 1, make})
    expect((await licences('sofia.rossi')).assignedLicenses).toHaveLength(1)
    expect((await assign('sofia.rossi', take(e5))).status).toBe(status)
    expect((await tenant.state()).lagging).toHaveLength(happened)
    expect((await tenant.state()).faults).toEqual([])
  })

  test('no network after it happened', async () => {
    const {assign, tenant} = await open()
    const make = {kind: 'offline', after: true} as const
    await tenant.addFault({on: 'graph', method: 'POST', path: template, times: 1, make})
    await expect(assign('sofia.rossi', take(e5))).rejects.toThrow(TypeError)
    expect((await tenant.state()).lagging).toHaveLength(1)
  })
})

describe('somebody else', () => {
  test.each([
    ['takes a licence that was there', 'sofia.rossi', 1, 0],
    ['assigns one that was not, and a usage location', 'lena.fischer', 0, 1],
    ['assigns one beside that of a group', "paul.o'neill", 1, 2],
  ])('%s', async (_, name, before, after) => {
    const {licences, read, tenant} = await open(scopes, {situation: ['changed-outside']})
    const held = async () => (await licences(name)).licenseAssignmentStates.length
    expect([await held(), await held(), await held()]).toEqual([before, after, after])
    expect((await read(`${path(name)}?$select=usageLocation`)).body['usageLocation']).not.toBeNull()
    expect((await tenant.state()).outside).toBeNull()
  })

  test('decides about the same licence: a request on its way does not take it back', async () => {
    const {assign, licences, clock, tenant} = await open()
    const id = 'b05e0000-0000-4000-8000-00000000b017'
    await assign('marta.silva', {
      ...give(e5),
      addLicenses: [...give(e5).addLicenses, ...give(flow).addLicenses],
    })
    await tenant.setUser(id, {taken: [e5]})
    clock.advance(userDelay)
    expect((await licences('marta.silva')).assignedLicenses).toEqual([{skuId: flow, disabledPlans: []}])
  })
})

// Plans of each subscription, so that what is off is any part of them in any order.
const plansOf: Readonly<Record<string, readonly string[]>> = {
  [e5]: Object.values(plans),
  [flow]: ['50e68c76-46c6-4674-81f9-75456511b170'],
}
const anyLicences = fc
  .tuple(
    ...[e5, flow].flatMap(skuId =>
      [null, group].map(assignedByGroup =>
        fc.option(
          fc.shuffledSubarray([...(plansOf[skuId] ?? [])]).map(disabledPlans => ({
            ...{skuId, assignedByGroup, disabledPlans},
            lastUpdatedDateTime: '2026-05-18T09:30:00Z',
          })),
        ),
      ),
    ),
  )
  .map(each => each.filter(licence => licence !== null))
/** What a run may find, and what it does: a user with any licences, any units left, one licence given or taken. */
const anyCase = fc.record({
  licences: anyLicences,
  located: fc.boolean(),
  unitsLeft: fc.nat(2),
  skuId: fc.constantFrom(e5, flow),
  seen: fc.boolean(),
})

describe('whatever a user holds', () => {
  /** Contoso with one user as generated; `all` is what Graph says of licences and units, without times. */
  async function prepare() {
    const contoso = await open()
    const {tenant, licences, units} = contoso
    const set = async ({
      licences: held,
      located,
      unitsLeft,
    }: typeof anyCase extends fc.Arbitrary<infer C> ? C : never) => {
      const {directory} = await tenant.state()
      const direct = held.some(({assignedByGroup}) => assignedByGroup === null)
      const usageLocation = located || direct ? 'FR' : null
      const users: readonly DirectoryUser[] = directory.users.map(user =>
        user.givenName === 'Lena' ? {...user, usageLocation, licences: held} : user,
      )
      const skus: Directory['skus'] = directory.skus.map(sku => ({
        ...sku,
        consumedUnits: 30,
        prepaidUnits: {
          ...sku.prepaidUnits,
          enabled:
            30 +
            unitsLeft +
            users.filter(user => user.licences.some(({skuId}) => skuId === sku.skuId)).length,
        },
      }))
      await tenant.changeLater({visibleAt: 0, directory: {users, skus}})
    }
    const all = async () => {
      const {assignedLicenses, licenseAssignmentStates} = await licences('lena.fischer')
      const states = licenseAssignmentStates.map(({skuId, assignedByGroup, disabledPlans}) => ({
        ...{skuId, assignedByGroup, disabledPlans},
      }))
      return {assignedLicenses, states, units: await units()}
    }
    return {...contoso, set, all}
  }

  test('assigned and taken back: as before', async () => {
    const {assign, clock, set, all} = await prepare()
    let sent = 0
    await fc.assert(
      fc.asyncProperty(anyCase, async found => {
        const {skuId, seen} = found
        await set(found)
        const before = await all()
        // What is there already is not sent.
        if (before.states.some(state => state.skuId === skuId && state.assignedByGroup === null)) return
        const {status} = await assign('lena.fischer', give(skuId))
        if (status === 200) {
          sent += 1
          clock.advance(seen ? userDelay : 0)
          expect((await all()).states).toHaveLength(before.states.length + (seen ? 1 : 0))
          expect((await assign('lena.fischer', take(skuId))).status).toBe(200)
        }
        clock.advance(userDelay)
        expect(await all()).toEqual(before)
      }),
      {numRuns: 150},
    )
    expect(sent).toBeGreaterThan(5)
  })

  test('taken and given back with the plans that were off: as before', async () => {
    const {assign, clock, set, all} = await prepare()
    let sent = 0
    await fc.assert(
      fc.asyncProperty(anyCase, async found => {
        const {skuId, seen} = found
        await set(found)
        const before = await all()
        const carried = before.states.find(state => state.skuId === skuId && state.assignedByGroup === null)
        const {status} = await assign('lena.fischer', take(skuId))
        expect(status).toBe(carried === undefined ? 400 : 200)
        if (carried !== undefined) {
          sent += 1
          clock.advance(seen ? userDelay : 0)
          expect((await assign('lena.fischer', give(skuId, carried.disabledPlans))).status).toBe(200)
        }
        clock.advance(userDelay)
        expect(await all()).toEqual(before)
      }),
      {numRuns: 150},
    )
    expect(sent).toBeGreaterThan(20)
  })
})
