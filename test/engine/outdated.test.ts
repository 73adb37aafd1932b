import {describe, expect, test} from 'vitest'
import type {PageModel} from '../../src/model/page.ts'
import type {RunEventBody} from '../../src/model/run.ts'
import {outdatedBy} from '../../src/engine/outdated.ts'
import {replay, stepOf} from '../../src/engine/run.ts'
import {memoryStore} from '../../src/engine/store.ts'
import {accountRead, amira, began, judged, log, model, reported, signedIn, ticked} from './contoso.ts'
import {somebody} from './ports.ts'
import {ready, type Scene} from './scene.ts'

const revised: PageModel = {...model, articleHash: 'sha256-revised'}
const continued: RunEventBody = {type: 'run-continued', articleHash: 'sha256-revised', build: 'b1'}

/** A run with a tick and a reading, and the same run opened on another page. */
async function reopened(on: {readonly page?: PageModel; readonly build?: string}): Promise<Scene> {
  const store = memoryStore()
  const before = await ready({store})
  before.rim.session = somebody
  await before.run.tick('wizard')
  await before.run.tick('account')
  await before.run.press('account', 'run')
  const after = await ready({store, id: 'after', ...on})
  after.rim.session = somebody
  await after.run.open('run-1')
  return after
}

describe('another revision of the article', () => {
  test('puts all that was read and declared out of date, with the reason, and counts none of it', async () => {
    const {run, said} = await reopened({page: revised})
    const {cards, counts, outdated} = run.getSnapshot()
    expect(cards['wizard']).toMatchObject({
      id: 'out-of-date',
      because: 'article',
      also: [{id: 'marked-done'}],
    })
    expect(cards['account']).toMatchObject({
      id: 'out-of-date',
      because: 'article',
      at: '2026-11-22T09:00:00.000Z',
      also: [{id: 'not-read-since'}, {id: 'marked-done'}],
    })
    expect(cards['finish']?.id).toBe('to-tick')
    expect(outdated).toEqual({because: 'article', steps: ['wizard', 'account']})
    expect(counts).toMatchObject({verified: 0, declared: 0})
    expect(said.at(0)).toMatchObject({id: 'out-of-date', count: 2})
  })

  test('what is read or declared again stands, here and after the next reload', async () => {
    const {run, chip, types, store} = await reopened({page: revised})
    await run.press('account', 'run')
    expect([chip('account'), types().filter(type => type === 'run-continued').length]).toEqual([
      'read-verified',
      1,
    ])
    await run.tick('wizard')
    expect(types().filter(type => type === 'run-continued')).toHaveLength(1)
    expect([chip('wizard'), run.getSnapshot().outdated]).toEqual(['marked-done', null])
    const next = await ready({store, page: revised, id: 'next'})
    await next.run.open('run-1')
    expect([next.chip('wizard'), next.chip('account')]).toEqual(['marked-done', 'not-read-since'])
  })

  test('and back on the page of before, what was done on the other is out of date', async () => {
    const {run, store} = await reopened({page: revised})
    await run.tick('finish')
    const back = await ready({store, id: 'back'})
    await back.run.open('run-1')
    expect(back.run.getSnapshot().outdated).toEqual({because: 'article', steps: ['finish']})
  })

  test('a run that is only looked at notes nothing', async () => {
    const {types} = await reopened({page: revised})
    expect(types()).not.toContain('run-continued')
  })
})

test('another build puts only what was read out of date: a declaration is about the article', async () => {
  const {run, chip} = await reopened({build: 'b2'})
  expect([chip('wizard'), chip('account')]).toEqual(['marked-done', 'out-of-date'])
  expect(run.getSnapshot()).toMatchObject({
    outdated: {because: 'build', steps: ['account']},
    counts: {verified: 0, declared: 2},
  })
  await run.press('account', 'run')
  expect([chip('account'), run.getSnapshot().outdated]).toEqual(['read-verified', null])
})

describe('the newest that is known of a step', () => {
  const cases: readonly {readonly name: string; readonly step: string; readonly body: RunEventBody}[] = [
    {name: 'a tick', step: 'wizard', body: ticked('wizard')},
    {name: 'a reading', step: 'account', body: accountRead},
    {name: 'a pasted output', step: 'finish', body: judged('confirmed')},
    {name: 'one that nobody could read', step: 'finish', body: judged('not-understood')},
    {name: 'a report', step: 'finish', body: reported},
    {name: 'a box', step: 'unlock', body: {type: 'box-ticked', step: 'unlock', attribution: amira}},
    {
      name: 'a skip',
      step: 'wizard',
      body: {type: 'step-skipped', step: 'wizard', reason: 'Not used here.', attribution: amira},
    },
  ]
  const outdated = (step: string, bodies: readonly RunEventBody[], build = 'b1') => {
    const state = replay(log(bodies))
    return outdatedBy(stepOf(state, step), {model: revised, state, session: {build, fresh: new Set()}})
  }

  test.each(cases)('$name', ({step, body}) => {
    expect(outdated(step, [began, signedIn, body])).toEqual({
      because: 'article',
      at: '2026-11-22T09:00:02.000Z',
    })
    expect(outdated(step, [began, continued, body])).toBeNull()
    expect(outdated(step, [began, body, continued])?.because).toBe('article')
  })

  test('is nothing at a step that was left alone', () => {
    expect(outdated('wizard', [began, signedIn, accountRead])).toBeNull()
  })
})
