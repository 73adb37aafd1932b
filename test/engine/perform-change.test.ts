import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {RunProblem} from '../../src/engine/index.ts'
import {memoryStore} from '../../src/engine/store.ts'
import type {RunEvent} from '../../src/model/run.ts'
import {changing} from './change-page.ts'
import {fabrikam} from './contoso.ts'
import {refusal, settled, type Scene} from './scene.ts'

const on = {softMatch: true, hardMatch: true}
const off = {softMatch: false, hardMatch: false}
const write = 'PATCH /v1.0/directory/onPremisesSynchronization/4c0f1a52-9d3e-4b7a-8f21-6f0c5d1e7a90'
const both = `${write} ${JSON.stringify({features: on})}`

/** A store of a browser that keeps what it is given. */
const durable = () => ({...memoryStore(), durable: true})

const made = (setting: Parameters<typeof changing>[0] = {}) => changing({store: durable(), ...setting})

function events<T extends RunEvent['type']>(
  {run}: Scene,
  type: T,
): readonly Extract<RunEvent, {readonly type: T}>[] {
  const all = run.getSnapshot().record?.events ?? []
  return all.filter((event): event is Extract<RunEvent, {readonly type: T}> => event.type === type)
}

const change = ({run}: Scene) => run.getSnapshot().cards['block']?.change
const writesOf = ({rim}: Scene) => rim.asked.filter(each => each.startsWith('PATCH'))

async function confirmed(scene: Scene, undo = false): Promise<void> {
  await scene.run.proposeChange('block', undo)
  await scene.run.confirmChange('block')
}

describe('looking', () => {
  test('says what stands otherwise, and asks for no permission to write', async () => {
    const scene = await made()
    await scene.run.lookAtChange('block')
    expect(scene.chip('block')).toBe('ready-change')
    expect(change(scene)?.differences.map(({id}) => id)).toEqual(['softMatch', 'hardMatch'])
    expect(scene.said.at(-1)).toMatchObject({id: 'change-read', count: 2})
    expect(scene.rim.asked.join()).not.toContain('ReadWrite')
  })

  test('says that all is so already', async () => {
    const scene = await made()
    scene.tenant.features = {...on}
    await scene.run.lookAtChange('block')
    expect(scene.chip('block')).toBe('already-so')
    expect(scene.run.getSnapshot().counts.verified).toBe(1)
    await scene.run.proposeChange('block', false)
    expect(scene.run.getSnapshot().live).toEqual({})
    expect(scene.said.at(-1)).toMatchObject({id: 'change-read', count: 0})
  })

  test('a property that Graph does not return is not known, and nothing is proposed', async () => {
    const scene = await made()
    scene.tenant.features = {softMatch: false}
    await scene.run.lookAtChange('block')
    expect(scene.chip('block')).toBe('could-not-check')
    await scene.run.proposeChange('block', false)
    expect(scene.run.getSnapshot().live).toEqual({})
  })

  test('a role that may not read shows as such, and a later look takes it away', async () => {
    const scene = await made()
    const {answer} = scene.rim
    scene.rim.answer = () => refusal('Authorization_RequestDenied')
    await scene.run.lookAtChange('block')
    expect(scene.run.getSnapshot().cards['block']).toMatchObject({id: 'could-not-check', because: 'role'})
    scene.rim.answer = answer
    await scene.run.lookAtChange('block')
    expect(scene.chip('block')).toBe('ready-change')
  })
})

