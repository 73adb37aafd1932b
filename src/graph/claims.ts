import type {Link} from './link.ts'

// Reading the pairs of a header without quotes takes the square of its length.
const longestChallenge = 8192

/**
 * Answers a 401 with one more attempt: a claims challenge with a stronger token, anything else (claims null) with a new
 * one. The second answer stands, whatever it is.
 */
export function answerChallenge(strengthen: (claims: string | null) => Promise<string>): Link {
  return async (request, next) => {
    const response = await next()
    if (response.status !== 401) return response
    const claims = challengedClaims(response.status, response.headers.get('www-authenticate'))
    request.headers = {...request.headers, Authorization: `Bearer ${await strengthen(claims)}`}
    return next()
  }
}

/**
 * The claims that a 401 asks for, decoded, or null where it asks for none.
 *
 * `Bearer realm="", error="insufficient_claims", claims="eyJ…="` → `{"access_token":…}`
 */
export function challengedClaims(status: number, authenticate: string | null | undefined): string | null {
  if (status !== 401 || !authenticate || authenticate.length > longestChallenge) return null
  // Pairs, not a split at `=` or `,`: the value is base64 and may end in `=`.
  const pairs = new Map(
    [...authenticate.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  )
  const encoded = pairs.get('error') === 'insufficient_claims' ? pairs.get('claims') : undefined
  if (encoded === undefined) return null
  try {
    const decoded = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'))
    JSON.parse(decoded)
    return decoded
  } catch {
    return null
  }
}
