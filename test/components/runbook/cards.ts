import type {CardState, RunSnapshot} from '../../../src/engine/index.ts'
import type {BoundStep} from '../../../src/model/action.ts'
import {emptyRun, stepOf} from '../../../src/engine/run.ts'

const untouched = stepOf(emptyRun, 'any')

/** A step that is ticked, as the second of part 1. */
export function stepNumbered(number: string, changed: Partial<BoundStep> = {}): BoundStep {
  const [part = 0, ordinal = 0] = number.split('.').map(Number)
  return {
    id: `step-${number}`,
    number,
    part,
    ordinal,
    place: 'on-premises',
    kind: 'tick',
    notes: [],
    presses: [],
    ...changed,
  }
}

/** A card of which nothing is known but its chip. */
export function cardOf(step: BoundStep, chip: Partial<CardState> = {}): CardState {
  return {
    step: step.id,
    also: [],
    record: untouched,
    declared: null,
    presses: [],
    search: null,
    problem: null,
    live: null,
    portal: 'none',
    saveBlockedBy: [],
    mayRun: true,
    id: 'to-tick',
    ...chip,
  } as CardState
}

/** The card of a step that a person marked done. */
export function markedDone(step: BoundStep, by: string | null): CardState {
  const stamp = {
    seq: 1,
    at: '2026-11-22T09:43:00.000Z',
    utcOffset: 60,
    attribution: {by, enteredBy: by, source: by === null ? 'browser' : 'typed'},
  } as const
  return cardOf(step, {id: 'marked-done', stamp, declared: stamp, record: {...untouched, ticked: stamp}})
}

/** A snapshot's cards by step. */
export function cardsBy(cards: readonly CardState[]): Pick<RunSnapshot, 'cards'> {
  return {cards: Object.fromEntries(cards.map(card => [card.step, card]))}
}