describe('changing', () => {
  test('reads, asks, keeps the intent, sends once, reads back', async () => {
    const scene = await made()
    scene.rim.onWrite = () => {
      expect(events(scene, 'change-sent'), 'kept before it is sent').toHaveLength(1)
      return Promise.resolve()
    }
    await scene.run.proposeChange('block', false)
    expect(scene.run.getSnapshot().live['block']).toMatchObject({
      phase: 'confirming',
      proposal: {undo: false, found: off, wanted: on},
    })
    expect(writesOf(scene)).toEqual([])
    await scene.run.confirmChange('block')
    expect(writesOf(scene)).toEqual([both])
    expect(scene.types().slice(-4)).toEqual(['change-read', 'change-sent', 'change-answered', 'change-read'])
    expect(events(scene, 'change-sent')).toMatchObject([
      {undo: false, before: off, wanted: on, clientRequestId: scene.tenant.writes[0]?.id},
    ])
    expect(scene.chip('block')).toBe('change-done')
    expect(scene.said.at(-1)).toMatchObject({id: 'change-done', says: 'block.done'})
    expect(scene.run.getSnapshot().live).toEqual({})
    await scene.run.confirmChange('block')
    expect(writesOf(scene), 'confirmed once is sent once').toHaveLength(1)
  })

  test('only what differs is sent', async () => {
    const scene = await made()
    scene.tenant.features = {...off, softMatch: true}
    await confirmed(scene)
    expect(writesOf(scene)).toEqual([`${write} {"features":{"hardMatch":true}}`])
    expect(events(scene, 'change-sent')).toMatchObject([
      {before: {hardMatch: false}, wanted: {hardMatch: true}},
    ])
  })

  test('what changed since the look is stale, and nothing is sent', async () => {
    const scene = await made()
    await scene.run.lookAtChange('block')
    scene.tenant.features = {...off, softMatch: true}
    await scene.run.proposeChange('block', false)
    expect([scene.chip('block'), scene.run.getSnapshot().live]).toEqual(['stale', {}])
    expect(scene.said.at(-1)).toMatchObject({id: 'change-stale', assertive: true})
    await scene.run.confirmChange('block')
    expect(writesOf(scene)).toEqual([])
    await confirmed(scene)
    expect(scene.chip('block'), 'what is shown now may be confirmed').toBe('change-done')
  })

  test('confirmed at once it is not read again; after half a minute, or a question, it is', async () => {
    const reads = (scene: Scene) => scene.rim.asked.filter(each => each.startsWith('/v1.0')).length
    const quick = await made()
    await confirmed(quick)
    expect(reads(quick)).toBe(2)
    const late = await made()
    await late.run.proposeChange('block', false)
    late.clock.advance(30_001)
    await late.run.confirmChange('block')
    expect(reads(late)).toBe(3)
    const asked = await made()
    await asked.run.proposeChange('block', false)
    asked.rim.fails.token = new RunProblem('consent-required', {
      scopes: ['OnPremDirectorySynchronization.ReadWrite.All'],
    })
    await asked.run.confirmChange('block')
    expect([asked.chip('block'), writesOf(asked)]).toEqual(['consent', []])
    await asked.run.confirmChange('block')
    expect([reads(asked), asked.chip('block')]).toEqual([3, 'change-done'])
  })

  test('what changed while a permission was asked for is stale', async () => {
    const scene = await made()
    await scene.run.proposeChange('block', false)
    scene.rim.fails.token = new RunProblem('consent-required')
    await scene.run.confirmChange('block')
    scene.tenant.features = {...on}
    await scene.run.confirmChange('block')
    expect([scene.chip('block'), writesOf(scene)]).toEqual(['stale', []])
    await scene.run.confirmChange('block')
    expect(writesOf(scene)).toEqual([])
  })

  test('taken back, nothing is sent', async () => {
    const scene = await made()
    await scene.run.proposeChange('block', false)
    scene.run.cancelChange('block')
    expect([scene.run.getSnapshot().live, scene.ids().at(-1)]).toEqual([{}, 'change-cancelled'])
    await scene.run.confirmChange('block')
    expect(writesOf(scene)).toEqual([])
  })

  test('an intent that cannot be kept is not sent', async () => {
    const full = durable()
    const scene = await made({
      store: {...full, append: (id, make) => full.append(id, log => refuseIntent(make(log)))},
    })
    await confirmed(scene)
    expect(writesOf(scene)).toEqual([])
    expect(scene.run.getSnapshot().cards['block']).toMatchObject({
      id: 'failed',
      cause: {code: 'record-not-kept'},
    })
  })

  test('a browser that keeps nothing changes nothing real, and may practise', async () => {
    const real = await changing()
    await confirmed(real)
    expect([writesOf(real), real.chip('block')]).toEqual([[], 'failed'])
    const practice = await changing({mode: 'practice'})
    await practice.run.start('practice', null)
    practice.run.prepare()
    await settled()
    await confirmed(practice)
    expect(writesOf(practice)).toEqual([both])
  })

  test('an account of another tenant changes nothing', async () => {
    const scene = await made()
    await scene.run.proposeChange('block', false)
    scene.rim.session = {
      account: {objectId: 'o', name: 'Eve', username: 'e@f.example'},
      tenant: {id: fabrikam.id},
    }
    await scene.run.confirmChange('block')
    expect(writesOf(scene)).toEqual([])
    expect(scene.ids()).toContain('tenant-changed')
  })
})

