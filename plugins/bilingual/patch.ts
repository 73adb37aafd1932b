import type {Finding} from './finding.ts'
import type {Segment} from './segment.ts'
import {frontMatterRange} from './front-matter-range.ts'
import {readFrontMatter} from './front-matter.ts'
import {findDuplicateHeadingIds} from './headings.ts'
import {scan, type Scan} from './scan.ts'
import {literal} from './tags.ts'

/** The file's new text, or why nothing was changed. */
export type Patched =
  {readonly ok: true; readonly text: string} | {readonly ok: false; readonly findings: readonly Finding[]}

/**
 * Writes new target texts, by segment id, in place of the old ones and leaves every other byte as it is. Nothing is
 * changed where an id stands twice, or where a text would break the format or has a fault that the article had not: only an
empty text is one that may be written. Throws a `TypeError` for an id that the scan
 * does not have.
 *
 * `patch(article, new Map([['3e638-106', 'Sur la page **Accueil**, …']]))`
 */
export function patch(article: Scan, changes: ReadonlyMap<string, string>): Patched {
  const changed = article.segments.flatMap((segment): readonly Change[] => {
    const text = changes.get(segment.id)
    return text === undefined ? [] : [{segment, text}]
  })
  const ids = new Set(changed.map(({segment}) => segment.id))
  for (const id of changes.keys()) if (!ids.has(id)) throw new TypeError(`Unexpected segment id ${id}`)
  if (changed.length > ids.size) {
    return {
      ok: false,
      findings: article.findings.filter(
        ({ruleId, args}) => ruleId === 'segment-duplicate' && ids.has(String(args['id'])),
      ),
    }
  }
  const text = splice(article.text, changed)
  const after = scan(text)
  const isWhole = changed.every(
    each => each.text === each.segment.target.text || !loneSurrogate.test(each.text),
  )
  if (isWhole && isOnlyPatched(article, after, changes) && !hasNewFault(article, after))
    return {ok: true, text}
  const broken = changed.filter(change => !isTarget(change.text))
  return {ok: false, findings: (broken.length > 0 ? broken : changed).map(toFinding)}
}

interface Change {
  readonly segment: Segment
  readonly text: string
}

function splice(text: string, changed: readonly Change[]): string {
  const parts: string[] = []
  let at = 0
  for (const {segment, text: wanted} of changed) {
    parts.push(text.slice(at, segment.target.range.start), wanted)
    at = segment.target.range.end
  }
  return [...parts, text.slice(at)].join('')
}

/** Whether the patched text reads as the same segments with the same source texts and the wanted targets. */
function isOnlyPatched(before: Scan, after: Scan, changes: ReadonlyMap<string, string>): boolean {
  return (
    before.segments.length === after.segments.length &&
    before.segments.every((segment, index) => {
      const now = after.segments[index]
      return (
        now?.id === segment.id &&
        now.source.text === segment.source.text &&
        now.target.text === (changes.get(segment.id) ?? segment.target.text)
      )
    })
  )
}

/** Half of a character: a file cannot hold it. */
const loneSurrogate = /\p{Surrogate}/u

/** Whether a patched text has a fault more than before; words that are missing are none. */
function hasNewFault(before: Scan, after: Scan): boolean {
  const isHeadSame = headOf(before) === headOf(after)
  const faultsOf = (each: Scan) =>
    [
      ...each.findings,
      ...findDuplicateHeadingIds(each.text),
      ...(isHeadSame ? [] : readFrontMatter(each, 'target').findings),
    ]
      .filter(({ruleId}) => ruleId !== 'target-empty')
      .map(({ruleId, args}) => JSON.stringify([ruleId, {...args, firstLine: null}]))
  const known = new Map<string, number>()
  for (const fault of faultsOf(before)) known.set(fault, (known.get(fault) ?? 0) + 1)
  return faultsOf(after).some(fault => {
    const left = known.get(fault) ?? 0
    known.set(fault, left - 1)
    return left === 0
  })
}

function headOf({text}: Scan): string {
  return text.slice(0, frontMatterRange(text)?.block.end ?? 0)
}

/** Whether a text, in a pair of its own, reads back as it was written and has no fault. */
function isTarget(text: string): boolean {
  const alone = `${literal.target}00000-1">${text}${literal.close}${literal.lookup}${literal.source}00000-1">x</span></span>`
  const {segments, findings} = scan(alone)
  const isFaulty = findings.some(({ruleId}) => ruleId !== 'target-empty')
  return segments[0]?.target.text === text && !isFaulty && !loneSurrogate.test(text)
}

function toFinding({segment}: Change): Finding {
  return {ruleId: 'target-malformed', args: {id: segment.id}, range: segment.target.range}
}
