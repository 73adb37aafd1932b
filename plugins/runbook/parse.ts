import type {Root} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import type {Projection} from '../bilingual/index.ts'
import {asWritten, findTooDeep} from '../remark-bilingual/index.ts'

// The only processor that the core configures: CommonMark with the extensions of GitHub.
const processor = unified().use(remarkParse).use(remarkGfm).freeze()

/** The tree of a projection below its front matter, with offsets into the whole of it. */
export function parseBody({text, bodyStart}: Projection): Root {
  return parse(text.slice(0, bodyStart).replace(/[^\r\n]/g, ' ') + text.slice(bodyStart))
}

/** Markdown of one language → its tree, with offsets into that Markdown. What nests too deep is shown as it is written. */
export function parse(markdown: string): Root {
  return findTooDeep(markdown) === null ? processor.parse(markdown) : asWritten(markdown)
}
