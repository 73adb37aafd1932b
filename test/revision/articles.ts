import {readRevision} from '../../plugins/revision/index.ts'
import {assign} from '../../plugins/revision/assignment.ts'

/** One procedure of an article: the sentence before it, and its steps. */
export type Listed = readonly [intro: string, ...steps: readonly string[]]

/** The Markdown of an article with these procedures. */
export function articleOf(...procedures: readonly Listed[]): string {
  return procedures
    .map(
      ([intro, ...steps]) =>
        `${intro}\n\n${steps.map((step, index) => `${String(index + 1)}. ${step}\n`).join('')}`,
    )
    .join('\n')
}

/**
 * What became of each step, `2.3 reworded 2.4`, `proposed` where only what it stands below changed, and of each procedure that did not stay; a lost one names why: its
 * vetoes, `gone` or `ambiguous`.
 */
export function fatesOf(old: readonly Listed[], now: readonly Listed[]): readonly string[] {
  const revisions = [old, now].map(each => readRevision(articleOf(...each)))
  const {steps, procedures} = assign(revisions[0] ?? [], revisions[1] ?? [])
  const told = (number: string, fate: NonNullable<ReturnType<typeof steps.get>>) => {
    if (fate.kind !== 'lost') {
      const kind = fate.kind === 'same' && fate.below !== null ? 'proposed' : fate.kind
      return `${number} ${kind} ${fate.now.part}.${fate.now.ordinal}`
    }
    return `${number} lost ${fate.vetoes.map(veto => veto.kind).join('+') || fate.why}`
  }
  return [
    ...[...procedures].flatMap(([{part}, fate]) => {
      if (fate.kind === 'same' && fate.now.part === part) return []
      return [fate.kind === 'lost' ? `${part} lost` : `${part} ${fate.kind} ${fate.now.part}`]
    }),
    ...[...steps].map(([{part, ordinal}, fate]) => told(`${part}.${ordinal}`, fate)),
  ]
}
