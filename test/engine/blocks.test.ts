import {describe, expect, test} from 'vitest'
import type {BoundStep} from '../../src/model/action.ts'
import type {PageModel} from '../../src/model/page.ts'
import {isReason, restsOn} from '../../src/engine/blocks.ts'
import {memoryStore} from '../../src/engine/store.ts'
import {changePage, changing} from './change-page.ts'
import {ines, licencePage} from './licence-page.ts'
import {ready, scene, tenantAnswer} from './scene.ts'

const reason = 'Writeback is not used in this tenant.'

/** The page whose change comes after the wizard and after the account was read. */
const ordered: PageModel = {
  ...changePage,
  steps: changePage.steps.map(step => (step.id === 'block' ? {...step, after: ['wizard', 'account']} : step)),
}

async function changingInOrder(setting: Parameters<typeof changing>[0] = {}) {
  const made = await changing({page: ordered, store: {...memoryStore(), durable: true}, ...setting})
  const features = made.rim.answer
  made.rim.answer = call => (call.id === 'features' ? features(call) : tenantAnswer(call))
  return made
}

describe('a reason', () => {
  test.each([
    ['', false],
    ['   ', false],
    ['no', false],
    ['not needed', false],
    ['a b c', false],
    [reason, true],
    ['La réécriture ne sert pas ici.', true],
  ])('“%s”: %s', (text, is) => {
    expect(isReason(text)).toBe(is)
  })
})

describe('a change that comes after other steps', () => {
  test('is held up by the first of them that is not done, and no request is prepared', async () => {
    const {run, rim, tenant, said} = await changingInOrder()
    await run.lookAtChange('block')
    expect(run.getSnapshot().cards['block']).toMatchObject({
      id: 'blocked',
      by: {kind: 'step', step: 'wizard'},
    })
    const asked = rim.asked.length
    await run.proposeChange('block', false)
    expect(said.at(-1)).toMatchObject({id: 'blocked', step: 'block', by: 'wizard'})
    await run.confirmChange('block')
    expect([rim.asked.length, tenant.writes]).toEqual([asked, []])
  })

  test('goes on once each is marked done, verified or skipped with a reason', async () => {
    const {run, chip} = await changingInOrder()
    await run.lookAtChange('block')
    await run.tick('wizard')
    expect(run.getSnapshot().cards['block']).toMatchObject({
      id: 'blocked',
      by: {kind: 'step', step: 'account'},
    })
    await run.press('account', 'run')
    expect(chip('block')).toBe('ready-change')
    await run.untick('wizard')
    expect(chip('block')).toBe('blocked')
    await run.skip('wizard', reason)
    expect(chip('block')).toBe('ready-change')
    expect(run.getSnapshot().cards['block']?.restsOnSkipped).toEqual(['wizard'])
    await run.unskip('wizard')
    expect(chip('block')).toBe('blocked')
  })

  test('what was found against an earlier step holds it up, whatever else is known of it', async () => {
    const {run, rim, chip} = await changingInOrder()
    await run.tick('wizard')
    await run.press('account', 'run')
    await run.lookAtChange('block')
    rim.fails.read = new TypeError('network')
    await run.press('account', 'run')
    expect(chip('block')).toBe('blocked')
  })

  test('what was read before a reload does not count until it is read again', async () => {
    const store = {...memoryStore(), durable: true}
    const first = await changingInOrder({store})
    await first.run.tick('wizard')
    await first.run.press('account', 'run')
    const second = await changingInOrder({store, id: 'second'})
    await second.run.open('run-1')
    await second.run.lookAtChange('block')
    expect(second.chip('block')).toBe('blocked')
    await second.run.press('account', 'run')
    expect(second.chip('block')).toBe('ready-change')
  })

  test('where nothing is to be changed any more, no order is asked for', async () => {
    const {run, tenant, chip} = await changingInOrder()
    tenant.features = {softMatch: true, hardMatch: true}
    await run.lookAtChange('block')
    expect(chip('block')).toBe('already-so')
  })

  test('and an undo waits for nothing', async () => {
    const {run, tenant, chip} = await changingInOrder()
    await run.skip('wizard', reason)
    await run.press('account', 'run')
    await run.proposeChange('block', false)
    await run.confirmChange('block')
    expect(chip('block')).toBe('change-done')
    await run.unskip('wizard')
    await run.proposeChange('block', true)
    await run.confirmChange('block')
    expect(tenant.features).toMatchObject({softMatch: false, hardMatch: false})
  })
})

