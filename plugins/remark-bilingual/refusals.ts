import type {Definition, Html, Node, Parents, Root, RootContent} from 'mdast'
import {visit} from 'unist-util-visit'
import {judgeHtml} from './html.ts'
import {deepest} from './nesting.ts'
import {isImageRefused, isLinkRefused} from './targets.ts'

/** Something of an article that may not stand on a page. */
export interface Refusal {
  readonly ruleId: 'html-refused' | 'link-refused' | 'image-refused'
  /** The tags or the address. */
  readonly actual: readonly string[]
  /** Where it stands in the tree as it was parsed. */
  readonly node: Node
}

/**
 * Makes a tree fit for a page: HTML stays where it is harmless, else it is shown as the text it is, a placeholder such as
 * `<user principal name>` too; comments go. A refused link leaves its words and a refused image its description. In MDX,
 * which is code, elements are no HTML and stay. `folders`: how many lie between the page and the root of the content,
 * where that is known.
 */
export function refuseMarkup(tree: Root, folders?: number): readonly Refusal[] {
  const refusals: Refusal[] = []
  const definitions = definitionsOf(tree)
  let depth = 0
  visit(tree, (node, index, parent) => {
    if (index === undefined || parent === undefined) return
    const replace = (...nodes: readonly Node[]) => {
      parent.children.splice(index, 1, ...(nodes as RootContent[]))
      return index
    }
    if (node.type === 'html') {
      const verdict = judgeHtml(node.value)
      if (verdict.kept !== null) depth = Math.max(0, depth + levelsOf(verdict.kept))
      const {kept, refused} = depth > deepest ? {kept: null, refused: [node.value]} : verdict
      if (refused.length > 0) refusals.push({ruleId: 'html-refused', actual: refused, node})
      if (kept === null) return replace(shown(node, parent)) + 1
      if (kept.trim() === '') return replace()
      node.value = kept
    }
    if (node.type === 'link' || node.type === 'linkReference') {
      const target = node.type === 'link' ? node : definitions.get(node.identifier)
      if (target === undefined || !isLinkRefused(target.url, folders)) return
      refusals.push({ruleId: 'link-refused', actual: [target.url], node: target})
      return replace(...node.children)
    }
    if (node.type === 'image' || node.type === 'imageReference') {
      const target = node.type === 'image' ? node : definitions.get(node.identifier)
      if (target === undefined || !isImageRefused(target.url, folders)) return
      refusals.push({ruleId: 'image-refused', actual: [target.url], node: target})
      return replace({type: 'text', value: node.alt ?? '', position: node.position} as Node) + 1
    }
    return
  })
  return refusals
}

/** How many elements a piece of harmless HTML leaves open. */
function levelsOf(html: string): number {
  const opened = html.match(/<(?!\/|br\b|img\b)[^<>]*(?<!\/)>/gi)?.length ?? 0
  return opened - (html.match(/<\//g)?.length ?? 0)
}

/** Of two definitions with one name the first counts (CommonMark §4.7). */
function definitionsOf(tree: Root): ReadonlyMap<string, Definition> {
  const definitions = new Map<string, Definition>()
  visit(tree, 'definition', node => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node)
  })
  return definitions
}

const flowParents = ['root', 'blockquote', 'listItem', 'footnoteDefinition', 'containerDirective']

function shown({value, position}: Html, parent: Parents): Node {
  const text = {type: 'text', value, ...(position && {position})}
  const paragraph = {type: 'paragraph', children: [text], ...(position && {position})}
  return flowParents.includes(parent.type) ? paragraph : text
}
