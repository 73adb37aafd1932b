import type {Finding} from '../../src/model/finding.ts'
import {project, type Projection, type Scan} from '../bilingual/index.ts'
import {pairTag} from './anchors.ts'
import {parseBody} from './parse.ts'
import {refuseMarkup} from './refusals.ts'
import {rangeOf} from './steps.ts'

/** HTML, links and images of an article that its page does not hold, on either side, each place once. */
export function checkMarkup(article: Scan): readonly Finding[] {
  const findings = (['source', 'target'] as const).flatMap(side => findingsOf(project(article, side)))
  return [...new Map(findings.map(each => [JSON.stringify([each.ruleId, each.range]), each])).values()]
}

function findingsOf(projection: Projection): readonly Finding[] {
  return refuseMarkup(parseBody(projection)).flatMap(({ruleId, actual, node}): Finding[] => {
    const named = actual.filter(each => !pairTag.test(each)).map(shortened)
    if (named.length === 0) return []
    return [{ruleId, args: {actual: named}, range: rangeOf(node, projection)}]
  })
}

function shortened(written: string): string {
  return written.length > 80 ? `${written.slice(0, 79)}…` : written
}
