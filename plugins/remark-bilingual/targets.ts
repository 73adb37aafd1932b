// Read as browsers read an address, so that no spelling of a scheme or host passes that they would follow. A file that
// is linked is emitted into the site, so that what runs script when it is opened runs it in the site's origin.

// The last two are Windows' own, for links that open a page of its settings.
const schemes = ['http:', 'https:', 'mailto:', 'tel:', 'ms-settings:', 'feedback-hub:']

/** Stands for the site's origin, whatever it is: a name that never resolves. */
const site = 'https://site.invalid'

const ownImage = /^data:image\/(?:gif|jpeg|png);base64,[a-z0-9+/=]*$/i

// Neither holds SVG: it is an image in `<img>`, and a document with scripts where it is opened.
const images = ['.avif', '.gif', '.jpeg', '.jpg', '.png', '.webp']
const linked = ['', '.md', ...images, '.csv', '.json', '.pdf', '.ps1', '.txt', '.zip']

const active = /^\.(?:s?html?|xhtml?|xht|mhtml?|svgz?|xml|xslt?|m?js|swf)$/

/**
 * Whether a link would run or open something else than a page, a file that runs nothing, a message or a call. `depth`:
 * folders between the page and the root of the content, which no file may be taken from beyond; where it is not known,
 * a path may lead upwards.
 */
export function isLinkRefused(url: string, depth = Infinity): boolean {
  if (URL.canParse(url, site)) {
    const {protocol, origin} = new URL(url, site)
    return !schemes.includes(protocol) || (origin === site && isFileRefused(url, depth))
  }
  // An example such as `https://<tenant>.example` leads nowhere; Docusaurus would cut `pathname://` off and try the rest.
  return !/^https?:\/\//i.test(url)
}

/**
 * Whether an image lies neither on the site nor in the article, so that another host would learn who reads, or is a
 * file that may run script where it is opened by itself, or lies beyond the root of the content; `depth` as in
 * `isLinkRefused`.
 */
export function isImageRefused(url: string, depth = Infinity): boolean {
  if (ownImage.test(url)) return false
  if (!URL.canParse(url, site) || new URL(url, site).origin !== site) return true
  const type = typeOf(url)
  return type === null || !images.includes(type) || leaves(url, depth)
}

function isFileRefused(url: string, depth: number): boolean {
  const type = typeOf(url)
  if (type === null) return true
  // A page is no file: where it does not exist, the site's own check of links says so.
  if (type !== '' && type !== '.md' && leaves(url, depth)) return true
  // From the root lead routes, `prepare-tls-1.2-in-office-365` among them, whose end is no type.
  return url.startsWith('/') ? active.test(type) : !linked.includes(type)
}

/** Whether a path leads above the root on its way, as the file system counts and, with backslashes, a browser. */
function leaves(url: string, depth: number): boolean {
  const path = decoded(/^[^?#]*/.exec(url)?.[0] ?? '') ?? ''
  let level = /^\s*[\\/]/.test(path) ? 0 : depth
  for (const name of path.split(/[\\/]/).map(each => each.trim())) {
    if (name === '..') level -= 1
    else if (name !== '' && name !== '.') level += 1
    if (level < 0) return true
  }
  return false
}

/**
 * The type of the file that Docusaurus takes an address of the site for, in lower case; null where the address may
 * mean another file to webpack, or one by its place in the project.
 */
function typeOf(url: string): string | null {
  const [address = ''] = url.split('#')
  const path = decoded(address.split('?')[0] ?? '')
  // Before a `!` stands a loader, which is code that the build runs.
  if (path === null || address.includes('!') || /[!?#\p{Cc}]/u.test(path)) return null
  return path.startsWith('@site/') ? null : endOf(path).toLowerCase()
}

/** What Node's `path.posix.extname` gives, which Docusaurus asks. */
function endOf(path: string): string {
  const name = path.split('/').filter(Boolean).at(-1) ?? ''
  const dot = name.lastIndexOf('.')
  return dot > 0 && name !== '..' ? name.slice(dot) : ''
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}
