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

// All that an article may hold: bare tags, the name of a place, and an image that lies in the article itself.
const harmless =
  /^(?:\/?(?:b|br|code|div|em|i|p|span|strong|sub|sup|u)[ \t]*\/?|a name="[^"<>]*"|\/a|img src='data:image\/(?:gif|jpeg|png);base64,[a-z0-9+/=]*' ?\/)>/i

/** Words that no tool translates, a mark of Microsoft's for machines: the words stay, the mark goes. */
const untranslatable = /<span(?:[ \t]+(?:class=(["']?)notranslate\1|translate=(["']?)no\2))+[ \t]*>/gi

const tagName = /^\/?([a-z][a-z0-9-]*)/i

/** What a piece of HTML in an article comes to. */
export interface HtmlVerdict {
  /** The HTML that may stand, comments taken out; null where the piece is shown as the text it is. */
  readonly kept: string | null
  /** Tags that HTML knows and an article may not hold. Placeholders, `<user principal name>`, are none. */
  readonly refused: readonly string[]
}

/** Judges an `html` node's value by the list of what may stand; linear. */
export function judgeHtml(value: string): HtmlVerdict {
  const rest = withoutComments(value).replace(untranslatable, '<span>')
  const tags = rest.split('<').slice(1)
  const others = tags.filter(tag => !harmless.test(tag))
  if (others.length === 0) return {kept: rest, refused: []}
  return {kept: null, refused: others.filter(tag => !isPlaceholder(tag)).map(written)}
}

/** CommonMark takes `<user principal name>` for a tag: a name that HTML does not know. */
function isPlaceholder(tag: string): boolean {
  const name = tagName.exec(tag)?.[1]?.toLowerCase()
  return name !== undefined && !elements.has(name)
}

function written(tag: string): string {
  const end = tag.indexOf('>')
  return `<${end === -1 ? tag : tag.slice(0, end + 1)}`
}

/** What is left of a comment that does not end is no harmless tag, so it is refused. */
function withoutComments(value: string): string {
  const parts: string[] = []
  let at = 0
  for (let start = value.indexOf('<!--'); start !== -1; start = value.indexOf('<!--', at)) {
    const end = value.indexOf('-->', start + '<!--'.length)
    if (end === -1) break
    parts.push(value.slice(at, start))
    at = end + '-->'.length
  }
  return [...parts, value.slice(at)].join('')
}
