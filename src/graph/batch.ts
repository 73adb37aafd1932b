import type {GraphCall} from '../engine/ports.ts'

/** Graph's limit of requests in one batch. */
export const batchLimit = 20

/** Body of one `POST /$batch`: GETs only, so that it may be sent again. */
interface BatchBody {
  readonly requests: readonly {
    readonly id: string
    readonly method: 'GET'
    readonly url: string
    readonly headers?: Readonly<Record<string, string>>
  }[]
}

/** One item of a batch's answer. Its headers are readable whatever CORS hides of the envelope's. */
export interface BatchItem {
  readonly id: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

/** Calls in portions that one batch takes: of one API version each, 20 at most, in order. */
export function portions(calls: readonly GraphCall[]): readonly (readonly GraphCall[])[] {
  const versions = [...new Set(calls.map(versionOf))]
  const groups = versions.map(version => calls.filter(call => versionOf(call) === version))
  return groups.flatMap(group =>
    Array.from({length: Math.ceil(group.length / batchLimit)}, (_, at) =>
      group.slice(at * batchLimit, (at + 1) * batchLimit),
    ),
  )
}

/** Path of the batch that takes these calls, `/v1.0/$batch`. */
export function batchPath(calls: readonly GraphCall[]): string {
  return `/${calls[0] === undefined ? 'v1.0' : versionOf(calls[0])}/$batch`
}

/** The body of a batch: paths below the version, since Graph answers 400 to an absolute URL. Ids are positions. */
export function toBatch(calls: readonly GraphCall[]): BatchBody {
  return {
    requests: calls.map((call, at) => ({
      id: String(at),
      method: 'GET',
      url: call.url.slice(versionOf(call).length + 1),
      ...(Object.keys(call.headers).length > 0 ? {headers: call.headers} : {}),
    })),
  }
}

/** The items of a batch's answer in the order of the calls; null where one of them has no answer. */
export function fromBatch(body: unknown, calls: readonly GraphCall[]): readonly (BatchItem | null)[] {
  const responses =
    isRecord(body) && Array.isArray(body['responses']) ? (body['responses'] as readonly unknown[]) : []
  const items = new Map(
    responses
      .map(toItem)
      .filter(item => item !== null)
      .map(item => [item.id, item]),
  )
  return calls.map((_, at) => items.get(String(at)) ?? null)
}

function toItem(response: unknown): BatchItem | null {
  if (!isRecord(response) || typeof response['status'] !== 'number') return null
  const headers = isRecord(response['headers']) ? response['headers'] : {}
  return {
    id: String(response['id']),
    status: response['status'],
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
    ),
    body: response['body'] ?? null,
  }
}

function versionOf({url}: GraphCall): string {
  return url.split('/', 2)[1] ?? ''
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
