import type {Finding} from '../bilingual/finding.ts'
import {project, type Projection, type Scan} from '../bilingual/index.ts'
import {pairTag} from './anchors.ts'
import {parseBody} from './parse.ts'
import {findTooDeep, refuseMarkup} from '../remark-bilingual/index.ts'
import {rangeOf} from './steps.ts'

/** HTML, links and images of an article that its page does not hold, on either side, each place once. */
export function checkMarkup(article: Scan): readonly Finding[] {
  const findings = (['source', 'target'] as const).flatMap(side => findingsOf(project(article, side)))
  return [...new Map(findings.map(each => [JSON.stringify([each.ruleId, each.range]), each])).values()]
}

function findingsOf(projection: Projection): readonly Finding[] {
  const deep = findTooDeep(projection.text)
  if (deep !== null) {
    const range = {start: projection.toAuthored(deep.start), end: projection.toAuthored(deep.end, 'end')}
    return [{ruleId: 'nesting-refused', args: {}, range}]
  }
  return refuseMarkup(parseBody(projection)).flatMap(({ruleId, actual, node}): Finding[] => {
    const named = actual.filter(each => !pairTag.test(each)).map(shortened)
    if (named.length === 0) return []
    return [{ruleId, args: {actual: named}, range: rangeOf(node, projection)}]
  })
}

function shortened(written: string): string {
  return written.length > 80 ? `${written.slice(0, 79)}…` : written
}
