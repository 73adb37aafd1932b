import type {Blockquote, BlockContent, DefinitionContent, Root} from 'mdast'
import {visit} from 'unist-util-visit'

/** What an alert becomes: an element with classes, or a container directive. */
export type AlertForm = 'element' | 'directive'

interface ContainerDirective {
  type: 'containerDirective'
  name: string
  attributes: Record<string, string>
  children: (BlockContent | DefinitionContent)[]
  position?: Blockquote['position']
}

// Docusaurus has five kinds in its present look; the article's five words are theirs but for these.
const directiveNames: ReadonlyMap<string, string> = new Map([
  ['note', 'note'],
  ['tip', 'tip'],
  ['important', 'info'],
  ['warning', 'warning'],
  ['caution', 'danger'],
])

const marker = /^\[!([a-z]+)\][ \t]*(?:\r\n|\n|\r)?/i

/**
 * Turns each quote that begins with `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` or `[!CAUTION]`, in any letter
 * case, into an alert. Other words in brackets stay text.
 *
 * `> [!Note]` ⏎ `> Save first.` → `<div class="alert is-note" role="note"><p>Save first.</p></div>`, or `:::note`
 */
export function toAlerts(tree: Root, form: AlertForm): void {
  visit(tree, 'blockquote', (quote, index, parent) => {
    const kind = takeMarker(quote)
    if (kind === null || index === undefined || parent === undefined) return
    if (form === 'element') {
      quote.data = {
        ...quote.data,
        hName: 'div',
        hProperties: {className: ['alert', `is-${kind}`], role: 'note'},
      }
      return
    }
    const directive: ContainerDirective = {
      type: 'containerDirective',
      name: directiveNames.get(kind) ?? kind,
      attributes: {},
      children: quote.children,
      ...(quote.position === undefined ? {} : {position: quote.position}),
    }
    // The node is remark-directive's; its types would come with a package that only this line would use.
    parent.children.splice(index, 1, directive as unknown as Blockquote)
    return index
  })
}

/** Takes `[!KIND]` away from the beginning of a quote and gives the kind; null where it is no alert. */
function takeMarker(quote: Blockquote): string | null {
  const [paragraph] = quote.children
  if (paragraph?.type !== 'paragraph') return null
  const [text] = paragraph.children
  if (text?.type !== 'text') return null
  const match = marker.exec(text.value)
  const kind = match?.[1]?.toLowerCase() ?? ''
  if (match === null || !directiveNames.has(kind)) return null
  text.value = text.value.slice(match[0].length)
  if (text.value === '') paragraph.children.shift()
  if (paragraph.children[0]?.type === 'break') paragraph.children.shift()
  if (paragraph.children.length === 0) quote.children.shift()
  return kind
}
