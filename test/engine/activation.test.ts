import {expect, test} from 'vitest'
import {activationWait} from '../../src/engine/activation.ts'
import type {GraphAnswer} from '../../src/engine/ports.ts'
import {RunProblem} from '../../src/engine/problem.ts'
import {hybridAdmin} from './contoso.ts'
import {ready, refusal, settled, tenantAnswer, type Scene} from './scene.ts'

const held = {body: {value: [{roleDefinitionId: hybridAdmin, endDateTime: '2026-11-22T14:30:00Z'}]}}
const none = {body: {value: []}}

/** An account whose role is eligible, and active once `isActive` says so. */
async function eligible(isActive: (scene: Scene) => boolean = () => false): Promise<Scene> {
  const scene = await ready()
  scene.rim.answer = call => {
    if (call.id === 'eligible') return held
    if (['active', 'ends'].includes(call.id)) return isActive(scene) ? held : none
    return call.id === 'groups' ? none : tenantAnswer(call)
  }
  await scene.run.press('account', 'roles')
  expect(scene.chip('account')).toBe('role-eligible')
  scene.rim.asked.length = 0
  return scene
}

const tokens = ({rim}: Scene) => rim.asked.filter(asked => asked.includes('token'))
const pressed = ({types}: Scene) => types().filter(type => type === 'press-done').length

test('a role that is there at once is read with a new token', async () => {
  const scene = await eligible(({ids}) => ids().includes('read-done'))
  const {run, clock, chip, said} = scene
  await run.activated('account', 'roles')
  expect(tokens(scene)).toEqual(['fresh token RoleManagement.Read.Directory User.Read'])
  expect(clock.waits).toEqual([])
  expect(chip('account')).toBe('read-verified')
  expect(said.slice(-2).map(({id}) => id)).toEqual(['read-done', 'role-active'])
  expect(said.at(-1)).toMatchObject({until: '2026-11-22T14:30:00Z', assertive: false})
  expect(run.getSnapshot().session.roles.until).toBe('2026-11-22T14:30:00Z')
})

test('a role that comes late is waited for in sight, and the token is renewed once more', async () => {
  const scene = await eligible(({clock}) => clock.waits.length >= 3)
  const {run, clock, chip, ids} = scene
  const phases = new Set<string>()
  run.subscribe(() => phases.add(run.getSnapshot().live['account']?.phase ?? 'none'))
  await run.activated('account', 'roles')
  expect(clock.waits).toEqual([5000, 5000, 5000])
  expect(tokens(scene)).toHaveLength(2)
  expect([...phases]).toContain('searching')
  expect([chip('account'), ids().at(-1)]).toEqual(['read-verified', 'role-active'])
  expect(run.getSnapshot().live['account']).toBeUndefined()
})

test('after two minutes it says to look again later, and the step keeps its place', async () => {
  const scene = await eligible()
  const {run, clock, chip, ids} = scene
  await run.activated('account', 'roles')
  expect(clock.waits).toHaveLength(activationWait.total / activationWait.every)
  expect([chip('account'), ids().at(-1)]).toEqual(['role-eligible', 'role-not-yet'])
  expect(run.getSnapshot().session.roles).toMatchObject({active: [], until: null})
})

test('looking leaves nothing in the record: what was read last does', async () => {
  const scene = await eligible(({clock}) => clock.waits.length >= 5)
  await scene.run.activated('account', 'roles')
  expect(pressed(scene)).toBe(2)
})

test('the wait can be stopped, and leaves what was read before', async () => {
  const scene = await eligible()
  const {run, clock, chip, ids} = scene
  clock.hold()
  const looking = run.activated('account', 'roles')
  await settled()
  expect(run.getSnapshot().live['account']).toMatchObject({phase: 'searching', press: 'roles'})
  expect(run.getSnapshot().busy).toBe(true)
  run.stop('account')
  await looking
  expect([chip('account'), ids().at(-1), pressed(scene)]).toEqual(['role-eligible', 'stopped', 1])
})

test('what Graph refuses is not waited for', async () => {
  const scene = await eligible()
  const {run, rim, clock} = scene
  rim.answer = (): Partial<GraphAnswer> => refusal('Authorization_RequestDenied')
  await run.activated('account', 'roles')
  expect(clock.waits).toEqual([])
  expect(run.getSnapshot().cards['account']?.problem?.code).toBe('role-missing')
})

test('a token that needs the person asks at the next press', async () => {
  const {run, rim, chip} = await eligible()
  rim.fails.token = new RunProblem('sign-in-required')
  await run.activated('account', 'roles')
  expect(chip('account')).toBe('sign-in')
})

test('nothing is done for a press that the page does not have', async () => {
  const {run, rim} = await eligible()
  await run.activated('account', 'other')
  await run.activated('other', 'roles')
  expect(rim.asked).toEqual([])
})
