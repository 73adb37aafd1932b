import type {Node, Root} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import type {Projection} from '../bilingual/index.ts'
import {asWritten, findTooDeep} from '../remark-bilingual/index.ts'

// The only processor that the core configures: CommonMark with the extensions of GitHub.
const processor = unified().use(remarkParse).use(remarkGfm).freeze()

/** The tree of a projection below its front matter, with places in the whole of it. */
export function parseBody({text, bodyStart}: Projection): Root {
  const root = parse(text.slice(bodyStart))
  // Blanks in the place of the front matter would give the same tree, and cost a sixth of the parsing.
  const lines = text.slice(0, bodyStart).match(/\r\n|\r|\n/g)?.length ?? 0
  if (bodyStart > 0)
    visit(root, ({position}) => {
      move(position, {offset: bodyStart, line: lines})
    })
  return root
}

function move(position: Node['position'], by: {readonly offset: number; readonly line: number}): void {
  for (const point of position ? [position.start, position.end] : []) {
    point.line += by.line
    point.offset = (point.offset ?? 0) + by.offset
  }
}

/** Markdown of one language → its tree, with offsets into that Markdown. What nests too deep is shown as it is written. */
export function parse(markdown: string): Root {
  return findTooDeep(markdown) === null ? processor.parse(markdown) : asWritten(markdown)
}
