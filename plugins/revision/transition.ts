import type {ArticleProcedure} from '../runbook/index.ts'
import {carryAll, type Carried} from './carry.ts'

/** A step from one revision of an article to the next, forwards and backwards. */
export interface Transition {
  readonly forwards: readonly Carried[]
  readonly backwards: readonly Carried[]
  /** Passages that one direction ties to another passage than the other does. There should be none. */
  readonly inconsistent: readonly Carried[]
}

/** Every step and every sentence before a procedure as if an action file named it, carried there and back. */
export function transit(old: readonly ArticleProcedure[], now: readonly ArticleProcedure[]): Transition {
  const there = carryAll(old, now)
  const back = carryAll(now, old)
  return {
    forwards: there,
    backwards: back,
    inconsistent: [...unanswered(there, back), ...unanswered(back, there)],
  }
}

/** What one direction ties and the other does not tie back in the same way. */
function unanswered(these: readonly Carried[], those: readonly Carried[]): readonly Carried[] {
  const answers = new Map(those.map(each => [each.from?.passage, each]))
  return these.filter(each => {
    if (each.to === null) return false
    const answer = answers.get(each.to.passage)
    return answer?.to?.passage !== each.from?.passage || answer?.state !== each.state
  })
}
