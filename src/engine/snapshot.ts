import type {PageModel} from '../model/page.ts'
import {cardState, counts, type CardState} from './card.ts'
import type {RunSnapshot} from './controller.ts'
import {isInTheAir} from './live.ts'
import {isPlanning} from './plan-progress.ts'

/** What a page shows of its run: the parts as they are, and all that is derived from them. */
export function snapshotOf(
  model: PageModel,
  parts: Pick<
    RunSnapshot,
    'record' | 'turn' | 'state' | 'live' | 'secrets' | 'session' | 'plan' | 'problem' | 'durable'
  >,
): RunSnapshot {
  const {state, live, session} = parts
  const all = model.steps.map(step => cardState(step, model, state, live[step.id], session))
  return {
    ...parts,
    cards: Object.fromEntries(all.map((card): [string, CardState] => [card.step, card])),
    counts: counts(all),
    outdated: outdatedOf(all),
    busy: session.signingIn || isPlanning(parts.plan) || Object.values(live).some(isInTheAir),
  }
}

function outdatedOf(cards: readonly CardState[]): RunSnapshot['outdated'] {
  const found = cards.flatMap(card =>
    [card, ...card.also].flatMap(chip =>
      chip.id === 'out-of-date' ? {step: card.step, because: chip.because} : [],
    ),
  )
  if (found.length === 0) return null
  const isArticle = found.some(({because}) => because === 'article')
  return {because: isArticle ? 'article' : 'build', steps: found.map(({step}) => step)}
}
