// Read as browsers read an address, so that no spelling of a scheme or host passes that they would follow.

// The last two are Windows' own, for links that open a page of its settings.
const schemes = ['http:', 'https:', 'mailto:', 'tel:', 'ms-settings:', 'feedback-hub:']

/** Stands for the site's origin, whatever it is: a name that never resolves. */
const site = 'https://site.invalid'

const ownImage = /^data:image\/(?:gif|jpeg|png);base64,[a-z0-9+/=]*$/i

/** Whether a link would run or open something else than a page, a message or a call. */
export function isLinkRefused(url: string): boolean {
  if (URL.canParse(url, site)) return !schemes.includes(new URL(url, site).protocol)
  // An example such as `https://<tenant>.example` leads nowhere; Docusaurus would cut `pathname://` off and try the rest.
  return !/^https?:\/\//i.test(url)
}

/** Whether an image lies neither on the site nor in the article, so that another host would learn who reads. */
export function isImageRefused(url: string): boolean {
  if (ownImage.test(url)) return false
  return !URL.canParse(url, site) || new URL(url, site).origin !== site
}
