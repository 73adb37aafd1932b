import type {Finding} from '../bilingual/finding.ts'
import type {Range, Segment} from '../bilingual/segment.ts'
import {sha256} from './hash.ts'
import {numberOf, type ArticleStep, type Literals, type PlacedLiteral, type StepTree} from './steps.ts'

/** Hash of what both languages of an article must share: procedures, numbers, code spans and link targets. */
export function fingerprint({procedures, prose}: StepTree): string {
  const steps = procedures.map(each =>
    each.steps.map(step => [step.ordinal, step.codes, step.links, innerOf(step)]),
  )
  return sha256(JSON.stringify([steps, textsOf(prose.codes), textsOf(prose.links)]))
}

/**
 * Where the target text has other steps, code spans or link targets than the source text. What the target lacks stands
 * at the target of the segment whose source has it.
 */
export function checkParity(
  source: StepTree,
  target: StepTree,
  segments: readonly Segment[] = [],
): readonly Finding[] {
  const differing = checkSteps(source, target, segments)
  if (fingerprint(source) === fingerprint(target) || shapeOf(source) !== shapeOf(target)) return differing
  const sources = stepsIn(source)
  const toTarget = targetPlaces(segments)
  return [
    ...differing,
    ...stepsIn(target).flatMap((step, index) => checkLiterals(sources[index], step, () => step.range)),
    ...checkLiterals(proseOf(source), proseOf(target), kind =>
      differingLiteral(source.prose[kind], target.prose[kind], toTarget),
    ),
  ]
}

/** Where the target text has other procedures, steps or steps inside them than the source text. */
export function checkSteps(
  source: StepTree,
  target: StepTree,
  segments: readonly Segment[],
): readonly Finding[] {
  const [ours, theirs] = [shapeOf(source), shapeOf(target)]
  if (ours !== theirs) {
    const range =
      differingPart(source, target) ?? targetPlaces(segments)(source.procedures[0]?.range ?? nowhere)
    return [{ruleId: 'parity-broken', args: {what: 'ordered lists', actual: theirs, expected: ours}, range}]
  }
  const sources = stepsIn(source)
  return stepsIn(target).flatMap((step, index): Finding[] => {
    const twin = sources[index]
    if (twin !== undefined && !isSamePlace(twin.range.start, step.range.start, segments)) {
      const args = {what: `step ${numberOf(step)}`, actual: step.sentence, expected: twin.sentence}
      return [{ruleId: 'parity-broken', args, range: step.range}]
    }
    const [expected, actual] = [twin, step].map(each => innerOf(each).join(', ') || 'none')
    if (expected === undefined || actual === undefined || expected === actual) return []
    const what = `numbers inside step ${numberOf(step)}`
    return [{ruleId: 'parity-broken', args: {what, actual, expected}, range: step.range}]
  })
}

/**
 * Whether both offsets lie in one segment, or are the same one outside of all, where both languages have one text. Of two
 * texts that share no file nothing is known.
 */
function isSamePlace(source: number, target: number, segments: readonly Segment[]): boolean {
  const within = (offset: number) =>
    segments.find(({range}) => range.start <= offset && offset < range.end)?.range.start ?? offset
  return segments.length === 0 || source === target || within(source) === within(target)
}

const nowhere: Range = {start: 0, end: 0}

/** The target of the segment at a place of the source, or the place itself. */
function targetPlaces(segments: readonly Segment[]): (range: Range) => Range {
  return range =>
    segments.find(each => each.source.range.start <= range.start && range.start <= each.source.range.end)
      ?.target.range ?? range
}

function stepsIn({procedures}: StepTree): readonly ArticleStep[] {
  return procedures.flatMap(each => each.steps)
}

function innerOf(step: ArticleStep | undefined): readonly string[] {
  return step?.inner.map(each => each.number) ?? []
}

function checkLiterals(
  source: Literals | undefined,
  target: Literals,
  placeOf: (kind: keyof Literals) => Range,
): readonly Finding[] {
  return (['codes', 'links'] as const).flatMap((kind): Finding[] => {
    const [expected, actual] = [source?.[kind].join(' · ') ?? '', target[kind].join(' · ')]
    const what = kind === 'codes' ? 'code' : 'link targets'
    if (expected === actual) return []
    return [{ruleId: 'parity-broken', args: {what, actual, expected}, range: placeOf(kind)}]
  })
}

function proseOf({prose}: StepTree): Literals {
  return {codes: textsOf(prose.codes), links: textsOf(prose.links)}
}

function textsOf(literals: readonly PlacedLiteral[]): readonly string[] {
  return literals.map(({text}) => text)
}

/** What the source has not, else what the target lacks, else the first of another order or number. */
function differingLiteral(
  source: readonly PlacedLiteral[],
  target: readonly PlacedLiteral[],
  toTarget: (range: Range) => Range,
): Range {
  const without = (these: readonly PlacedLiteral[], those: readonly PlacedLiteral[]) =>
    these.find(({text}) => !those.some(each => each.text === text))
  const added = without(target, source)
  const lost = without(source, target)
  const moved = target.find(({text}, index) => text !== source[index]?.text)
  const place = added?.range ?? (lost && toTarget(lost.range)) ?? moved?.range
  return place ?? toTarget(source[target.length]?.range ?? nowhere)
}

/** `8 + 5`: the steps of each procedure. */
function shapeOf(tree: StepTree): string {
  const counts = tree.procedures.map(({steps}) => {
    const first = steps[0]?.ordinal ?? 1
    return first === 1 ? String(steps.length) : `${steps.length} from ${first}`
  })
  return counts.join(' + ') || 'none'
}

function differingPart(source: StepTree, target: StepTree): Range | undefined {
  const part = target.procedures.findIndex(
    ({steps}, index) => steps.length !== source.procedures[index]?.steps.length,
  )
  return (target.procedures[part] ?? target.procedures.at(-1))?.range
}
