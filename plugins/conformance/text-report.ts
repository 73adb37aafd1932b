import {patch, project, projectArticle, scan} from '../bilingual/index.ts'
import {compare, type Comparison} from './comparison.ts'
import {tryPatches} from './patches.ts'

/** An article of a corpus. */
export interface CorpusArticle {
  /** Path below the folder of bilingual articles. */
  readonly path: string
  readonly text: string
  /** The published file of the target language; null where there is none. */
  readonly published: string | null
}

/** What reading an article as text came to. */
export interface TextReport {
  readonly segments: number
  /** Rule ids of pairs that could not be read. */
  readonly unread: readonly string[]
  /** Null where there is no published file. */
  readonly comparison: Comparison | null
  /** Neither language's text holds a tag of a pair. */
  readonly isFree: boolean
  readonly isIdentity: boolean
  /** Segments that were patched alone. */
  readonly patched: number
  /** Ids of segments whose patch changed something else. */
  readonly spread: readonly string[]
}

const marks = /data-[ts]tu-id|sxs-lookup/
const unreadable = [
  'segment-malformed',
  'segment-unpaired',
  'segment-nested',
  'segment-truncated',
  'segment-separated',
]

/** Reads an article, projects it, compares it with the published file and patches it. */
export function reportText({text, published}: CorpusArticle): TextReport {
  const article = scan(text)
  const {isIdentity, tried, spread} = tryPatches(article)
  const nothing = patch(article, new Map())
  return {
    segments: article.segments.length,
    unread: article.findings.map(({ruleId}) => ruleId).filter(each => unreadable.includes(each)),
    comparison: published === null ? null : compare(projectArticle(text, 'target'), published),
    isFree: (['target', 'source'] as const).every(side => !marks.test(project(article, side).text)),
    isIdentity: isIdentity && nothing.ok && nothing.text === text,
    patched: tried,
    spread,
  }
}
