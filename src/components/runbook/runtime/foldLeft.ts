import type {RunController} from '../../../engine/index.ts'
import type {Folds} from '../../../hooks/folds.ts'
import type {PageModel} from '../../../model/page.ts'
import {foldable} from './foldable.ts'
import {isAbove, isLeft, keepPlace, whenScrolled} from './outOfSight.ts'

/**
 * Folds the cards of a part once all of its steps are declared and the person has gone on: never at a tick, and never
 * what is in sight, so that nothing moves under pointer or focus. Returns the way to stop.
 */
export function foldLeft(
  model: PageModel,
  {controller, folds}: {readonly controller: RunController; readonly folds: Folds},
): () => void {
  return whenScrolled(() => {
    const run = controller.getSnapshot()
    const now = folds.getSnapshot()
    const unfinished = new Set(
      model.steps
        .filter(({id}) => run.cards[id]?.declared === null || !is(id, isAbove))
        .map(({part}) => part),
    )
    const parts = new Map(model.steps.map(({id, part}) => [id, part]))
    const left = foldable(
      model,
      run,
      step => !unfinished.has(parts.get(step) ?? 0) && is(step, isLeft),
    ).filter(steps => !now.some(fold => steps.every(id => fold.includes(id))))
    if (left.length === 0) return
    const others = now.filter(fold => !left.some(steps => steps.some(id => fold.includes(id))))
    keepPlace(() => folds.set([...others, ...left]))
  })
}

function is(step: string, so: (card: Element) => boolean): boolean {
  const card = document.getElementById(step)
  return card !== null && so(card)
}
