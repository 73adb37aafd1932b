import {isMap, isScalar, parseDocument, type Document} from 'yaml'
import type {Finding} from './finding.ts'
import type {Range, Side} from './segment.ts'
import {frontMatterRange, isFrontMatterUnclosed, type FrontMatterRange} from './front-matter-range.ts'
import {keyOf, localisationKeys, toSourceAttributes, toSourceText} from './front-matter-source.ts'
import {readHeadings, toPlainTitle} from './headings.ts'
import {createPlaces} from './places.ts'
import {project, type Projection} from './project.ts'
import type {Scan} from './scan.ts'

/** An article's front matter as one side has it. */
export interface FrontMatter {
  readonly attributes: Readonly<Record<string, unknown>>
  /** The whole block with its fences, empty where the article has none. */
  readonly text: string
  /** Place of the block in the authored file; null where the article has none. */
  readonly range: Range | null
  readonly findings: readonly Finding[]
}

/**
 * The front matter of one side. The target's is the file's own, byte for byte. The source's has the title of the source
 * heading, no localisation key and no `description` (the file holds only its translation); its other lines are the
 * file's own. An article without segments has the same on both sides.
 */
export function readFrontMatter(scan: Scan, side: Side): FrontMatter {
  return readSide(scan, project(scan, side))
}

/** `readFrontMatter` for a projection that is there already. */
export function readSide(scan: Scan, projection: Projection): FrontMatter {
  const found = frontMatterRange(scan.text)
  if (found === null) return {attributes: {}, text: '', range: null, findings: absent(scan)}
  const document = parseDocument(scan.text.slice(found.yaml.start, found.yaml.end), {
    prettyErrors: false,
    logLevel: 'silent',
  })
  const {attributes, findings} = toAttributes(document, toFindings(document, scan.text, found), found)
  const own = projection.text.slice(found.block.start, projection.bodyStart)
  if (projection.side === 'target' || scan.segments.length === 0) {
    return {attributes, text: own, range: found.block, findings}
  }
  const title = titleOf(projection)
  return {
    attributes: toSourceAttributes(attributes, title),
    text: findings.length > 0 ? own : toSourceText(scan.text, found, document, title),
    range: found.block,
    findings,
  }
}

/** The plain text of the first heading of level 1 of a projection; null where there is none. */
export function titleOf(projection: Projection): string | null {
  const heading = readHeadings(projection.text).find(({level}) => level === 1)
  return heading === undefined ? null : toPlainTitle(heading.text) || null
}

function absent(scan: Scan): readonly Finding[] {
  const start = scan.text.startsWith('\uFEFF') ? 1 : 0
  if (isFrontMatterUnclosed(scan.text)) {
    const range = {start, end: start + '---'.length}
    return [{ruleId: 'front-matter-invalid', args: {reason: 'no closing `---`'}, range}]
  }
  if (scan.segments.length === 0) return []
  return [{ruleId: 'front-matter-missing', args: {}, range: {start, end: start}}]
}

function toFindings(document: Document.Parsed, text: string, {yaml}: FrontMatterRange): readonly Finding[] {
  // The reader repeats an error for the tokens that follow it on its line: one of a kind a line is enough.
  const places = createPlaces(text)
  const findings = document.errors.map(({message, pos: [start, end]}): readonly [string, Finding] => {
    const range = {start: yaml.start + start, end: yaml.start + Math.max(start, end)}
    const finding = {ruleId: 'front-matter-invalid', args: {reason: message}, range}
    return [`${places(range.start).line} ${message}`, finding]
  })
  return [...new Map(findings.reverse()).values()].reverse()
}

function toAttributes(
  document: Document.Parsed,
  findings: readonly Finding[],
  {yaml}: FrontMatterRange,
): Pick<FrontMatter, 'attributes' | 'findings'> {
  const refused = (reason: string) => ({
    attributes: {},
    findings:
      findings.length > 0 ? findings : [{ruleId: 'front-matter-invalid', args: {reason}, range: yaml}],
  })
  const {contents} = document
  if (contents === null) return {attributes: {}, findings}
  if (!isMap(contents)) return refused('not a map of keys and values')
  if (findings.length > 0) return {attributes: {}, findings}
  try {
    const attributes = contents.toJS(document) as Record<string, unknown>
    for (const pair of contents.items) {
      // An opaque hash of digits and one `e` is a number to YAML: what the format calls text is read as written.
      const key = keyOf(pair)
      if (localisationKeys.includes(key) && isScalar(pair.value)) attributes[key] = pair.value.source
    }
    return {attributes, findings}
  } catch (cause) {
    // Aliases that would grow without bound are refused by the library.
    return refused(cause instanceof Error ? cause.message : String(cause))
  }
}
