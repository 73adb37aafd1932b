import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {memoryStore} from '../../src/engine/store.ts'
import type {RunEvent} from '../../src/model/run.ts'
import {ines, licensing, operation} from './licence-page.ts'
import type {Scene} from './scene.ts'

const made = () => licensing({store: {...memoryStore(), durable: true}})
const {plan, sku} = ines
const licenceOf = (...disabledPlans: readonly string[]) => ({skuId: sku, disabledPlans})

function events<T extends RunEvent['type']>(
  {run}: Scene,
  type: T,
): readonly Extract<RunEvent, {readonly type: T}>[] {
  const all = run.getSnapshot().record?.events ?? []
  return all.filter((event): event is Extract<RunEvent, {readonly type: T}> => event.type === type)
}

async function confirmed({run}: Scene, step: string, undo = false): Promise<void> {
  await run.proposeChange(step, undo)
  await run.confirmChange(step, ines.upn)
}

describe('a licence', () => {
  test('is assigned with the body of the action, read back, and taken away by the undo', async () => {
    const scene = await made()
    await confirmed(scene, 'assign')
    expect(scene.tenant.writes).toMatchObject([
      {
        method: 'POST',
        url: `/v1.0/users/${ines.id}/assignLicense`,
        body: {addLicenses: [licenceOf()], removeLicenses: []},
      },
    ])
    expect(scene.rim.asked).toContain(`/v1.0/users/${ines.upn}`)
    expect(scene.chip('assign')).toBe('change-done')
    expect(events(scene, 'change-sent')).toMatchObject([
      {object: {id: ines.id, name: ines.upn}, before: {licence: false}, wanted: {licence: true}},
    ])
    await confirmed(scene, 'assign', true)
    expect(scene.tenant.writes[1]?.body).toEqual({addLicenses: [], removeLicenses: [sku]})
    expect([scene.chip('assign'), scene.tenant.user.assignedLicenses]).toEqual(['undone', []])
  })

  test('a condition that does not hold is said, and nothing is proposed', async () => {
    const scene = await made()
    scene.tenant.user.usageLocation = 'DE'
    await scene.run.proposeChange('assign', false)
    expect(scene.run.getSnapshot().cards['assign']?.change?.outcome).toMatchObject({
      id: 'lacking',
      condition: {id: 'located'},
    })
    expect(scene.said.at(-1)).toMatchObject({id: 'change-lacking', says: 'assign.no-location'})
    await scene.run.confirmChange('assign', ines.upn)
    expect(scene.tenant.writes).toEqual([])
  })

  test('a condition that changes before the request is stale', async () => {
    const scene = await made()
    await scene.run.proposeChange('assign', false)
    scene.clock.advance(31_000)
    scene.tenant.user.usageLocation = 'DE'
    await scene.run.confirmChange('assign')
    expect([scene.chip('assign'), scene.tenant.writes]).toEqual(['stale', []])
  })

  test('removed and undone, it has the plans off that were off before: read(undo(run(s))) is read(s)', async () => {
    const guid = fc.uuid()
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(guid, {maxLength: 5}),
        fc.uniqueArray(fc.record({skuId: guid, disabledPlans: fc.uniqueArray(guid, {maxLength: 3})}), {
          maxLength: 3,
          selector: ({skuId}) => skuId,
        }),
        fc.constantFrom('assign', 'remove'),
        async (plans, others, step) => {
          const scene = await made()
          const has = step === 'remove' ? [licenceOf(...plans)] : []
          scene.tenant.user.assignedLicenses = [...others, ...has]
          const before = byId(scene.tenant.user.assignedLicenses)
          await confirmed(scene, step)
          expect(byId(scene.tenant.user.assignedLicenses)).not.toEqual(before)
          await confirmed(scene, step, true)
          expect([scene.chip(step), byId(scene.tenant.user.assignedLicenses)]).toEqual(['undone', before])
        },
      ),
      {numRuns: 60},
    )
  })

  test('an undo that brought other plans back is not seen as undone', async () => {
    const scene = await made()
    scene.tenant.user.assignedLicenses = [licenceOf(plan)]
    await confirmed(scene, 'remove')
    scene.tenant.answer = () => {
      scene.tenant.user.assignedLicenses = [licenceOf()]
      return {status: 200}
    }
    await confirmed(scene, 'remove', true)
    expect(scene.chip('remove')).toBe('accepted')
  })
})

describe('what a run is about', () => {
  test('nothing is asked of Graph before it is known', async () => {
    const scene = await made()
    await scene.run.start('graph', null)
    await scene.run.lookAtChange('assign')
    expect(scene.said.at(-1)).toMatchObject({id: 'input-missing', inputs: ['user', 'sku', 'country']})
    expect(scene.rim.asked.filter(each => each.startsWith('/'))).toEqual([])
  })

  test.each<[input: string, value: string]>([
    ['user', 'ines'],
    ['user', "x' or 'a@contoso.com"],
    ['user', 'a/../b@contoso.com'],
    ['sku', 'ENTERPRISEPACK'],
    ['sku', `${sku}'] | [`],
    ['country', 'fr'],
    ['nothing', 'FR'],
  ])('%s %s is no value of it', async (input, value) => {
    const scene = await made()
    const before = events(scene, 'input-set').length
    expect(await scene.run.setInput(input, value)).toBe(false)
    expect(events(scene, 'input-set')).toHaveLength(before)
  })

  test('another user: what was read of the first no longer counts', async () => {
    const scene = await made()
    await scene.run.lookAtChange('assign')
    expect(scene.chip('assign')).toBe('ready-change')
    expect(await scene.run.setInput('user', 'paul@contoso.com')).toBe(true)
    expect(scene.run.getSnapshot().cards['assign']?.change?.outcome.id).toBe('unread')
    expect(await scene.run.setInput('user', 'paul@contoso.com'), 'the same again').toBe(true)
    expect(events(scene, 'input-set')).toHaveLength(4)
  })

  test('once a request rests on it, it stays', async () => {
    const scene = await made()
    await confirmed(scene, 'assign')
    expect(await scene.run.setInput('user', 'paul@contoso.com')).toBe(false)
    expect(scene.said.at(-1)).toMatchObject({id: 'input-locked', input: 'user'})
    expect(scene.run.getSnapshot().state.inputs['user']?.value).toBe(ines.upn)
  })
})

