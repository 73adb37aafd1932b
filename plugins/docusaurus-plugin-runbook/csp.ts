// The Content-Security-Policy of a built site. Specification: Content Security Policy Level 3.
import {cloudOf} from '../../src/model/cloud.ts'
import type {SiteSignIn} from '../../src/model/sign-in.ts'

/** Directives with their sources, in the order in which they are written. */
export type Policy = Readonly<Record<string, readonly string[]>>

// CSP Level 3, §3.3: browsers ignore these in `<meta>`, and complain of them in the console.
const headerOnly: ReadonlySet<string> = new Set(['frame-ancestors', 'report-uri', 'sandbox'])

/**
 * The policy of a site: its own files, the inline scripts and style attributes with these hashes, and requests to these
 * origins. Decision 0021 says what each directive is for.
 */
export function contentSecurityPolicy({
  scripts,
  styles,
  origins,
}: {
  readonly scripts: readonly string[]
  readonly styles: readonly string[]
  readonly origins: readonly string[]
}): Policy {
  return {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...scripts],
    'style-src': ["'self'"],
    // Without its keyword a hash never matches an attribute. What scripts set through the CSSOM is not asked about.
    'style-src-attr': styles.length === 0 ? ["'none'"] : ["'unsafe-hashes'", ...styles],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...origins],
    // It would fall back to script-src, and a service worker outlives the page that brought it.
    'worker-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
  }
}

/** The origins of the configured cloud that a page sends requests to; none without a client id. */
export function requestedOrigins(signIn: SiteSignIn | null): readonly string[] {
  if (signIn === null) return []
  const {authority, graph} = cloudOf(signIn.cloud)
  return [authority, graph]
}

/** The policy as the value of its header. */
export function headerValue(policy: Policy): string {
  return Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ')
}

/** The policy as a `<meta>` element: without what is ignored there. */
export function metaElement(policy: Policy): string {
  const kept = Object.entries(policy).filter(([directive]) => !headerOnly.has(directive))
  return `<meta http-equiv="Content-Security-Policy" content="${headerValue(Object.fromEntries(kept))}">`
}
