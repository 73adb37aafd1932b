import type {Finding} from '../../src/model/finding.ts'
import type {Range} from '../../src/model/segment.ts'
import {sha256} from './hash.ts'
import type {Literals, StepTree} from './steps.ts'

/** Hash of what both languages of an article must share: procedures, numbers, code spans and link targets. */
export function fingerprint({procedures, prose}: StepTree): string {
  const steps = procedures.map(each => each.steps.map(({ordinal, codes, links}) => [ordinal, codes, links]))
  return sha256(JSON.stringify([steps, prose.codes, prose.links]))
}

/** Where the target text has other steps, code spans or link targets than the source text. */
export function checkParity(source: StepTree, target: StepTree): readonly Finding[] {
  if (fingerprint(source) === fingerprint(target)) return []
  const [ours, theirs] = [shapeOf(source), shapeOf(target)]
  if (ours !== theirs) {
    const range = differingPart(source, target)
    return [{ruleId: 'parity-broken', args: {what: 'ordered lists', actual: theirs, expected: ours}, range}]
  }
  const steps = target.procedures.flatMap(each => each.steps)
  const sources = source.procedures.flatMap(each => each.steps)
  return [
    ...steps.flatMap((step, index) => checkLiterals(sources[index], step, step.range)),
    ...checkLiterals(source.prose, target.prose, {start: 0, end: 0}),
  ]
}

function checkLiterals(source: Literals | undefined, target: Literals, range: Range): readonly Finding[] {
  return (['codes', 'links'] as const).flatMap((kind): Finding[] => {
    const [expected, actual] = [source?.[kind].join(' · ') ?? '', target[kind].join(' · ')]
    const what = kind === 'codes' ? 'code' : 'link targets'
    return expected === actual ? [] : [{ruleId: 'parity-broken', args: {what, actual, expected}, range}]
  })
}

/** `8 + 5`: the steps of each procedure. */
function shapeOf(tree: StepTree): string {
  const counts = tree.procedures.map(({steps}) => {
    const first = steps[0]?.ordinal ?? 1
    return first === 1 ? String(steps.length) : `${steps.length} from ${first}`
  })
  return counts.join(' + ') || 'none'
}

function differingPart(source: StepTree, target: StepTree): Range {
  const part = target.procedures.findIndex(
    ({steps}, index) => steps.length !== source.procedures[index]?.steps.length,
  )
  return (target.procedures[part] ?? target.procedures.at(-1))?.range ?? {start: 0, end: 0}
}
