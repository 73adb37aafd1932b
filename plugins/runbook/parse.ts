import type {Root} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'

// The only processor that the core configures: CommonMark with the extensions of GitHub.
const processor = unified().use(remarkParse).use(remarkGfm).freeze()

/** Markdown of one language → its tree, with offsets into that Markdown. */
export function parse(markdown: string): Root {
  return processor.parse(markdown)
}
