// What was confirmed is sent for that user, by that account, in that tenant and mode, and for nothing else.
import {describe, expect, test} from 'vitest'
import {RunProblem} from '../../src/engine/index.ts'
import {memoryStore} from '../../src/engine/store.ts'
import type {RunEventBody} from '../../src/model/run.ts'
import {fabrikam} from './contoso.ts'
import {ines, licensing, operation, type LicenceTenant} from './licence-page.ts'
import {settled, type Scene} from './scene.ts'

type Made = Scene & {readonly tenant: LicenceTenant}

const made = (): Promise<Made> => licensing({store: {...memoryStore(), durable: true}})
const other = {id: 'sku', value: '05e9a617-0261-4cee-bb44-138d3ef5d965'}
const types = (scene: Scene) => scene.types()
const bob = {objectId: 'o-bob', name: 'Bob', username: 'bob@contoso.com'}

/** Another tab of the same browser writes into the run, and this one hears of it. */
async function otherTab(scene: Scene, body: RunEventBody): Promise<void> {
  const id = scene.run.getSnapshot().record?.id ?? ''
  const moment = {v: 1, at: '2026-11-22T09:00:00.000Z', utcOffset: 60} as const
  await scene.store.append(id, ({length}) => [{...body, ...moment, seq: length}])
}

/** Holds the reads until it is let go. */
function hold(scene: Scene): () => void {
  let go: () => void = () => undefined
  scene.rim.onRead = () => new Promise(resolve => (go = resolve))
  return () => {
    scene.rim.onRead = () => Promise.resolve()
    go()
  }
}

describe('after the confirmation', () => {
  test.each<[name: string, meanwhile: (scene: Made) => Promise<unknown>]>([
    ['another licence is chosen', ({run}) => run.setInput(other.id, other.value)],
    ['another user is named', ({run}) => run.setInput('user', 'paul@contoso.com')],
    ['the account signs out', ({run}) => run.signOut()],
    ['the mode is changed', ({run}) => run.setMode('unsigned')],
  ])('%s: nothing is sent, whatever is pressed', async (_, meanwhile) => {
    const scene = await made()
    await scene.run.proposeChange('assign', false)
    scene.rim.fails.token = new RunProblem('consent-required', {scopes: ['LicenseAssignment.ReadWrite.All']})
    await scene.run.confirmChange('assign')
    await meanwhile(scene)
    await scene.run.confirmChange('assign')
    await settled()
    expect([scene.tenant.writes, types(scene).includes('change-sent')]).toEqual([[], false])
  })

  test.each<[name: string, body: RunEventBody]>([
    ['chooses another licence', {type: 'input-set', input: 'sku', value: other.value, shown: 'E5'}],
    ['goes on without sign-in', {type: 'mode-changed', mode: 'unsigned'}],
    [
      'signs in another account',
      {type: 'signed-in', account: bob, tenant: {id: '4c0f1a52-9d3e-4b7a-8f21-6f0c5d1e7a90', name: ''}},
    ],
    ['signs in to another tenant', {type: 'signed-in', account: bob, tenant: fabrikam}],
    ['signs out', {type: 'signed-out'}],
  ])('another tab %s: the store’s word counts, and nothing is sent', async (_, body) => {
    const scene = await made()
    await scene.run.proposeChange('assign', false)
    await otherTab(scene, body)
    await scene.run.confirmChange('assign')
    expect([scene.tenant.writes, types(scene).includes('change-sent')]).toEqual([[], false])
    expect(scene.run.getSnapshot().cards['assign']?.id).not.toBe('change-done')
  })

  test('a value that another tab gives while it is read again stops it too', async () => {
    const scene = await made()
    await scene.run.proposeChange('assign', false)
    scene.clock.advance(31_000)
    const go = hold(scene)
    const confirmed = scene.run.confirmChange('assign')
    await settled()
    await otherTab(scene, {type: 'input-set', input: 'sku', value: other.value, shown: 'E5'})
    go()
    await confirmed
    expect(scene.tenant.writes).toEqual([])
  })

  test('a clock that was set back makes no confirmation young', async () => {
    const scene = await made()
    await scene.run.proposeChange('assign', false)
    scene.clock.advance(-3_600_000)
    scene.tenant.user.usageLocation = 'DE'
    await scene.run.confirmChange('assign')
    expect([scene.chip('assign'), scene.tenant.writes]).toEqual(['stale', []])
  })

  test('the name that has to be typed is asked for again after anything else at the step', async () => {
    const scene = await made()
    await scene.run.proposeChange('reset', false)
    await scene.run.setMode('unsigned')
    await scene.run.setMode('graph')
    await scene.run.confirmChange('reset', ines.upn)
    expect(scene.tenant.writes).toEqual([])
  })

  test('one change at a time', async () => {
    const scene = await made()
    await scene.run.proposeChange('reset', false)
    await scene.run.proposeChange('assign', false)
    let sent: () => void = () => undefined
    scene.rim.onWrite = () => new Promise(resolve => (sent = resolve))
    const first = scene.run.confirmChange('assign')
    await settled()
    await scene.run.confirmChange('reset', ines.upn)
    expect(scene.said.at(-1)).toMatchObject({id: 'busy'})
    sent()
    await first
    expect(scene.tenant.writes.map(({url}) => url)).toEqual([`/v1.0/users/${ines.id}/assignLicense`])
  })
})