describe('an answer that is not a success', () => {
  test.each([
    [403, 'Authorization_RequestDenied', 'role-missing'],
    [400, 'Request_BadRequest', 'request-invalid'],
    [412, null, 'changed-since'],
    [429, null, 'throttled'],
  ])('%i %s: nothing was changed, and that was read', async (status, code, problem) => {
    const scene = await made()
    scene.tenant.answer = () => ({status, body: code === null ? null : {error: {code}}})
    await confirmed(scene)
    expect(writesOf(scene)).toHaveLength(1)
    expect(scene.run.getSnapshot().cards['block']).toMatchObject({id: 'failed', cause: {code: problem}})
    expect(events(scene, 'change-read').at(-1)?.values).toEqual(off)
    await scene.run.lookAtChange('block')
    expect(scene.chip('block')).toBe('ready-change')
  })

  test.each([
    ['a gateway that gave up after it was done', true, 'change-done'],
    ['a gateway that gave up before', false, 'sent-unknown'],
  ])('%s: read back, sent once', async (_, done, chip) => {
    const scene = await made()
    scene.tenant.answer = act => {
      if (done) act()
      return {status: 504}
    }
    await confirmed(scene)
    expect([writesOf(scene).length, scene.chip('block')]).toEqual([1, chip])
    if (done) return
    expect(scene.said.at(-1)).toMatchObject({id: 'change-unknown', assertive: true})
    await scene.run.lookAtChange('block')
    expect(scene.chip('block'), 'a look of its own decides').toBe('ready-change')
  })

  test('no answer at all is unclear, whatever was stopped', async () => {
    const scene = await made()
    scene.rim.onWrite = signal => {
      scene.run.stop('block')
      return Promise.reject(signal.reason as Error)
    }
    await confirmed(scene)
    expect([scene.chip('block'), scene.types().at(-1)]).toEqual(['sent-unknown', 'change-answered'])
    expect(scene.said.at(-1)).toMatchObject({id: 'change-unknown', assertive: true})
  })

  test('a tab that is closed in between leaves a request whose answer nobody knows', async () => {
    const store = durable()
    const scene = await made({store})
    scene.rim.onWrite = () => new Promise(() => undefined)
    await scene.run.proposeChange('block', false)
    void scene.run.confirmChange('block')
    await settled()
    const later = await made({store})
    await later.run.open('run-1')
    expect(later.chip('block')).toBe('sent-unknown')
    await later.run.lookAtChange('block')
    expect(later.chip('block'), 'Graph may show it later').toBe('sent-unknown')
    expect(later.said.at(-1)).toMatchObject({id: 'change-unknown', assertive: false})
    later.tenant.features = {...on}
    await later.run.lookAtChange('block')
    expect(later.chip('block')).toBe('change-done')
  })

  test('a stronger token is asked for at the next press, and what was confirmed is sent then', async () => {
    const scene = await made()
    scene.rim.write = () => {
      throw new RunProblem('sign-in-required', {status: 401, claims: 'c-1'})
    }
    await confirmed(scene)
    expect([scene.chip('block'), writesOf(scene).length]).toEqual(['sign-in', 1])
    scene.rim.write = call => {
      scene.tenant.features = {...scene.tenant.features, ...(call.body as {features: object}).features}
      return {status: 204}
    }
    await scene.run.confirmChange('block')
    expect([scene.chip('block'), writesOf(scene).length]).toEqual(['change-done', 2])
    expect(scene.rim.asked.filter(each => each.startsWith('consent'))).toEqual([
      expect.stringContaining('with c-1'),
    ])
  })

  test('accepted and not seen in time is neither done nor failed', async () => {
    const scene = await made()
    scene.tenant.answer = () => ({status: 204})
    await confirmed(scene)
    expect([scene.chip('block'), scene.ids().at(-1)]).toEqual(['accepted', 'change-accepted'])
    expect(scene.clock.waits).toHaveLength(12)
    scene.tenant.features = {...on}
    await scene.run.lookAtChange('block')
    expect(scene.chip('block')).toBe('change-done')
  })
})

describe('undoing', () => {
  test('sends back what was captured, of the properties that were touched', async () => {
    const scene = await made()
    scene.tenant.features = {...off, hardMatch: true, other: 'kept'}
    await confirmed(scene)
    expect(change(scene)?.undo).toEqual({wanted: {softMatch: false}, changedSince: false})
    await confirmed(scene, true)
    expect(writesOf(scene).at(-1)).toBe(`${write} {"features":{"softMatch":false}}`)
    expect([scene.chip('block'), scene.tenant.features]).toEqual([
      'undone',
      {...off, hardMatch: true, other: 'kept'},
    ])
    expect(scene.said.at(-1)).toMatchObject({id: 'change-undone', says: 'block.undone'})
  })

  test('says that somebody changed it since', async () => {
    const scene = await made()
    await confirmed(scene)
    scene.tenant.features = {...on, hardMatch: false}
    await scene.run.lookAtChange('block')
    expect(change(scene)?.undo).toEqual({wanted: off, changedSince: true})
  })

  test('values of a file are never sent', async () => {
    const scene = await made()
    await confirmed(scene)
    const file = await scene.run.exportFile()
    if (!file) throw new Error('a run')
    const other = await made({id: 'other'})
    other.tenant.features = {...on}
    expect(await other.run.importFile(new Blob([file.json]))).toHaveProperty('id')
    expect(change(other)?.record.sent).toHaveLength(1)
    expect(other.chip('block'), 'not green').toBe('not-read-since')
    await other.run.lookAtChange('block')
    expect(change(other)?.undo).toBeNull()
    await other.run.proposeChange('block', true)
    expect(other.run.getSnapshot().live).toEqual({})
  })

  test('read(undo(run(s))) is read(s)', async () => {
    const state = fc.record({softMatch: fc.boolean(), hardMatch: fc.boolean(), other: fc.string()})
    await fc.assert(
      fc.asyncProperty(state, async before => {
        const scene = await made()
        scene.tenant.features = {...before}
        await confirmed(scene)
        expect(scene.tenant.features).toMatchObject({...before, ...on})
        await confirmed(scene, true)
        expect(scene.tenant.features).toEqual(before)
      }),
      {numRuns: 40},
    )
  })
})

function refuseIntent<T extends {readonly type: string}>(added: readonly T[]): readonly T[] {
  if (added.some(({type}) => type === 'change-sent')) throw new DOMException('full', 'QuotaExceededError')
  return added
}
