import type {Heading, Node, Root} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {visit} from 'unist-util-visit'

/** The nodes of a heading that Docusaurus' table of contents writes with what they hold escaped. */
const escaped = ['text', 'inlineCode', 'emphasis', 'strong', 'delete', 'link']

/**
 * Escapes what a heading holds for the table of contents, which Docusaurus keeps as HTML: of each other node it takes
 * `toString` as it is, an image's description for example. `toString` prefers a `value`, which pages do not show of these.
 */
export default function remarkHeadings() {
  return (tree: Root): void => visit(tree, 'heading', escapeIn)
}

function escapeIn(parent: Heading | Node): void {
  if (!('children' in parent)) return
  for (const node of parent.children as Node[]) {
    if (escaped.includes(node.type)) escapeIn(node)
    // HTML is judged before, and what stays is harmless.
    else if (node.type !== 'html') escapeNode(node)
  }
}

function escapeNode(node: Node & {value?: string}): void {
  const text = toString(node)
  if (/[<&]/.test(text)) node.value = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
