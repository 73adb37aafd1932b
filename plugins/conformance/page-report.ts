import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import {project, readFrontMatter, readOrigin, scan, type Scan} from '../bilingual/index.ts'
import {checkArticle, checkParity, parse, stepsOf} from '../runbook/index.ts'
import {renderPublished, renderSide, type Rendered} from './html.ts'
import type {CorpusArticle} from './text-report.ts'
import {shapeOf} from './tree-breach.ts'
import {findUnsafe} from './unsafe.ts'

/** What an article came to as Markdown: its HTML, steps and diagnostics. */
export interface PageReport {
  /**
   * HTML of the target beside that of the published file: `elsewhere` where it differs in blocks whose text is the same;
   * null where there is no published file.
   */
  readonly html: 'equal' | 'differs with its text' | 'differs elsewhere' | null
  /** What neither language's HTML may hold. */
  readonly unsafe: readonly string[]
  /** Ordered lists of the source side, nested ones too, and their items. */
  readonly lists: number
  readonly items: number
  /** Step trees of both languages: the same, or not with a finding, or not without one. */
  readonly trees: 'same' | 'differ with a finding' | 'differ silently'
  /** Rule ids of everything that was found, parity of steps, code and links included. */
  readonly rules: readonly string[]
}

/** Parses, renders and checks an article in both languages. */
export function reportPage({path, text, published}: CorpusArticle): PageReport {
  const article = scan(text)
  const [source, target] = [project(article, 'source'), project(article, 'target')]
  const [ours, theirs] = [stepsOf(source), stepsOf(target)]
  const parity = checkParity(ours, theirs, article.segments)
  const {locale} = readOrigin(readFrontMatter(article, 'target').attributes)
  const body = bodyOf(article)
  const rendered = renderSide(body, 'target', locale)
  const isSame = shapeOf(ours) === shapeOf(theirs)
  return {
    html:
      published === null
        ? null
        : compareHtml(target.text.slice(target.bodyStart), rendered, published, locale),
    unsafe: [rendered, renderSide(body, 'source', null)].flatMap(({html}) => findUnsafe(html)),
    ...countItems(parse(source.text.slice(source.bodyStart))),
    trees: isSame ? 'same' : parity.length > 0 ? 'differ with a finding' : 'differ silently',
    rules: [
      ...checkArticle({path, text})
        .messages.map(({ruleId}) => ruleId ?? '')
        .filter(rule => rule !== 'parity-broken'),
      ...parity.map(({ruleId}) => ruleId),
    ],
  }
}

/** What stands behind the front matter. */
function bodyOf(article: Scan): string {
  return article.text.slice(readFrontMatter(article, 'target').range?.end ?? 0)
}

function compareHtml(
  body: string,
  ours: Rendered,
  published: string,
  locale: string | null,
): PageReport['html'] {
  const other = bodyOf(scan(published))
  const theirs = renderPublished(other, locale)
  if (ours.html === theirs.html) return 'equal'
  const [left, right] = [body.split('\n'), other.split('\n')]
  // With lines of another number only the blocks before the first difference are known to be the same.
  const first = left.findIndex((line, index) => line !== right[index])
  const isTouched = ([from, to]: readonly [number, number]) =>
    left.length === right.length
      ? left.slice(from - 1, to).some((line, index) => line !== right[from - 1 + index])
      : to > first
  const elsewhere = ours.blocks.some(
    ({html, lines}, index) => !isTouched(lines) && html !== theirs.blocks[index]?.html,
  )
  return elsewhere || first === -1 ? 'differs elsewhere' : 'differs with its text'
}

function countItems(tree: Root): Pick<PageReport, 'lists' | 'items'> {
  let [lists, items] = [0, 0]
  visit(tree, 'list', ({ordered, children}) => {
    if (ordered !== true) return
    lists += 1
    items += children.length
  })
  return {lists, items}
}
