import {counts, type RunSnapshot} from '../../../engine/index.ts'
import type {PageModel} from '../../../model/page.ts'

/** The first step that nobody declared and that is not ticked in the portal; null where there is none. */
export function currentStep(model: PageModel, run: RunSnapshot): string | null {
  const step = model.steps.find(({id}) => {
    const card = run.cards[id]
    return card !== undefined && card.declared === null && card.record.box === null
  })
  return step?.id ?? null
}

/** How far one part of the run is; a step counts once, under the stronger of the two. */
export function countPart(model: PageModel, run: RunSnapshot, part: number) {
  const steps = model.steps.filter(step => step.part === part)
  return counts(steps.flatMap(step => run.cards[step.id] ?? []))
}

/** Something happened in the open run beside its start: leaving it is worth a question. */
export function isBegun({record}: Pick<RunSnapshot, 'record'>): boolean {
  return record !== null && record.events.length > 1
}
