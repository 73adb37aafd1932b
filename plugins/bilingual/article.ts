import type {Finding} from './finding.ts'
import type {Side} from './segment.ts'
import {readFrontMatter, readSide, titleOf} from './front-matter.ts'
import {findDuplicateHeadingIds} from './headings.ts'
import {project} from './project.ts'
import {scan, type Scan} from './scan.ts'

/** What a page needs of an article before its Markdown is parsed. */
export interface ArticleHead {
  /** Plain text: the front matter's on the target side, the heading's on the source side, null where there is none. */
  readonly title: string | null
  /** Target side only, because the file does not keep the source's. */
  readonly description: string | null
  /** The side's whole front matter, localisation keys included on the target side. */
  readonly attributes: Readonly<Record<string, unknown>>
  /** The side's Markdown without front matter. */
  readonly content: string
  readonly findings: readonly Finding[]
}

/** The complete Markdown file of one side: its front matter and its body. */
export function projectArticle(text: string, side: Side): string {
  const read = scan(text)
  const projection = project(read, side)
  const {range, text: frontMatter} = readSide(read, projection)
  if (range === null) return projection.text
  return projection.text.slice(0, range.start) + frontMatter + projection.text.slice(projection.bodyStart)
}

/** Title, description and body of one side. Where the front matter cannot be read, the title is the heading's. */
export function readHead(text: string, side: Side): ArticleHead {
  const read = scan(text)
  const projection = project(read, side)
  const {attributes, findings} = readSide(read, projection)
  const {title, description} = attributes
  return {
    title: asText(title) ?? titleOf(projection),
    description: asText(description),
    attributes,
    content: projection.text.slice(projection.bodyStart),
    findings,
  }
}

/** Everything that is wrong with an article as a bilingual file: segments, heading ids, front matter; in file order. */
export function findFaults(article: Scan): readonly Finding[] {
  return [
    ...article.findings,
    ...findDuplicateHeadingIds(article.text),
    ...readFrontMatter(article, 'target').findings,
  ].sort((a, b) => a.range.start - b.range.start)
}

function asText(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}
