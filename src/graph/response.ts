import {RunProblem} from '../engine/problem.ts'
import type {GraphAnswer, GraphCall} from '../engine/ports.ts'
import type {BatchItem} from './batch.ts'

/** A response to one call as an answer, whatever its status. A body that is not JSON is null. */
export async function toAnswer(
  call: Pick<GraphCall, 'id'>,
  response: Pick<Response, 'status' | 'headers' | 'text'>,
): Promise<GraphAnswer> {
  const body = await bodyOf(response)
  return {
    id: call.id,
    status: response.status,
    body,
    requestId: response.headers.get('request-id') ?? innerError(body)?.['request-id'] ?? null,
    date: isoDate(response.headers.get('date')) ?? isoDate(innerError(body)?.['date'], 'Z'),
  }
}

/** An item of a batch as an answer; what the item does not say is the envelope's. */
export function itemAnswer(call: GraphCall, item: BatchItem, envelope: GraphAnswer): GraphAnswer {
  const inner = innerError(item.body)
  return {
    id: call.id,
    status: item.status,
    body: item.body,
    requestId: item.headers['request-id'] ?? inner?.['request-id'] ?? envelope.requestId,
    date: isoDate(item.headers['date']) ?? isoDate(inner?.['date'], 'Z') ?? envelope.date,
  }
}

/**
 * What a failure means that brought no answer: `stopped`, `offline`, or what a middleware threw.
 * The Graph client wraps what its middleware throws and keeps only the name, so the original is asked for first.
 */
export function noAnswerProblem(thrown: unknown, original: unknown): RunProblem {
  const cause = original ?? thrown
  if (cause instanceof RunProblem) return cause
  switch (nameOf(cause)) {
    case 'AbortError':
      return new RunProblem('stopped', {cause})
    // What `fetch` throws without a network, and also where CORS or the content security policy refuses.
    case 'TypeError':
    case 'NetworkError':
      return new RunProblem('offline', {cause})
    default:
      return new RunProblem('unexpected', {cause})
  }
}

// Of a GraphError the class name is in `code`; of everything else in `name`.
function nameOf(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null) return ''
  const {code, name} = thrown as {code?: unknown; name?: unknown}
  return typeof code === 'string' && code !== '' ? code : String(name)
}

async function bodyOf(response: Pick<Response, 'text'>): Promise<unknown> {
  const text = await response.text()
  try {
    return text === '' ? null : (JSON.parse(text) as unknown)
  } catch {
    return null
  }
}

// Graph documents both spellings.
function innerError(body: unknown): Readonly<Record<string, string | undefined>> | null {
  const error = field(body, 'error')
  const inner = field(error, 'innerError') ?? field(error, 'innererror')
  if (typeof inner !== 'object' || inner === null) return null
  return Object.fromEntries(Object.entries(inner).filter(([, value]) => typeof value === 'string'))
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined
}

// `innerError.date` is UTC without a mark.
function isoDate(text: string | null | undefined, zone = ''): string | null {
  if (text === null || text === undefined) return null
  const time = Date.parse(/Z$|[+-]\d\d:\d\d$/.test(text) ? text : text + zone)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
