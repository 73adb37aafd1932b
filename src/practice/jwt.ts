import type {Tenant} from './tenant.ts'

const algorithm = {name: 'ECDSA', namedCurve: 'P-256'} as const
const signing = {name: 'ECDSA', hash: 'SHA-256'} as const

/** Claims as a signed JWT. The key is made once per practice run and kept with its state. */
export async function sign(tenant: Tenant, claims: Readonly<Record<string, unknown>>): Promise<string> {
  const key = await importKey(await keyOf(tenant), 'sign')
  const head = {typ: 'JWT', alg: 'ES256', kid: 'practice'}
  const text = `${encode(JSON.stringify(head))}.${encode(JSON.stringify(claims))}`
  const signature = await crypto.subtle.sign(signing, key, new TextEncoder().encode(text))
  return `${text}.${base64url(new Uint8Array(signature))}`
}

/** The claims of a JWT that this tenant signed, or null. */
export async function verify(
  tenant: Tenant,
  token: string,
): Promise<Readonly<Record<string, unknown>> | null> {
  const {key} = await tenant.read()
  const [head, body, signature, ...rest] = token.split('.')
  if (key === null || head === undefined || body === undefined || signature === undefined || rest.length > 0)
    return null
  try {
    const good = await crypto.subtle.verify(
      signing,
      await importKey(key, 'verify'),
      bytes(signature),
      new TextEncoder().encode(`${head}.${body}`),
    )
    const claims: unknown = good ? JSON.parse(new TextDecoder().decode(bytes(body))) : null
    return typeof claims === 'object' ? (claims as Readonly<Record<string, unknown>> | null) : null
  } catch {
    return null
  }
}

/** The public key as Entra's key document lists it. */
export async function publicKey(tenant: Tenant): Promise<JsonWebKey> {
  return {...withoutPrivatePart(await keyOf(tenant)), kid: 'practice', use: 'sig'} as JsonWebKey
}

/** Text as base64url of its UTF-8. */
export function encode(text: string): string {
  return base64url(new TextEncoder().encode(text))
}

/** Base64url of the SHA-256 of a text: the `S256` method of RFC 7636 §4.2. */
export async function challengeOf(verifier: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))))
}

async function keyOf(tenant: Tenant): Promise<JsonWebKey> {
  const {key} = await tenant.read()
  if (key !== null) return key
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const made = await crypto.subtle.exportKey('jwk', pair.privateKey)
  // Another tab may have made one meanwhile: the first stays.
  const state = await tenant.change(now => (now.key === null ? {...now, key: made} : now))
  return state.key ?? made
}

function importKey(key: JsonWebKey, use: 'sign' | 'verify'): Promise<CryptoKey> {
  const {kty, crv, x, y, d} = key
  const part = {kty, crv, x, y} as JsonWebKey
  return crypto.subtle.importKey(
    'jwk',
    use === 'sign' ? ({...part, d} as JsonWebKey) : part,
    algorithm,
    false,
    [use],
  )
}

function withoutPrivatePart({kty, crv, x, y}: JsonWebKey): JsonWebKey {
  return {kty, crv, x, y} as JsonWebKey
}

function base64url(data: Uint8Array): string {
  return btoa(String.fromCharCode(...data))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0))
}
