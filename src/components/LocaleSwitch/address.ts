// Addresses of the switch: made of what stands in the address bar, so they are kept to this site.

/** A path below this site's root, however many slashes it begins with: `//host/page` becomes `/host/page`. */
export function rooted(path: string): string {
  return `/${path.replace(/^[/\\\s]+/, '')}`
}

/** The full address of a path on the site of `here`, with the query and the anchor of `here`. */
export function addressOn(here: Pick<Location, 'origin' | 'search' | 'hash'>, path: string): string {
  return new URL(here.origin + rooted(path) + here.search + here.hash).href
}

/** The id that an anchor names; an anchor that is not well encoded names itself. */
export function anchorOf(hash: string): string {
  const anchor = hash.slice(1)
  try {
    return decodeURIComponent(anchor)
  } catch {
    return anchor
  }
}
