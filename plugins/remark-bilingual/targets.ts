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

/** Whether a link would run or open something else than a page, a file that runs nothing, a message or a call. */
export function isLinkRefused(url: string): boolean {
  if (URL.canParse(url, site)) {
    const {protocol, origin} = new URL(url, site)
    return !schemes.includes(protocol) || (origin === site && isFileRefused(url))
  }
  // An example such as `https://<tenant>.example` leads nowhere; Docusaurus would cut `pathname://` off and try the rest.
  return !/^https?:\/\//i.test(url)
}

/**
 * Whether an image lies neither on the site nor in the article, so that another host would learn who reads, or is a
 * file that may run script where it is opened by itself.
 */
export function isImageRefused(url: string): boolean {
  if (ownImage.test(url)) return false
  if (!URL.canParse(url, site) || new URL(url, site).origin !== site) return true
  const type = typeOf(url)
  return type === null || !images.includes(type)
}

function isFileRefused(url: string): boolean {
  const type = typeOf(url)
  if (type === null) return true
  // From the root lead routes, `prepare-tls-1.2-in-office-365` among them, whose end is no type.
  return url.startsWith('/') ? active.test(type) : !linked.includes(type)
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
