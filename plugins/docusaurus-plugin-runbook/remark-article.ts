import {readFileSync} from 'node:fs'
import type {Root} from 'mdast'
import type {Processor} from 'unified'
import type {VFile} from 'vfile'
import {scan} from '../bilingual/index.ts'
import remarkBilingual, {type Options as BilingualOptions} from '../remark-bilingual/index.ts'
import {parseBody} from '../runbook/index.ts'

/** What the plugin has to be told. */
export interface Options extends BilingualOptions {
  /** Whether the article at this path has an action file. */
  readonly isRunbook: (path: string) => boolean
}

/**
 * `remarkBilingual` for Docusaurus. An article and every runbook is read as the compiler of runbooks reads it: the file
 * itself, for Docusaurus unwraps `mdx-code-block` in what it hands on, and without directives, so that one text has one
 * list of steps. A guide is read by Docusaurus' own parser.
 */
export default function remarkArticle(
  this: Processor,
  {isRunbook, ...options}: Options,
): (tree: Root, file: VFile) => void {
  const ofGuides = this.parser
  if (ofGuides === undefined) throw new TypeError('Expected a parser to wrap: use remark-parse before')
  const authoredOf = (path: string): string | null => {
    const text = readFileSync(path, 'utf8')
    return isRunbook(path) || scan(text).segments.length > 0 ? text : null
  }
  const articles = new WeakSet<VFile>()
  this.parser = (text, file) => {
    const {bilingual} = file.data
    return bilingual !== undefined && articles.has(file) ? parseBody(bilingual) : ofGuides(text, file)
  }
  const transform = remarkBilingual.call(this, options)
  const ofBilingual = this.parser
  this.parser = (document, file) => {
    const authored = authoredOf(file.path)
    if (authored !== null) articles.add(file)
    return ofBilingual(authored ?? document, file)
  }
  return transform
}
