import type {Html, Root} from 'mdast'
import {visit} from 'unist-util-visit'

// The elements of the HTML Standard §4 with the obsolete ones that articles hold, and the roots of SVG and MathML.
const elements = new Set(
  (
    'a abbr address area article aside audio b base bdi bdo big blockquote body br button canvas caption center cite ' +
    'code col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure font ' +
    'footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main ' +
    'map mark math menu meta meter nav noscript object ol optgroup option output p picture pre progress q rp rt ruby ' +
    's samp script search section select slot small source span strike strong style sub summary sup svg table tbody ' +
    'td template textarea tfoot th thead time title tr track tt u ul var video wbr'
  ).split(' '),
)

const tagName = /<\/?([a-z][a-z0-9-]*)/gi

/**
 * Shows `<user principal name>`, which CommonMark takes for a tag, as the text it is. Only names that HTML does not know
 * are shown so.
 */
export function showPlaceholders(tree: Root): void {
  visit(tree, 'html', (node, index, parent) => {
    if (index === undefined || parent === undefined || !isPlaceholder(node)) return
    const text = {type: 'text' as const, value: node.value, ...(node.position && {position: node.position})}
    const isPhrasing = parent.type !== 'root' && parent.type !== 'blockquote' && parent.type !== 'listItem'
    const shown = isPhrasing
      ? text
      : {type: 'paragraph' as const, children: [text], ...(node.position && {position: node.position})}
    parent.children.splice(index, 1, shown as never)
  })
}

/** An inline node is one tag; a block of HTML may hold more, and is text only if it begins and goes on with such names. */
function isPlaceholder({value}: Html): boolean {
  if (!/^<\/?[a-z]/i.test(value)) return false
  const names = Array.from(value.matchAll(tagName), match => match[1]?.toLowerCase() ?? '')
  return names.every(name => !elements.has(name))
}
