import {parse, type DefaultTreeAdapterTypes} from 'parse5'

const elements = new Set(
  (
    'html head body p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code em strong del a img table thead tbody tr th td br hr ' +
    'div span b i u sub sup section input'
  ).split(' '),
)
const attributes =
  /^(?:href|src|alt|title|class|id|name|align|start|checked|disabled|type|lang|dir|role|aria-[a-z]+|data-footnote(?:s|-ref|-backref))$/
const address = /^(?:(?:https?|mailto|tel|ms-settings|feedback-hub):|(?![a-z][a-z\d+.-]*:))/i
const image = /^(?:data:image\/(?:gif|jpeg|png);base64,[a-z\d+/=]*$|(?![a-z][a-z\d+.-]*:|\/\/))/i

/** What of an HTML text, read as a browser reads it, an article's page may not hold: tags, attributes and addresses. */
export function findUnsafe(html: string): readonly string[] {
  const found: string[] = []
  const open: DefaultTreeAdapterTypes.ChildNode[] = [...parse(html).childNodes]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!('tagName' in node)) continue
    if (!elements.has(node.tagName)) found.push(`<${node.tagName}>`)
    for (const {name, value} of node.attrs) {
      const url = asFollowed(value)
      const isRefused = name === 'href' ? !address.test(url) : name === 'src' && !image.test(url)
      if (isRefused || !attributes.test(name)) found.push(`${name}="${value}"`)
    }
    if (node.tagName === 'input' && !node.attrs.some(({name}) => name === 'disabled')) found.push('<input>')
    open.push(...node.childNodes)
  }
  return found
}

/** An address as browsers read it: blanks at its ends and line ends in it do not count, and a backslash is a slash. */
function asFollowed(value: string): string {
  return value.replace(/^[\0- ]+|[\t\n\r]/g, '').replaceAll('\\', '/')
}
