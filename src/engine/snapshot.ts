import type {PageModel} from '../model/page.ts'
import {cardState, counts, type CardState} from './card.ts'
import type {RunSnapshot} from './controller.ts'
import {isInTheAir} from './live.ts'

/** What a page shows of its run: the parts as they are, and all that is derived from them. */
export function snapshotOf(
  model: PageModel,
  parts: Pick<RunSnapshot, 'record' | 'turn' | 'state' | 'live' | 'session' | 'problem' | 'durable'>,
): RunSnapshot {
  const {state, live, session} = parts
  const all = model.steps.map(step => cardState(step, model, state, live[step.id], session))
  return {
    ...parts,
    cards: Object.fromEntries(all.map((card): [string, CardState] => [card.step, card])),
    counts: counts(all),
    busy: session.signingIn || Object.values(live).some(isInTheAir),
  }
}
