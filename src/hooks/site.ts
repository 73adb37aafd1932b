import type {SiteSignIn} from '../model/sign-in.ts'

/** What the site's configuration gives the page. */
export interface Site {
  readonly build: string
  /** How the site signs in to real tenants; null: it has no client id, so runs are practice or without sign-in. */
  readonly signIn: SiteSignIn | null
}

/** The site's own fields, as the build wrote them. Throws a `TypeError` where they are missing: the build is at fault. */
export function readSite(fields: Readonly<Record<string, unknown>>): Site {
  const {build, signIn} = fields
  if (typeof build !== 'string') throw new TypeError('Missing customFields.build in the site configuration.')
  return {build, signIn: (signIn ?? null) as SiteSignIn | null}
}
