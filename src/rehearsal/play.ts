// One scene of a rehearsal: a tenant in a situation, a fault, something that a person does, and how it ended.
import type {Announcement, CardState} from '../engine/index.ts'
import type {LocaleTag} from '../model/locale.ts'
import type {PageModel} from '../model/page.ts'
import type {TenantState} from '../practice/state.ts'
import {act, type Deed} from './deeds.ts'
import type {FaultCase} from './faults.ts'
import {openStage, turn, type Stage} from './stage.ts'
import {noValues, practiceValues} from './values.ts'

/** How a scene ended. */
export interface Ended {
  readonly card: CardState
  readonly chipBefore: CardState['id']
  /** After the same press once more, without the fault. */
  readonly chipAfter: CardState['id']
  readonly said: readonly Announcement[]
  /** Requests that would change something. */
  readonly sent: number
  /** What a reload did not bring back; empty: it is all there. */
  readonly lost: readonly string[]
  /** After an undo: the tenant is as it was before. Null: nothing was undone. */
  readonly isRestored: boolean | null
}

interface Scene {
  readonly deed: Deed
  readonly situation: string
  readonly fault: FaultCase
  readonly locale: LocaleTag
}

/** Plays a scene. */
export async function play(model: PageModel, scene: Scene): Promise<Ended> {
  const stage = await openStage(model, scene.situation, scene.locale)
  try {
    return await playOn(stage, model, scene)
  } finally {
    stage.close()
  }
}

async function playOn(stage: Stage, model: PageModel, {deed, fault}: Scene): Promise<Ended> {
  const {controller, tenant, wire, clock, said} = stage
  await prepare(stage, model, deed)
  const isChange = deed.kind === 'send' || deed.kind === 'undo'
  const outside = practiceValues[model.runbook]?.outside?.[deed.step.id]
  if (isChange) await insist(stage, deed, () => controller.lookAtChange(deed.step.id))
  const former = standing(await tenant.state())
  if (deed.kind === 'undo') await changeOnce(stage, deed)
  if (isChange) {
    if (fault.outside === 'after-look') await outside?.(tenant)
    await insist(stage, deed, () => controller.proposeChange(deed.step.id, deed.kind === 'undo'))
    if (fault.outside === 'after-question') {
      await outside?.(tenant)
      clock.advance(60_000)
    }
  }
  const chipBefore = cardOf(stage, deed).id
  const [begun, written] = [said.length, wire.writes()]
  if (fault.make !== null) {
    const target = isChange ? targetOf(deed) : {}
    await tenant.addFault({on: 'graph', ...target, make: fault.make, times: fault.times})
  }
  if (fault.cut) wire.cutNext()
  await insist(stage, deed, () => act(controller, deed), fault)
  const card = cardOf(stage, deed)
  const spoken = said.slice(begun)
  const sent = wire.writes() - written
  const lost = await lostOf(stage)
  await tenant.clearFaults()
  clock.advance(60_000)
  const isRestored = card.id === 'undone' ? standing(await tenant.state()) === former : null
  if (!isChange && fault.end !== 'as-without') await insist(stage, deed, () => act(controller, deed))
  const chipAfter = cardOf(stage, deed).id
  return {
    ...{card, chipBefore, sent, lost, isRestored},
    // Where the question already ended it, that was said before the confirmation.
    said: isChange && spoken.length === 0 ? said.slice() : spoken,
    chipAfter,
  }
}

/** Signs in, gives the inputs, and settles what a change comes after. */
async function prepare({controller}: Stage, model: PageModel, {step}: Deed): Promise<void> {
  await controller.signIn()
  const values = practiceValues[model.runbook] ?? noValues
  const given = {...values.inputs, ...values.of?.[step.id]}
  for (const input of model.inputs) {
    const value = given[input.id]
    if (value === undefined) continue
    if (input.from) await controller.press(input.from.step, input.from.press)
    if (input.from) await controller.press(input.from.step, input.from.press)
    await controller.setInput(input.id, value, value)
  }
  for (const id of step.after ?? []) await controller.skip(id, 'Not part of this rehearsal.')
}

/** As a person does: presses once more where the page asks for a sign-in or a permission, and stops what hangs. */
async function insist(
  {controller, tenant}: Stage,
  {step, kind}: Deed,
  press: () => Promise<void>,
  fault?: FaultCase,
): Promise<void> {
  for (let presses = 0; presses < 4; presses++) {
    const pressed = {isOver: false}
    const done = press().finally(() => (pressed.isOver = true))
    while (fault?.stop && !pressed.isOver) {
      await turn()
      if ((await tenant.state()).faults.length > 0) continue
      for (let turns = 0; turns < 4; turns++) await turn()
      controller.stop(step.id)
      break
    }
    await done
    const phase = controller.getSnapshot().live[step.id]?.phase
    const asks = phase === 'consent-required' || phase === 'sign-in-required' || phase === 'press-again'
    const isAnswered =
      fault !== undefined && (kind === 'send' || kind === 'undo') && phase === 'sign-in-required'
    if (!asks || isAnswered) return
  }
}

async function changeOnce(stage: Stage, deed: Deed): Promise<void> {
  const {controller, clock} = stage
  const sending: Deed = {...deed, kind: 'send'}
  await insist(stage, sending, () => controller.proposeChange(deed.step.id, false))
  await insist(stage, sending, () => act(controller, sending))
  clock.advance(60_000)
}

function cardOf({controller}: Stage, {step}: Deed): CardState {
  const card = controller.getSnapshot().cards[step.id]
  if (!card) throw new TypeError(`The page has no card ${step.id}.`)
  return card
}

function targetOf({step}: Deed) {
  return {method: step.change?.method ?? 'PATCH', path: step.change?.path ?? ''}
}

/** What lasts in the tenant: its directory, without what tells when something was done. */
function standing({directory, lagging}: TenantState): string {
  const passing = ['lastUpdatedDateTime', 'visibleAt']
  return JSON.stringify({directory, lagging}, (name, value: unknown) => (passing.includes(name) ? 0 : value))
}

/** Cards that a reload does not bring back as they were; what was read before it is not fresh any more. */
async function lostOf(stage: Stage): Promise<readonly string[]> {
  const before = stage.controller.getSnapshot().cards
  const again = await stage.reload()
  const after = again.getSnapshot().cards
  again.dispose()
  return Object.entries(before).flatMap(([id, card]) => {
    const now = after[id]
    if (!now || JSON.stringify(now.record) !== JSON.stringify(card.record)) return [`${id}: its record`]
    const shown = [now, ...now.also].map(chip => chip.id)
    const expected = fresh.includes(card.id) ? 'not-read-since' : card.id
    const isPassing = card.live !== null || passing.includes(card.id)
    return isPassing || shown.includes(expected) ? [] : [`${id}: ${card.id} → ${shown.join(', ')}`]
  })
}

/** States that only what was read in this page load has. */
const fresh: readonly CardState['id'][] = [
  'read-verified',
  'change-done',
  'undone',
  'already-so',
  'done-by-other',
  'ready-change',
]

/** States of a page to which somebody is signed in. */
const passing: readonly CardState['id'][] = [
  'ready-read',
  'ready-portal',
  'to-tick',
  'role-eligible',
  'sign-in',
]
