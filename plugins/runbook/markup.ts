import type {Finding} from '../bilingual/finding.ts'
import {project, type Projection, type Scan} from '../bilingual/index.ts'
import {pairTag} from './anchors.ts'
import {parseBody} from './parse.ts'
import {findTooDeep, refuseMarkup} from '../remark-bilingual/index.ts'
import {rangeOf} from './steps.ts'

/**
 * HTML, links and images of an article that its page does not hold, on either side, each place once. `depth`: folders
 * between the article and the root of the content, where that is known.
 */
export function checkMarkup(article: Scan, depth?: number): readonly Finding[] {
  return onBothSides(article, projection => {
    const deep = nestingOf(projection)
    return deep.length > 0 ? deep : refusalsOf(projection, depth)
  })
}

/** Markdown that nests deeper than it is read, on either side. Nothing is parsed for it. */
export function checkNesting(article: Scan): readonly Finding[] {
  return onBothSides(article, nestingOf)
}

function onBothSides(
  article: Scan,
  findingsOf: (projection: Projection) => readonly Finding[],
): readonly Finding[] {
  const findings = (['source', 'target'] as const).flatMap(side => findingsOf(project(article, side)))
  return [...new Map(findings.map(each => [JSON.stringify([each.ruleId, each.range]), each])).values()]
}

function nestingOf(projection: Projection): readonly Finding[] {
  const deep = findTooDeep(projection.text)
  if (deep === null) return []
  const range = {start: projection.toAuthored(deep.start), end: projection.toAuthored(deep.end, 'end')}
  return [{ruleId: 'nesting-refused', args: {}, range}]
}

function refusalsOf(projection: Projection, depth: number | undefined): readonly Finding[] {
  return refuseMarkup(parseBody(projection), depth).flatMap(({ruleId, actual, node}): Finding[] => {
    const named = actual.filter(each => !pairTag.test(each)).map(shortened)
    if (named.length === 0) return []
    return [{ruleId, args: {actual: named}, range: rangeOf(node, projection)}]
  })
}

function shortened(written: string): string {
  return written.length > 80 ? `${written.slice(0, 79)}…` : written
}