describe('a password reset', () => {
  test('asks for the user’s name typed, sends once, follows the operation, and shows the password until it is taken away', async () => {
    const scene = await made()
    await scene.run.proposeChange('reset', false)
    for (const typed of ['', 'ines.moreau', 'paul@contoso.com']) await scene.run.confirmChange('reset', typed)
    expect(scene.tenant.writes).toEqual([])
    await scene.run.confirmChange('reset', ` ${ines.upn.toUpperCase()} `)
    const [write] = scene.tenant.writes
    const {newPassword} = write?.body as {newPassword: string}
    expect(newPassword).toMatch(/^\S{20}$/)
    expect(scene.run.getSnapshot().secrets).toEqual({reset: newPassword})
    expect(scene.rim.asked).toContain(operation)
    expect(events(scene, 'change-answered')).toMatchObject([{problem: null, operation}])
    expect(events(scene, 'operation-read')).toMatchObject([{status: 'succeeded'}])
    expect([scene.chip('reset'), scene.said.at(-1)?.id]).toEqual(['change-done', 'change-done'])
    expect(JSON.stringify([scene.run.getSnapshot().record, scene.said])).not.toContain(newPassword)
    expect((await scene.run.exportFile())?.json).not.toContain(newPassword)
    scene.run.dismissSecret('reset')
    expect(scene.run.getSnapshot().secrets).toEqual({})
  })

  test.each(['failed', 'skipped'])(
    'that Graph says %s is not done, and the next look may begin again',
    async status => {
      const scene = await made()
      scene.tenant.operation = status
      await confirmed(scene, 'reset')
      const outcome = () => scene.run.getSnapshot().cards['reset']?.change?.outcome.id
      expect([outcome(), scene.said.at(-1)]).toEqual([
        'operation-failed',
        {id: 'operation-failed', step: 'reset', assertive: true},
      ])
      await scene.run.lookAtChange('reset')
      expect(outcome()).toBe('ready')
    },
  )

  test('that goes on longer than the page waits is accepted, and a later look reads the same operation', async () => {
    const scene = await made()
    scene.tenant.operation = 'running'
    await confirmed(scene, 'reset')
    expect([scene.chip('reset'), scene.said.at(-1)?.id]).toEqual(['accepted', 'change-accepted'])
    scene.tenant.operation = 'succeeded'
    await scene.run.lookAtChange('reset')
    expect(scene.chip('reset')).toBe('change-done')
    expect(scene.tenant.writes).toHaveLength(1)
  })

  test.each<[name: string, location: string | undefined]>([
    ['none', undefined],
    ['of another user', operation.replace(ines.id, '00000000-0000-4000-8000-000000000000')],
    ['of something else', '/v1.0/users?$select=id'],
    ['with a step up', operation.replace('2b8e4e1b', '..')],
  ])('with a Location that is %s is accepted and not followed', async (_, location) => {
    const scene = await made()
    scene.tenant.answer = () => ({status: 202, ...(location === undefined ? {location: ''} : {location})})
    await confirmed(scene, 'reset')
    expect(scene.chip('reset')).toBe('accepted')
    expect(events(scene, 'change-answered')).toMatchObject([{operation: null}])
    expect(scene.rim.asked.filter(each => each.includes('operations'))).toEqual([])
  })

  test('that was refused shows no password any more', async () => {
    const scene = await made()
    scene.tenant.answer = () => ({status: 403, body: {error: {code: 'Authorization_RequestDenied'}}})
    await confirmed(scene, 'reset')
    expect([scene.chip('reset'), scene.run.getSnapshot().secrets]).toEqual(['failed', {}])
  })

  test('whose answer is not known keeps the password in sight: it may be the right one', async () => {
    const scene = await made()
    scene.tenant.answer = () => ({status: 504})
    await confirmed(scene, 'reset')
    expect(scene.chip('reset')).toBe('sent-unknown')
    expect(Object.keys(scene.run.getSnapshot().secrets)).toEqual(['reset'])
    expect(scene.tenant.writes).toHaveLength(1)
  })

  test('is refused for oneself and for a user that is not synchronised', async () => {
    const scene = await made()
    scene.tenant.user.onPremisesSyncEnabled = null
    await scene.run.proposeChange('reset', false)
    expect(scene.said.at(-1)).toMatchObject({id: 'change-lacking', says: 'reset.not-synced'})
  })

  test('a new run and a sign-out take the password away', async () => {
    for (const leave of [
      (scene: Scene) => scene.run.start('graph', null),
      (scene: Scene) => scene.run.signOut(),
    ]) {
      const scene = await made()
      await confirmed(scene, 'reset')
      await leave(scene)
      expect(scene.run.getSnapshot().secrets).toEqual({})
    }
  })
})

function byId(licences: readonly {readonly skuId: string; readonly disabledPlans: readonly string[]}[]) {
  return Object.fromEntries(licences.map(({skuId, disabledPlans}) => [skuId, [...disabledPlans].sort()]))
}
