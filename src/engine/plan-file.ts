// A plan as a file that somebody else may approve. Its digest detects a changed file; it proves neither who made the plan
// nor who approved it, so an approval is a courtesy check and no control.
import type {ChangeValue} from '../model/change.ts'
import type {PageModel} from '../model/page.ts'
import type {AccountRef, ReadResult, RunMode, TenantRef} from '../model/run.ts'
import type {CardState} from './card.ts'
import type {RunSnapshot} from './controller.ts'
import {planCounts} from './plan.ts'
import {canonical, sha256Of} from './record.ts'
import type {SessionView} from './session.ts'
import {either, fields, finite, flag, guid, list, map, orNull, text, time, word, type Shape} from './shape.ts'

/** What a plan says of one step: its kind (`change`, `blocked role`), what was found, and what a change would set. */
interface PlanFileStep {
  readonly step: string
  readonly kind: string
  readonly found: Readonly<Record<string, ChangeValue>>
  readonly wanted: Readonly<Record<string, ChangeValue>>
}

/** Everything that the digest of a plan is of. */
interface PlanContent {
  readonly schema: 'passerelle/plan@1'
  readonly runbook: string
  readonly articleHash: string
  readonly build: string
  readonly mode: RunMode
  readonly tenant: TenantRef
  /** Who made the plan. */
  readonly account: AccountRef
  readonly checkedAt: string
  readonly steps: readonly PlanFileStep[]
}

/** A plan as it was saved, and the approval that somebody added. */
export interface PlanFile extends PlanContent {
  readonly sha256: string
  readonly approval: {
    readonly approver: AccountRef
    readonly approvedAt: string
    /** Digest of the plan that was approved. */
    readonly plan: string
  } | null
}

/** Why a file is not opened as a plan. */
export type PlanRefusal =
  'too-large' | 'not-json' | 'not-a-plan' | 'other-runbook' | 'other-revision' | 'changed'

/** Why a plan cannot be approved here, or its approval not be kept. */
export type ApprovalBar = 'sign-in' | 'other-tenant' | 'other-mode' | 'self' | 'not-approved'

const mostCharacters = 1_000_000

/** The plan of a run as a file; null before anything was read, or where nobody is signed in. */
export async function exportPlan(
  model: PageModel,
  {plan, session, state, cards}: Pick<RunSnapshot, 'plan' | 'session' | 'state' | 'cards'>,
): Promise<{readonly json: string; readonly sha256: string} | null> {
  const {account, tenant, mode, current} = session
  if (plan.checkedAt === null || !current || !account || !tenant) return null
  const {runbook, articleHash} = model
  const kinds = new Map(
    planCounts(model.steps, cards).flatMap(({kind, because, steps}) =>
      steps.map(step => [step, because === null ? kind : `${kind} ${because}`] as const),
    ),
  )
  const steps = model.steps.map(({id, change}) => {
    const card = cards[id]
    const wanted = (card?.change?.differences ?? []).map(each => [each.id, each.wanted] as const)
    return {
      step: id,
      kind: kinds.get(id) ?? 'unread',
      found: change ? (card?.change?.record.reading?.values ?? {}) : foundBy(card),
      wanted: Object.fromEntries(wanted),
    }
  })
  const content: PlanContent = {
    schema: 'passerelle/plan@1',
    ...{runbook, articleHash, build: state.started?.build ?? '', mode},
    tenant: {id: tenant.id, name: tenant.name},
    account: accountOnly(account),
    checkedAt: plan.checkedAt,
    steps,
  }
  const sha256 = await sha256Of(canonical(content))
  return {json: canonical({...content, sha256, approval: null}), sha256}
}

/** The plan in a file of this runbook, copied by the allow-list, or why not. */
export async function readPlan(
  file: string,
  model: PageModel,
): Promise<{readonly plan: PlanFile} | {readonly refused: PlanRefusal}> {
  if (file.length > mostCharacters) return {refused: 'too-large'}
  let parsed: unknown
  try {
    parsed = JSON.parse(file.replace(/^\uFEFF/, ''))
  } catch {
    return {refused: 'not-json'}
  }
  let plan: PlanFile
  try {
    plan = planShape(parsed)
  } catch {
    return {refused: 'not-a-plan'}
  }
  if (plan.runbook !== model.runbook) return {refused: 'other-runbook'}
  if (plan.articleHash !== model.articleHash) return {refused: 'other-revision'}
  const {sha256, approval, ...content} = plan
  const digest = await sha256Of(canonical(content))
  return digest === sha256 && (approval === null || approval.plan === sha256) ? {plan} : {refused: 'changed'}
}

/** The file with the approval of who is signed in. Ask `barOfApproval` before. */
export function approved(plan: PlanFile, account: AccountRef, approvedAt: string): string {
  return canonical({...plan, approval: {approver: accountOnly(account), approvedAt, plan: plan.sha256}})
}

/** Why who is signed in cannot approve a plan; null: they can. */
export function barOfApproval(plan: PlanFile, session: SessionView): ApprovalBar | null {
  return barOf(plan, session) ?? (session.account?.objectId === plan.account.objectId ? 'self' : null)
}

/** Why the approval of a plan cannot be kept in the open run; null: it can. */
export function barOfKeeping(plan: PlanFile, session: SessionView): ApprovalBar | null {
  if (plan.approval === null) return 'not-approved'
  const {objectId} = plan.approval.approver
  const isSelf = [session.account?.objectId, plan.account.objectId].includes(objectId)
  return barOf(plan, session) ?? (isSelf ? 'self' : null)
}

function barOf(plan: PlanFile, {mode, account, current, tenant}: SessionView): ApprovalBar | null {
  if (plan.mode !== mode) return 'other-mode'
  if (!current || account === null || tenant === null) return 'sign-in'
  return tenant.id === plan.tenant.id ? null : 'other-tenant'
}

function foundBy(card: CardState | undefined): PlanFileStep['found'] {
  const results = card?.presses.flatMap(({done}) => done?.results ?? []) ?? []
  return Object.fromEntries(results.map(({read, value}) => [read, shown(value)]))
}

function shown(value: ReadResult['value']): ChangeValue {
  return typeof value === 'object' && value !== null ? [...value] : value
}

function accountOnly({objectId, name, username}: AccountRef): AccountRef {
  return {objectId, name, username}
}

const id = text(200)
const name = text(500)
const account = fields<AccountRef>({objectId: id, name, username: name})
const value = orNull(either(text(2000), either(finite, either(flag, list(text(2000), 200)))))
const values = map(value, 100)

const planShape: Shape<PlanFile> = fields<PlanFile>({
  schema: word('passerelle/plan@1'),
  runbook: id,
  articleHash: id,
  build: id,
  mode: word('practice', 'unsigned', 'graph'),
  tenant: fields<TenantRef>({id: guid, name}),
  account,
  checkedAt: time,
  steps: list(fields<PlanFileStep>({step: id, kind: id, found: values, wanted: values}), 200),
  sha256: id,
  approval: orNull(
    fields<NonNullable<PlanFile['approval']>>({approver: account, approvedAt: time, plan: id}),
  ),
})