describe('a value that nobody gave', () => {
  test('blocks each step that rests on it, and is said at its press', async () => {
    const {run, said, rim} = await ready({page: licencePage})
    expect(run.getSnapshot().cards['assign']).toMatchObject({
      id: 'blocked',
      by: {kind: 'input', input: 'user'},
    })
    await run.lookAtChange('assign')
    expect(said.at(-1)).toMatchObject({id: 'input-missing', inputs: ['user', 'sku', 'country']})
    expect(rim.asked).toEqual([])
    for (const [input, value] of [
      ['user', ines.upn],
      ['sku', ines.sku],
      ['country', 'FR'],
    ] as const)
      expect(await run.setInput(input, value)).toBe(true)
    expect(run.getSnapshot().cards['assign']?.id).not.toBe('blocked')
  })
})

describe('a step that is not done, for a reason', () => {
  test('says so, counts nowhere, and can be taken up again', async () => {
    const {run, chip, said} = scene()
    expect(await run.skip('wizard', 'no')).toBe(false)
    expect(await run.skip('nowhere', reason)).toBe(false)
    expect(run.getSnapshot().record).toBeNull()
    expect(await run.skip('wizard', `  ${reason}  `)).toBe(true)
    const {cards, counts} = run.getSnapshot()
    expect(cards['wizard']).toMatchObject({
      id: 'skipped',
      reason,
      maySkip: false,
      stamp: {attribution: {by: null}},
    })
    expect(counts).toMatchObject({verified: 0, declared: 0})
    expect(said.at(-1)).toMatchObject({id: 'skipped', step: 'wizard', later: []})
    await run.unskip('wizard')
    await run.unskip('wizard')
    expect([chip('wizard'), run.getSnapshot().record?.events.length]).toEqual(['to-tick', 3])
  })

  test('is named by the later steps that rest on it', async () => {
    const {run, said} = await changingInOrder()
    await run.skip('account', reason)
    expect(said.at(-1)).toMatchObject({id: 'skipped', later: ['block']})
    expect(run.getSnapshot().cards['block']?.restsOnSkipped).toEqual(['account'])
  })

  test('what is done after all is no longer skipped', async () => {
    const {run, chip} = scene()
    await run.skip('wizard', reason)
    await run.tick('wizard')
    expect(chip('wizard')).toBe('marked-done')
    expect(await run.skip('wizard', reason)).toBe(false)
    expect(run.getSnapshot().counts.declared).toBe(1)
  })

  test('what was sent is not skipped: the request is open or done', async () => {
    const {run, tenant, chip} = await changing({store: {...memoryStore(), durable: true}})
    tenant.answer = () => ({status: 504})
    await run.proposeChange('block', false)
    await run.confirmChange('block')
    expect([chip('block'), await run.skip('block', reason)]).toEqual(['sent-unknown', false])
    tenant.answer = write => (write(), {status: 204})
    await run.lookAtChange('block')
    await run.proposeChange('block', false)
    await run.confirmChange('block')
    expect([chip('block'), await run.skip('block', reason)]).toEqual(['change-done', false])
  })

  test('a saved visit takes its steps up again', async () => {
    const {run, chip} = scene()
    await run.skip('save', reason)
    await run.tickBox('writeback')
    await run.tickBox('unlock')
    await run.save('visit')
    expect(chip('save')).toBe('marked-done')
  })
})

test('a step rests on those it comes after and on those that read what it is asked', () => {
  const [step] = licencePage.steps.filter(({id}) => id === 'assign') as [BoundStep]
  const page: PageModel = {
    ...licencePage,
    inputs: licencePage.inputs.map(input =>
      input.id === 'sku' ? {...input, from: {step: 'account', press: 'run', read: 'me'}} : input,
    ),
  }
  expect(restsOn({...step, after: ['wizard', 'account']}, page)).toEqual(['wizard', 'account'])
  expect(restsOn(step, licencePage)).toEqual([])
})
