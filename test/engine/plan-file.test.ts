import {describe, expect, test} from 'vitest'
import {
  approved,
  barOfApproval,
  barOfKeeping,
  exportPlan,
  readPlan,
  type PlanFile,
} from '../../src/engine/plan-file.ts'
import {reduce, replay} from '../../src/engine/run.ts'
import type {SessionView} from '../../src/engine/session.ts'
import {changePage} from './change-page.ts'
import {began, account, contoso, fabrikam, log, model} from './contoso.ts'
import {somebody} from './ports.ts'
import {ready, tenantAnswer, type Scene} from './scene.ts'

const lucas = {objectId: 'o-lucas', name: 'Lucas Moreau', username: 'lucas@contoso.example'}
const approvedAt = '2026-11-22T10:00:00.000Z'

async function checked(): Promise<Scene> {
  const made = await ready({page: changePage})
  made.rim.session = somebody
  made.rim.scopes = changePage.steps.flatMap(({presses, change}) => [
    ...presses.flatMap(({reads}) => reads.flatMap(({scopes}) => scopes)),
    ...(change?.read.scopes ?? []),
  ])
  const features = {softMatch: false, hardMatch: true}
  made.rim.answer = call =>
    call.id === 'features' ? {body: {value: [{id: contoso.id, features}]}} : tenantAnswer(call)
  await made.run.checkTenant()
  return made
}

async function planOf({run}: Scene): Promise<{readonly json: string; readonly plan: PlanFile}> {
  const file = await exportPlan(changePage, run.getSnapshot())
  const result = await readPlan(file?.json ?? '', changePage)
  if (!file || !('plan' in result)) throw new TypeError('There is no plan.')
  return {json: file.json, plan: result.plan}
}

/** The plan after somebody approved it and sent the file back. */
async function sentBack(plan: PlanFile, by = lucas): Promise<PlanFile> {
  const result = await readPlan(approved(plan, by, approvedAt), changePage)
  if (!('plan' in result)) throw new TypeError(result.refused)
  return result.plan
}

describe('the file of a plan', () => {
  test('is what was read, by whom, and what a change would set', async () => {
    const made = await checked()
    const {json, plan} = await planOf(made)
    expect(plan).toMatchObject({
      schema: 'passerelle/plan@1',
      runbook: model.runbook,
      articleHash: model.articleHash,
      mode: 'graph',
      tenant: contoso,
      account,
      checkedAt: made.run.getSnapshot().plan.checkedAt,
      approval: null,
    })
    expect(plan.steps.find(({step}) => step === 'block')).toEqual({
      step: 'block',
      kind: 'change',
      found: {softMatch: false, hardMatch: true},
      wanted: {softMatch: true},
    })
    expect(plan.steps.find(({step}) => step === 'prerequisites')).toMatchObject({
      kind: 'hand',
      found: {organization: true, licence: ['P1']},
      wanted: {},
    })
    expect(json).not.toContain('secret-token')
  })

  test('is there once something was read and somebody is signed in', async () => {
    const made = await ready({page: changePage})
    expect(await exportPlan(changePage, made.run.getSnapshot())).toBeNull()
    const signedOut = await checked()
    await signedOut.run.signOut()
    expect(await exportPlan(changePage, signedOut.run.getSnapshot())).toBeNull()
  })

  test.each<{name: string; change: (json: string) => string; refused: string}>([
    {name: 'no JSON', change: () => '{', refused: 'not-json'},
    {name: 'something else', change: () => '{"schema":"passerelle/run@1"}', refused: 'not-a-plan'},
    {name: 'a file without an end', change: json => json + ' '.repeat(1_000_000), refused: 'too-large'},
    {
      name: 'another runbook',
      change: json => json.replace(model.runbook, 'another'),
      refused: 'other-runbook',
    },
    {
      name: 'another revision',
      change: json => json.replace(model.articleHash, 'sha256-another'),
      refused: 'other-revision',
    },
    {name: 'a value that was changed', change: json => json.replace('"P1"', '"P2"'), refused: 'changed'},
    {
      name: 'a maker that was changed',
      change: json => json.replace('o-amira', 'o-other'),
      refused: 'changed',
    },
    {
      name: 'an approval of another plan',
      change: json =>
        json.replace(
          '"approval": null',
          `"approval": ${JSON.stringify({approver: lucas, approvedAt, plan: 'another'})}`,
        ),
      refused: 'changed',
    },
  ])('$name is not opened', async ({change, refused}) => {
    const {json} = await planOf(await checked())
    expect(await readPlan(change(json), changePage)).toEqual({refused})
  })
})

describe('an approval', () => {
  test('is given by somebody else, comes back with the file, and is kept in the run', async () => {
    const made = await checked()
    const {plan} = await planOf(made)
    const theirs = {...made.run.getSnapshot().session, account: lucas}
    expect(barOfApproval(plan, theirs)).toBeNull()
    const back = await sentBack(plan)
    expect(back.approval).toEqual({approver: lucas, approvedAt, plan: plan.sha256})
    expect(await made.run.keepApproval(back)).toBeNull()
    expect(made.types().at(-1)).toBe('plan-approved')
    expect(made.run.getSnapshot().state.approval).toMatchObject({
      approver: lucas,
      approvedAt,
      checkedAt: plan.checkedAt,
      sha256: plan.sha256,
    })
    expect(made.said.at(-1)).toEqual({id: 'plan-approved', name: lucas.name, assertive: false})
  })

  test('is neither one’s own plan’s nor one’s own run’s', async () => {
    const made = await checked()
    const {plan} = await planOf(made)
    expect(barOfApproval(plan, made.run.getSnapshot().session)).toBe('self')
    expect(await made.run.keepApproval(await sentBack(plan, account))).toBe('self')
    const handedOver = {...made.run.getSnapshot().session, account: lucas}
    expect(barOfKeeping(await sentBack(plan), handedOver), 'who approved it runs it').toBe('self')
    expect(made.types()).not.toContain('plan-approved')
  })

  test.each<{name: string; session: Partial<SessionView>; bar: string}>([
    {name: 'nobody is signed in', session: {account: null}, bar: 'sign-in'},
    {name: 'somebody was, before the reload', session: {current: false}, bar: 'sign-in'},
    {name: 'the tenant is another', session: {tenant: fabrikam}, bar: 'other-tenant'},
    {name: 'the run is a simulation', session: {mode: 'practice'}, bar: 'other-mode'},
  ])('is not given or kept where $name', async ({session, bar}) => {
    const made = await checked()
    const {plan} = await planOf(made)
    const here = {...made.run.getSnapshot().session, ...session}
    expect(barOfKeeping(await sentBack(plan), here)).toBe(bar)
    const theirs = here.account === null ? here : {...here, account: lucas}
    expect(barOfApproval(plan, theirs)).toBe(bar)
  })

  test('is not kept before there is one', async () => {
    const made = await checked()
    const {plan} = await planOf(made)
    expect(await made.run.keepApproval(plan)).toBe('not-approved')
  })

  test('that the file of a run tells of is nobody’s here', () => {
    const kept = {
      type: 'plan-approved',
      approver: lucas,
      approvedAt,
      checkedAt: approvedAt,
      sha256: 'digest',
    } as const
    const events = log([began, kept, {type: 'run-imported', sha256: 'file'}])
    const state = replay(events)
    expect(state.approval).toBeNull()
    expect(state.imported?.said.approval).toMatchObject({approver: lucas})
    expect(events.slice(0, 2).reduce(reduce, replay([])).approval).not.toBeNull()
  })
})
