import type {Range, Segment} from '../bilingual/segment.ts'
import {findFaults, patch, project, readHead, scan, type Scan} from '../bilingual/index.ts'

/** What a text breaks of the promises that hold for every text, in words; null where it breaks none. */
export type Breach = string | null

/** The promises of the format's reader, each asked for by itself: none of them is read off the reader's own marks. */
export function breachOf(text: string): Breach {
  const article = scan(text)
  return (
    breachOfSegments(article) ??
    breachOfPatch(article) ??
    breachOfProjection(article) ??
    breachOfPairs(article) ??
    breachOfHead(article)
  )
}

function breachOfSegments({text, segments}: Scan): Breach {
  let end = 0
  for (const {range, target, source} of segments) {
    if (range.start < end) return 'segments overlap'
    end = range.end
    if (target.range.end > source.range.start || source.range.end > range.end)
      return 'a text stands outside its pair'
    if (slice(text, target.range) !== target.text || slice(text, source.range) !== source.text)
      return 'a range is not the place of its text'
  }
  return end > text.length ? 'a segment ends behind the text' : null
}

/** Nothing new is written: not a byte changes. An id that stands twice is refused with its finding. */
function breachOfPatch(article: Scan): Breach {
  const {text, segments} = article
  const counts = new Map<string, number>()
  for (const {id} of segments) counts.set(id, (counts.get(id) ?? 0) + 1)
  const once = segments.filter(({id}) => counts.get(id) === 1)
  const own = patch(article, new Map(once.map(({id, target}) => [id, target.text])))
  if (!own.ok) return 'the identity patch is refused'
  if (own.text !== text) return 'the identity patch changes the text'
  const twice = segments.find(({id}) => counts.get(id) !== 1)
  if (twice === undefined) return null
  const refused = patch(article, new Map([[twice.id, twice.target.text]]))
  return refused.ok || refused.findings.length === 0 ? 'an ambiguous patch is carried out' : null
}

function breachOfProjection(article: Scan): Breach {
  const skeleton = blanked(article, '')
  for (const side of ['target', 'source'] as const) {
    const {text, segments, toAuthored, toProjected} = project(article, side)
    let outside = ''
    let at = 0
    for (const {range, segment, shown} of segments) {
      outside += text.slice(at, range.start)
      at = range.end
      if (slice(text, range) !== segment[shown].text) return `the ${side} text is not what its segment says`
      if (range.start < range.end && toProjected(toAuthored(range.start)) !== range.start)
        return `a place of the ${side} text does not lead back`
    }
    if (outside + text.slice(at) !== skeleton) return `the ${side} text changes the skeleton`
  }
  return null
}

const form = {target: '<span data-ttu-id="', lookup: '</span><span class="sxs-lookup"><span data-stu-id="'}
const marks = /<span[^<>]*(?:data-[ts]tu-id|sxs-lookup)|data-[ts]tu-id\s*=|class="sxs-lookup"/i
const traces = /<\/span>|<span(?![\w-])[^<>]*(?:<|$)|<span\s+[^<>="']*>/

/** Whatever is left of a pair that no pair explains has a finding. */
function breachOfPairs(article: Scan): Breach {
  const {segments, findings} = article
  if (findings.length > 0) return null
  if (segments.some(segment => !isExact(article.text, segment)))
    return 'a pair of another form has no finding'
  if (segments.some(({target, source}) => marks.test(target.text) || marks.test(source.text)))
    return 'a tag of a pair inside a pair has no finding'
  if (segments.some(({target, source}) => target.text.trim() === '' || source.text.trim() === ''))
    return 'an empty text has no finding'
  const rest = blanked(article, '\u0001')
  if (marks.test(rest)) return 'a broken pair has no finding'
  return segments.length > 0 && !/<span/i.test(rest) && traces.test(rest)
    ? 'a left-over tag has no finding'
    : null
}

function isExact(text: string, {id, range, target, source}: Segment): boolean {
  const written = `${form.target}${id}">${target.text}${form.lookup}${id}">${source.text}</span></span>`
  return slice(text, range) === written
}

function breachOfHead(article: Scan): Breach {
  for (const side of ['target', 'source'] as const) {
    const {content} = readHead(article.text, side)
    if (!project(article, side).text.endsWith(content)) return `the ${side} body is not the end of its text`
  }
  const faults = new Set(findFaults(article))
  const own = article.findings.every(each => faults.has(each))
  return own ? null : 'a finding about a pair is lost'
}

function blanked({text, segments}: Scan, filler: string): string {
  const parts: string[] = []
  let at = 0
  for (const {range} of segments) {
    parts.push(text.slice(at, range.start))
    at = range.end
  }
  return [...parts, text.slice(at)].join(filler)
}

function slice(text: string, {start, end}: Range): string {
  return text.slice(start, end)
}
