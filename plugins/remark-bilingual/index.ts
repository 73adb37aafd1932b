// unified adapter: the text is projected before the Markdown parser sees it; what stands only in Markdown is done after.
import type {Root} from 'mdast'
import type {Processor} from 'unified'
import type {VFile} from 'vfile'
import {project, readFrontMatter, readOrigin, scan, type Side} from '../bilingual/index.ts'
import {toAlerts, type AlertForm} from './alerts.ts'
import {asWritten} from './as-written.ts'
import {liftHeadingIds} from './heading-ids.ts'
import {rewriteLinks} from './links.ts'
import {findTooDeep} from './nesting.ts'
import {withAuthoredPlace, type Bilingual} from './place.ts'
import {refuseMarkup} from './refusals.ts'
import {markUntranslated} from './untranslated.ts'

export {asWritten} from './as-written.ts'
export {findTooDeep} from './nesting.ts'
export {placeOf} from './place.ts'
export {refuseMarkup, type Refusal} from './refusals.ts'

/** The format's source is always English. */
const sourceLocale = 'en-US'

/** What the plugin leaves of an article. */
export interface Options {
  /** The language that is left. */
  readonly side: Side
  /**
   * Locale of links to Microsoft's documentation, a BCP-47 tag; the mark of what is not translated is in its words.
   *
   * @default en-US for the source; for the target the article's `ms.contentlocale`, and none where it has none
   */
  readonly locale?: string
  /**
   * What `> [!NOTE]` becomes: a `div` of class `alert`, or the directive that Docusaurus' admonitions read.
   *
   * @default 'element'
   */
  readonly alerts?: AlertForm
  /**
   * Folders between the file at a path and the root of the content: a link or an image that leads to a file beyond it is
   * refused.
   *
   * @default not known, and paths may lead upwards
   */
  readonly depthOf?: (path: string) => number
}

/**
 * Leaves one side of a bilingual article: wraps the processor's parser, so use it after `remark-parse`. Then
 * `<a name>` in a heading becomes its id, links to Microsoft's documentation get host and locale, `> [!NOTE]` becomes an
 * alert. In every article, with segments or without, HTML that is not harmless is shown as text, `<placeholder>` with it,
 * and links and images that may not stand on a page go.
 *
 * Positions in the tree are those of the projected text: `placeOf` gives the authored file's.
 */
export default function remarkBilingual(
  this: Processor,
  options: Options,
): (tree: Root, file: VFile) => void {
  const parser = this.parser
  if (parser === undefined)
    throw new TypeError('Expected a parser to wrap: use remark-parse before remark-bilingual')
  this.parser = (document, file) => {
    // A byte order mark is no part of Markdown, and the parser's offsets do not count it.
    const article = scan(document.replace(/^\uFEFF/, ''))
    const bilingual: Bilingual = {...project(article, options.side), scan: article}
    file.data.bilingual = bilingual
    try {
      return findTooDeep(bilingual.text) === null ? parser(bilingual.text, file) : asWritten(bilingual.text)
    } catch (cause) {
      throw withAuthoredPlace(cause, bilingual)
    }
  }
  return (tree, file) => {
    const {bilingual} = file.data
    if (bilingual !== undefined && bilingual.segments.length > 0) {
      const locale = options.locale ?? defaultLocale(bilingual)
      markUntranslated(tree, bilingual, locale)
      finish(tree, locale, options.alerts)
    }
    file.data.refusals = refuseMarkup(tree, options.depthOf?.(file.path))
  }
}

/** What an article of Microsoft's is given after its text is one language: heading ids, links, alerts. */
export function finish(tree: Root, locale: string | null, alerts: AlertForm = 'element'): void {
  liftHeadingIds(tree)
  rewriteLinks(tree, locale)
  toAlerts(tree, alerts)
}

function defaultLocale({side, scan: article}: Bilingual): string | null {
  return side === 'source' ? sourceLocale : readOrigin(readFrontMatter(article, 'target').attributes).locale
}
