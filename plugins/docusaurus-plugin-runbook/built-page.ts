// A page as the build has written it, looked at for its policy. Specification: HTML, "The script element".
import {createHash} from 'node:crypto'
import {defaultTreeAdapter, parse, type DefaultTreeAdapterTypes} from 'parse5'

/** What a policy must know of a page. Hashes are sources, as `'sha256-…'`, each once. */
export interface BuiltPage {
  /** Of the inline scripts that it runs; data in a `<script>` is none. */
  readonly scripts: readonly string[]
  /** Of its `style` attributes. */
  readonly styles: readonly string[]
  /** Offset right behind `<head>`; null where the tag is not written. */
  readonly headStart: number | null
  /** It brings a policy of its own. */
  readonly hasPolicy: boolean
}

/** What a policy must know of a page, from its HTML. */
export function readBuiltPage(html: string): BuiltPage {
  const elements = elementsOf(parse(html, {sourceCodeLocationInfo: true}))
  const head = elements.find(({tagName}) => tagName === 'head')
  return {
    scripts: hashes(elements.filter(isInlineScript).map(textOf)),
    styles: hashes(elements.flatMap(element => attribute(element, 'style') ?? [])),
    headStart: head?.sourceCodeLocation?.startTag?.endOffset ?? null,
    hasPolicy: elements.some(
      element => attribute(element, 'http-equiv')?.toLowerCase() === 'content-security-policy',
    ),
  }
}

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

// HTML, "prepare the script element", and MIME Sniffing, "JavaScript MIME type": anything else, as `application/ld+json`,
// is data. The two JSON kinds are no script, and yet a policy judges them as inline ones.
const executable =
  /^(|module|importmap|speculationrules|(application|text)\/(x-)?(ecma|java)script|text\/(javascript1\.[0-5]|jscript|livescript))$/i

function isInlineScript(element: Element): boolean {
  if (element.tagName !== 'script' || attribute(element, 'src') !== undefined) return false
  return executable.test((attribute(element, 'type') ?? '').trim())
}

function hashes(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].map(
    text => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`,
  )
}

function elementsOf(node: Node): readonly Element[] {
  const below = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : []
  return defaultTreeAdapter.isElementNode(node) ? [node, ...below] : below
}

function attribute({attrs}: Element, name: string): string | undefined {
  return attrs.find(attr => attr.name === name)?.value
}

function textOf({childNodes}: Element): string {
  return childNodes.map(child => ('value' in child ? child.value : '')).join('')
}
