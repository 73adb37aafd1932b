import type {Heading, Root} from 'mdast'
import type {} from 'mdast-util-mdx-jsx'
import {visit} from 'unist-util-visit'

declare module 'mdast' {
  interface HeadingData {
    /** Read by tools that list headings; the element's own id is in `hProperties`. */
    id?: string | undefined
  }
}

const opening = /^<a name="([^"<>]*)">$/

/**
 * Makes the first `<a name="…">` of each heading the heading's id, the same in every locale, and takes the tag away.
 * Further ones stay as elements that a link can reach.
 */
export function liftHeadingIds(tree: Root): void {
  visit(tree, 'heading', heading => {
    const id = takeHtmlAnchor(heading) ?? takeJsxAnchor(heading)
    if (id === null) return
    heading.data = {...heading.data, id, hProperties: {...heading.data?.hProperties, id}}
    trimStart(heading)
  })
}

function takeHtmlAnchor(heading: Heading): string | null {
  const at = heading.children.findIndex(node => node.type === 'html' && opening.test(node.value))
  const tag = heading.children[at]
  if (tag?.type !== 'html') return null
  const end = heading.children.findIndex(
    (node, index) => index > at && node.type === 'html' && node.value === '</a>',
  )
  heading.children = heading.children.filter((_, index) => index !== at && index !== end)
  return opening.exec(tag.value)?.[1] ?? null
}

function takeJsxAnchor(heading: Heading): string | null {
  for (const [at, node] of heading.children.entries()) {
    if (node.type !== 'mdxJsxTextElement' || node.name !== 'a') continue
    const name = node.attributes.find(each => each.type === 'mdxJsxAttribute' && each.name === 'name')
    if (typeof name?.value !== 'string') continue
    heading.children.splice(at, 1, ...node.children)
    return name.value
  }
  return null
}

/** `<a name="x"></a> Words`: the blank behind the anchor would begin the heading. */
function trimStart(heading: Heading): void {
  const first = heading.children[0]
  if (first?.type === 'text') first.value = first.value.trimStart()
}
