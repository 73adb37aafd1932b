import type {PageReport} from './page-report.ts'
import type {CorpusArticle, TextReport} from './text-report.ts'

/** What a corpus says beforehand of an article: one line of its manifest. */
export interface Expectation {
  readonly path: string
  readonly segments?: number
  /** `exact`, or in words why the published file differs or that there is none. */
  readonly result: string
}

/** An article with all that was found out about it. */
export interface ArticleReport {
  readonly path: string
  readonly expected: Expectation | null
  /** Null where the reader threw. */
  readonly text: TextReport | null
  /** Null where it threw, or only the text was asked for. */
  readonly page: PageReport | null
  /** What it threw. */
  readonly crash: string | null
  readonly milliseconds: number
}

/** Reports on one article; nothing that it does to the reader ends the run. */
export function reportArticle(
  article: CorpusArticle,
  expected: Expectation | null,
  steps: {
    readonly text: (article: CorpusArticle) => TextReport
    readonly page?: (article: CorpusArticle) => PageReport
  },
  clock: () => number,
): ArticleReport {
  const begun = clock()
  const about = {path: article.path, expected}
  try {
    const text = steps.text(article)
    const page = steps.page?.(article) ?? null
    return {...about, text, page, crash: null, milliseconds: clock() - begun}
  } catch (cause) {
    const crash = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
    return {...about, text: null, page: null, crash, milliseconds: clock() - begun}
  }
}

/** Why an article fails the format, in words; none where all is well or explained. */
export function faultsOf({text, page, crash, expected}: ArticleReport): readonly string[] {
  if (text === null) return [`it throws: ${crash ?? ''}`]
  const {comparison, unread, spread, segments} = text
  const reasons = comparison?.reasons ?? []
  const isSaid = expected !== null && expected.result !== 'exact'
  return [
    ...(unread.length > 0
      ? [`${unread.length} pairs cannot be read: ${[...new Set(unread)].join(', ')}`]
      : []),
    ...(text.isIdentity ? [] : ['the identity patch changes it or is refused']),
    ...(spread.length > 0 ? [`patches of ${spread.slice(0, 5).join(', ')} change more than their text`] : []),
    ...(text.isFree ? [] : ['a projected text holds a tag of a pair']),
    ...(reasons.length > 0 && expected?.result === 'exact'
      ? ['the target differs, the manifest says exact']
      : []),
    ...(reasons.includes('other') && !isSaid ? ['the target differs for no known reason'] : []),
    ...(expected?.segments !== undefined && expected.segments !== segments
      ? [`${segments} segments, the manifest says ${expected.segments}`]
      : []),
    ...(page?.html === 'differs elsewhere' || (reasons.length === 0 && page?.html === 'differs with its text')
      ? ['its HTML differs where its text does not']
      : []),
    ...(page === null ? [] : page.unsafe.map(each => `its HTML holds ${each}`)),
    ...(page?.trees === 'differ silently' ? ['its step trees differ and have no finding'] : []),
  ]
}
