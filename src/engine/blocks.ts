// What keeps a step from being begun, and what it rests on.
import type {BoundStep} from '../model/action.ts'
import type {PageModel} from '../model/page.ts'
import type {CardState} from './card.ts'
import {contextOf, type CardContext, type Shown} from './card-context.ts'
import {outcomeOf, type ChangeOutcome} from './change.ts'
import type {Block, CardId} from './chip.ts'
import {inputsOf, missingInputs} from './inputs.ts'
import {isInTheAir} from './live.ts'
import {chipsOf} from './precedence.ts'
import {ownChange} from './run.ts'

/**
 * What keeps a step from being begun. Order is advice but before a change: there the steps named in `after` come first,
 * unless there is nothing to send any more.
 */
export function blocksOf({step, change}: CardContext, shown: Shown): readonly Block[] {
  const {model, state} = shown
  // A request that only a file tells of opens nothing.
  const outcome = step.change ? outcomeOf(step.change, ownChange(state, step.id)) : null
  const inputs = missingInputs(step, model, state.inputs).map(input => ({kind: 'input', input}) as const)
  const before = outcome && mayBeSent[outcome.id] ? (step.after ?? []) : []
  const steps = before.filter(id => !isSettled(id, shown)).map(each => ({kind: 'step', step: each}) as const)
  if (change?.id !== 'lacking') return [...inputs, ...steps]
  return [...inputs, ...steps, {kind: 'condition', says: change.condition.says}]
}

/** The step that a card's change has to wait for; null: none. */
export function stepBefore(card: CardState | undefined): string | null {
  const chips = card ? [card, ...card.also] : []
  const by = chips.flatMap(chip => (chip.id === 'blocked' && chip.by.kind === 'step' ? chip.by.step : []))
  return by[0] ?? null
}

/** Steps whose outcome a step needs: those it comes after, and those that read what it is asked. */
export function restsOn(step: BoundStep, model: PageModel): readonly string[] {
  const needed = inputsOf(step, model)
  const asked = model.inputs.filter(({id}) => needed.includes(id)).flatMap(({from}) => from?.step ?? [])
  return [...new Set([...(step.after ?? []), ...asked])].filter(id => id !== step.id)
}

/** Whether it can be decided not to do the step: it is not done, nothing goes on, and no request of it is open. */
export function maySkip({record, live, change}: CardContext): boolean {
  if (record.skipped || record.ticked || record.saved || (live && isInTheAir(live))) return false
  return change === null || mayBeSent[change.id]
}

/** Whether a text may stand for the reason of not doing a step: a sentence, so more than a word. */
export function isReason(text: string): boolean {
  const words = text.trim().split(/\s+/)
  return words.length >= 3 && words.join('').length >= 10
}

const mayBeSent: Readonly<Record<ChangeOutcome['id'], boolean>> = {
  unread: true,
  unknown: true,
  lacking: true,
  ready: true,
  stale: true,
  undone: true,
  'operation-failed': true,
  already: false,
  accepted: false,
  'sent-unknown': false,
  done: false,
}

/** States in which a step that others come after holds them up no longer. */
const settled: ReadonlySet<CardId> = new Set<CardId>([
  'skipped',
  'change-done',
  'done-by-other',
  'already-so',
  'read-verified',
  'evidence-found',
  'confirmed-by-output',
  'reported',
  'marked-done',
])

/** What was found against a step, or is of another page: what stands beside it settles nothing. */
const unsettled: ReadonlySet<CardId> = new Set<CardId>([
  'sent-unknown',
  'failed',
  'operation-failed',
  'stale',
  'out-of-date',
  'output-disagrees',
  'not-as-required',
  'opposite-event',
])

function isSettled(id: string, shown: Shown): boolean {
  const step = shown.model.steps.find(each => each.id === id)
  if (!step) return true
  const chips = chipsOf(contextOf(step, shown, undefined))
  return chips.some(chip => settled.has(chip.id)) && !chips.some(chip => unsettled.has(chip.id))
}
