import {isOperation} from '../engine/operation.ts'
import {RunProblem} from '../engine/problem.ts'
import type {Link} from './link.ts'

const batch = /^\/[^/]+\/\$batch$/
const itemKeys: ReadonlySet<string> = new Set(['id', 'method', 'url', 'headers'])
// What an action file may give a call; `Authorization` or a method in a header has no place in an item.
const itemHeaders: ReadonlySet<string> = new Set(['consistencylevel', 'prefer'])
// What a compiled read is made of. Paging, search and whatever else Graph understands is not.
const parameters: ReadonlySet<string> = new Set([
  '$select',
  '$filter',
  '$expand',
  '$orderby',
  '$top',
  '$count',
])

/**
 * Refuses, with `call-not-compiled`, any request whose method and path the page did not compile, `GET /v1.0/users/{id}`,
 * and any query that no compiled read has; that of an operation is Graph's own. A write is a `PATCH` or `POST` of a JSON
 * object, alone and without a query; a batch passes only if each of its items is a read that would. It keeps our own
 * mistakes from the tenant; against a script in the page it protects nothing.
 */
export function guard(host: string, calls: readonly string[]): Link {
  const patterns = calls.map(toPattern)
  const allowed: Allowed = (method, path, url) =>
    patterns.some(
      pattern =>
        pattern.method === method &&
        pattern.path.test(path) &&
        (isCompiledQuery(url) || (pattern.follows && isOperation(url))),
    )

  return async ({method, url, body}, next) => {
    const target = parse(url)
    const path = target?.pathname ?? ''
    const fine =
      target?.origin === host &&
      isPlain(url.slice(host.length)) &&
      (batch.test(path)
        ? method === 'POST' && isCompiledQuery(url) && itemsAllowed(path, body, allowed)
        : allowed(method, path, url.slice(host.length)) && bodyBelongs(method, url, body))
    if (!fine) throw new RunProblem('call-not-compiled')
    return next()
  }
}

/** Whether a method, a path and the address with its query, below the host, are those of a compiled call. */
type Allowed = (method: string, path: string, url: string) => boolean

function itemsAllowed(path: string, body: unknown, allowed: Allowed): boolean {
  const version = path.slice(0, path.lastIndexOf('/'))
  const requests = requestsOf(body)
  return requests.length > 0 && requests.every(item => itemAllowed(item, version, allowed))
}

function itemAllowed(item: unknown, version: string, allowed: Allowed): boolean {
  const {method, url, headers} = (item ?? {}) as {method?: unknown; url?: unknown; headers?: unknown}
  // `dependsOn`, `body` and what is still to come have no place in a read.
  if (Object.keys(item ?? {}).some(key => !itemKeys.has(key))) return false
  if (Object.keys(headers ?? {}).some(name => !itemHeaders.has(name.toLowerCase()))) return false
  // Never a write: a batch, and what failed of it, is sent again.
  if (method !== 'GET' || typeof url !== 'string' || !url.startsWith('/')) return false
  if (!isPlain(url) || !isCompiledQuery(url)) return false
  return allowed(method, version + (url.split('?', 1)[0] ?? ''), version + url)
}

function requestsOf(body: unknown): readonly unknown[] {
  const envelope = objectOf(body)
  const requests = envelope?.['requests']
  // A second `requests`, or one in another case, is what another reader might take.
  const isPlainEnvelope = envelope !== null && JSON.stringify(envelope) === body
  return isPlainEnvelope && Object.keys(envelope).length === 1 && Array.isArray(requests) ? requests : []
}

function bodyBelongs(method: string, url: string, body: unknown): boolean {
  if (method === 'PATCH' || method === 'POST') return !url.includes('?') && objectOf(body) !== null
  return method === 'GET' && (body === undefined || body === null)
}

function objectOf(body: unknown): Readonly<Record<string, unknown>> | null {
  try {
    const parsed: unknown = typeof body === 'string' ? JSON.parse(body) : null
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Readonly<Record<string, unknown>>)
      : null
  } catch {
    return null
  }
}

/** A compiled call as what a request is compared with. */
interface Pattern {
  readonly method: string
  readonly path: RegExp
  /** It is where the end of an operation is read: Graph gave the query. */
  readonly follows: boolean
}

// A placeholder stands for one path segment or for the key in parentheses, never for a slash.
function toPattern(call: string): Pattern {
  const [method = '', path = ''] = call.split(' ', 2)
  const source = path
    .split(/\{[^}]*\}/)
    .map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^/?#]+')
  return {method, path: new RegExp(`^${source}$`), follows: path.endsWith('/{operation}')}
}

// URL parsing folds `..`, and servers may decode `%2F`: neither has a place in a compiled path. Nor has a `%` that
// encodes nothing, which each server reads in its own way.
function isPlain(path: string): boolean {
  const [plain = ''] = path.split(/[?#]/, 1)
  return !/\/\.{1,2}(\/|$)|\/\/|\\|%2f|%5c|%2e|%3f|%25|%[01]|\s/i.test(plain) && isEncoded(plain)
}

function isEncoded(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

// Each parameter once: which of two counts is the server's choice.
function isCompiledQuery(url: string): boolean {
  const [, query = ''] = /\?([^#]*)/.exec(url) ?? []
  const given = new URLSearchParams(query)
  const names = [...given.keys()]
  return (
    !url.includes('#') &&
    names.every(name => parameters.has(name)) &&
    new Set(names).size === names.length &&
    [null, 'true'].includes(given.get('$count'))
  )
}

function parse(url: string): URL | null {
  try {
    return new URL(url)
  } catch {
    return null
  }
}
