import type {Place} from '../../model/action.ts'
import type {StepSign, SummaryStep} from '../../model/summary.ts'

/** The words of a strip's sentence; a function gives its words for a number, in the right plural. */
export interface StripWords {
  readonly places: Readonly<Record<Place, (count: number) => string>>
  readonly signs: Readonly<Record<StepSign, (count: number) => string>>
  /** Between two stretches: `, then `. */
  readonly then: string
  /** Between the steps of a stretch and what they do: `: `. */
  readonly colon: string
}

const signs: readonly StepSign[] = ['read', 'portal', 'change', 'irreversible', 'tick']

/**
 * The strip as a sentence, one stretch after the other.
 * `□□○⊙` becomes "2 on-premises steps, then 2 cloud steps: 1 read, 1 in the portal".
 */
export function describeStrip(steps: readonly SummaryStep[], words: StripWords): string {
  return stretches(steps)
    .map(stretch => describeStretch(stretch, words))
    .join(words.then)
}

function stretches(steps: readonly SummaryStep[]): (readonly SummaryStep[])[] {
  const found: SummaryStep[][] = []
  for (const step of steps) {
    const last = found.at(-1)
    if (last?.[0]?.place === step.place) last.push(step)
    else found.push([step])
  }
  return found
}

function describeStretch(stretch: readonly SummaryStep[], words: StripWords): string {
  const place = stretch[0]?.place ?? 'on-premises'
  const count = words.places[place](stretch.length)
  if (place === 'on-premises') return count
  const kinds = signs.flatMap(sign => {
    const many = stretch.filter(step => step.sign === sign).length
    return many > 0 ? [words.signs[sign](many)] : []
  })
  return count + words.colon + kinds.join(', ')
}