test.each([
  ['a look at a change', (scene: Scene) => scene.run.lookAtChange('assign')],
  ['the question before one', (scene: Scene) => scene.run.proposeChange('assign', false)],
])('%s is of the user it was asked for, or of nobody', async (_, act) => {
  const scene = await made()
  const go = hold(scene)
  const reading = act(scene)
  await settled()
  await scene.run.setInput('user', 'paul@contoso.com')
  go()
  await reading
  expect(types(scene)).not.toContain('change-read')
  expect([scene.run.getSnapshot().live, scene.said.at(-1)]).toMatchObject([{}, {id: 'stopped'}])
})

test('what cannot be undone is not sent by an undo', async () => {
  const scene = await made()
  scene.tenant.user.onPremisesSyncEnabled = null
  await scene.run.proposeChange('reset', true)
  await scene.run.confirmChange('reset', ines.upn)
  expect(scene.tenant.writes).toEqual([])
})

describe('an operation', () => {
  test('that goes on is followed instead of begun again', async () => {
    const scene = await made()
    scene.tenant.operation = 'running'
    await scene.run.proposeChange('reset', false)
    await scene.run.confirmChange('reset', ines.upn)
    await scene.run.proposeChange('reset', false)
    expect([scene.run.getSnapshot().live, scene.said.at(-1)?.id]).toEqual([{}, 'change-accepted'])
  })

  test('that Graph knows nothing of any more can be begun again, after a question', async () => {
    const scene = await made()
    scene.tenant.operation = 'running'
    await scene.run.proposeChange('reset', false)
    await scene.run.confirmChange('reset', ines.upn)
    const {answer} = scene.rim
    scene.rim.answer = call => (call.url === operation ? {status: 404} : answer(call))
    await scene.run.proposeChange('reset', false)
    expect(scene.run.getSnapshot().live['reset']?.phase).toBe('confirming')
  })

  test('that may not be read is said at once', async () => {
    const scene = await made()
    scene.tenant.operation = 'running'
    await scene.run.proposeChange('reset', false)
    await scene.run.confirmChange('reset', ines.upn)
    const {answer} = scene.rim
    scene.rim.answer = call => (call.url === operation ? {status: 403} : answer(call))
    const waits = scene.clock.waits.length
    await scene.run.lookAtChange('reset')
    expect(scene.clock.waits).toHaveLength(waits)
    expect(types(scene).at(-1)).toBe('press-failed')
  })

  test('of an unclear request is never settled by a look at the user', async () => {
    const scene = await made()
    scene.tenant.answer = () => ({status: 504})
    await scene.run.proposeChange('reset', false)
    await scene.run.confirmChange('reset', ines.upn)
    for (let look = 0; look < 3; look += 1) await scene.run.lookAtChange('reset')
    expect(scene.chip('reset')).toBe('sent-unknown')
  })
})

test('a second password that is refused leaves the first in sight', async () => {
  const scene = await made()
  scene.tenant.answer = () => ({status: 504})
  await scene.run.proposeChange('reset', false)
  await scene.run.confirmChange('reset', ines.upn)
  const {reset} = scene.run.getSnapshot().secrets
  scene.tenant.answer = () => ({status: 403})
  await scene.run.proposeChange('reset', false)
  await scene.run.confirmChange('reset', ines.upn)
  expect(scene.tenant.writes).toHaveLength(2)
  expect(scene.run.getSnapshot().secrets).toEqual({reset})
})

test('another user who has what was sent for the first proves nothing', async () => {
  const scene = await made()
  scene.tenant.answer = write => {
    write()
    scene.tenant.user.id = '00000000-0000-4000-8000-000000000000'
    return {status: 200}
  }
  await scene.run.proposeChange('assign', false)
  await scene.run.confirmChange('assign')
  expect(scene.chip('assign')).toBe('accepted')
})
