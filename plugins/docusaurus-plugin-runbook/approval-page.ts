// The approval file as a page of its own: the site's stylesheet, and no script.
import {toString} from 'mdast-util-to-string'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import type {LocaleTag} from '../../src/model/locale.ts'
import type {ApprovalWords} from './approval-words.ts'

/** What stands around the content. Addresses are those of the site, from its root. */
export interface ApprovalFrame {
  readonly locale: LocaleTag
  readonly words: ApprovalWords
  readonly stylesheets: readonly string[]
  readonly home: string
  readonly markdown: string
  readonly other: {readonly locale: LocaleTag; readonly address: string}
}

// Narrower than the site's own policy, with which browsers hold it together: nothing here runs or sends.
const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"

/** The Markdown of an approval file → a whole HTML page. HTML in the Markdown is dropped. */
export function approvalPage(markdown: string, frame: ApprovalFrame): string {
  const {locale, words, stylesheets, home, other} = frame
  const content = contentOf(markdown)
  return `<!doctype html>
<html lang="${locale}" dir="ltr">
<head>
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title} | Passerelle</title>
<link rel="icon" href="/img/favicon.svg">
${stylesheets.map(address => `<link rel="stylesheet" href="${address}">`).join('\n')}
<link rel="alternate" hreflang="${other.locale}" href="${other.address}">
<link rel="alternate" type="text/markdown" href="${frame.markdown}">
</head>
<body class="approval">
<a class="approval-skip" href="#content">${words.skip}</a>
<nav class="approval-nav" aria-label="Passerelle">
<a href="${home}">${words.home}</a>
<a href="${other.address}" lang="${other.locale}" hreflang="${other.locale}">${words.other}</a>
<a href="${frame.markdown}">${words.markdown}</a>
</nav>
<main id="content" class="markdown" tabindex="-1">
${content}
</main>
</body>
</html>
`
}

const toTree = unified().use(remarkParse).use(remarkGfm).use(remarkRehype)

/**
 * The content as HTML. Where the window is narrow the stylesheet sets rows one below the other, so that tables say what
 * they are by their roles, and each cell has the name of its column. Code is English in any language.
 */
function contentOf(markdown: string): string {
  const tree = toTree.runSync(toTree.parse(markdown))
  let heading = ''
  visit(tree, 'element', node => {
    if (/^h[1-3]$/.test(node.tagName)) heading = toString(node)
    if (node.tagName === 'code') Object.assign(node.properties, {lang: 'en', translate: 'no'})
    if (node.tagName !== 'table') return
    node.properties['ariaLabel'] = heading
    const names: string[] = []
    visit(node, 'element', part => {
      const role = roles[part.tagName]
      if (role !== undefined) part.properties['role'] = role
      if (part.tagName === 'th') names.push(toString(part))
      if (part.tagName !== 'tr') return
      const cells = part.children.flatMap(cell => (cell.type === 'element' ? [cell] : []))
      for (const [at, cell] of cells.entries())
        if (cell.tagName === 'td') cell.properties['dataLabel'] = names[at] ?? ''
    })
  })
  return unified().use(rehypeStringify).stringify(tree)
}

// What the elements are anyway, until CSS sets them as blocks.
const roles: Readonly<Record<string, string>> = {
  table: 'table',
  thead: 'rowgroup',
  tbody: 'rowgroup',
  tr: 'row',
  th: 'columnheader',
  td: 'cell',
}
