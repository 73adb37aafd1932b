// What the usual hosts read: headers for every answer, and how long a file may be kept.
import type {LocaleTag} from '../../src/model/locale.ts'
import {headerValue, type Policy} from './csp.ts'

/**
 * The files by name, for the root of the site: `_headers` (Netlify, Cloudflare Pages), `staticwebapp.config.json` (Azure
 * Static Web Apps; `npm start` reads this one), `nginx-headers.conf` (to include in the `server` block).
 */
export function hostingFiles({
  policy,
  targets,
}: {
  readonly policy: Policy
  /** The locales with a folder of their own. */
  readonly targets: readonly LocaleTag[]
}): Readonly<Record<string, string>> {
  const headers = headersOf(policy)
  // Only below these folders has every name the hash of its content.
  const hashed = ['/assets/', ...targets.map(locale => `/${locale}/assets/`)]
  return {
    _headers: netlify(headers, hashed),
    'staticwebapp.config.json': staticWebApps(headers, hashed),
    'nginx-headers.conf': nginx(headers, hashed),
  }
}

type Headers = Readonly<Record<string, string>>

const aYear = 31_536_000
const forEver = `public, max-age=${aYear}, immutable`

// Nothing isolates the opener here: the sign-in window must find its way back to the page. Strict-Transport-Security
// binds the whole host name, so it is the host's.
function headersOf(policy: Policy): Headers {
  return {
    'Content-Security-Policy': headerValue(policy),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cross-Origin-Resource-Policy': 'same-origin',
  }
}

// Both hosts join the values of a header that two rules give, and have browsers ask again for what no rule names.
function netlify(headers: Headers, hashed: readonly string[]): string {
  const rule = (path: string, values: Headers) => [
    path,
    ...Object.entries(values).map(([name, value]) => `  ${name}: ${value}`),
  ]
  return lines([
    ...rule('/*', headers),
    ...hashed.flatMap(path => rule(`${path}*`, {'Cache-Control': forEver})),
  ])
}

function staticWebApps(headers: Headers, hashed: readonly string[]): string {
  const configuration = {
    globalHeaders: {...headers, 'Cache-Control': 'no-cache'},
    routes: hashed.map(path => ({route: `${path}*`, headers: {'Cache-Control': forEver}})),
  }
  return lines([JSON.stringify(configuration, null, 2)])
}

// A single `add_header` in a location would drop those of the server; `expires` does not.
function nginx(headers: Headers, hashed: readonly string[]): string {
  return lines([
    ...Object.entries(headers).map(([name, value]) => `add_header ${name} "${value}" always;`),
    'expires -1;',
    ...hashed.map(path => `location ^~ ${path} { expires ${aYear}s; }`),
  ])
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`
}
