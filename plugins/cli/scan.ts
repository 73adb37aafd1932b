import {createPlaces, findFaults, scan as scanText} from '../bilingual/index.ts'
import {checkArticle} from '../runbook/index.ts'
import type {Run} from './command.ts'
import {readText} from './files.ts'
import {UsageError} from './usage-error.ts'

/** `passerelle scan --json`: segments with ids, places and both texts; findings by rule. Exits with 1 on errors. */
export const scan: Run = async ({options: {json}, paths}) => {
  const [path, ...more] = paths
  if (json !== true) throw new UsageError('Missing --json')
  if (path === undefined || more.length > 0)
    throw new UsageError('Unexpected number of paths, expected one article')
  const article = scanText(readText(path))
  const placeOf = createPlaces(article.text)
  const findings = findFaults(article).map(({ruleId, args, range}) => ({
    ruleId,
    args,
    range,
    place: placeOf(range.start),
  }))
  process.stdout.write(`${JSON.stringify({path, segments: article.segments, findings}, null, 2)}\n`)
  return checkArticle({path, text: article.text}).messages.some(({fatal}) => fatal === true) ? 1 : 0
}
