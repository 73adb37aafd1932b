import type {Finding} from './finding.ts'
import type {Segment} from './segment.ts'
import {scan, type Scan} from './scan.ts'
import {literal} from './tags.ts'

/** The file's new text, or why nothing was changed. */
export type Patched =
  {readonly ok: true; readonly text: string} | {readonly ok: false; readonly findings: readonly Finding[]}

/**
 * Writes new target texts, by segment id, in place of the old ones and leaves every other byte as it is. Nothing is
 * changed where an id stands twice or where a text would break the format. Throws a `TypeError` for an id that the scan
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
  if (isOnlyPatched(article, scan(text), changes)) return {ok: true, text}
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

/** Whether a text, in a pair of its own, reads back as it was written. */
function isTarget(text: string): boolean {
  const alone = `${literal.target}00000-1">${text}${literal.close}${literal.lookup}${literal.source}00000-1">x</span></span>`
  return scan(alone).segments[0]?.target.text === text
}

function toFinding({segment}: Change): Finding {
  return {ruleId: 'target-malformed', args: {id: segment.id}, range: segment.target.range}
}
