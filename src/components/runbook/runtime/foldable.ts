import type {RunSnapshot} from '../../../engine/index.ts'
import type {PageModel} from '../../../model/page.ts'

/** Runs of at least two consecutive steps of one part with the same declared chip, nothing else known of them. */
export function foldable(
  model: Pick<PageModel, 'steps'>,
  run: Pick<RunSnapshot, 'cards'>,
): readonly (readonly string[])[] {
  const groups: string[][] = []
  let before = {part: 0, by: null as string | null}
  for (const step of model.steps) {
    const card = run.cards[step.id]
    const stamp =
      card?.id === 'marked-done' && step.visit === undefined && card.record.note === '' ? card.stamp : null
    if (stamp === null) {
      before = {part: 0, by: null}
      continue
    }
    const {by} = stamp.attribution
    if (before.part === step.part && before.by === by) groups.at(-1)?.push(step.id)
    else groups.push([step.id])
    before = {part: step.part, by}
  }
  return groups.filter(group => group.length > 1)
}
