// The practice Graph: scope, role and licence checks with Graph's own error envelope. Written from Microsoft's
// documentation and metadata, never compared with the real service.
import {takeFault} from './faults.ts'
import {textOf} from './filter.ts'
import {type Refusal, type Route, routes} from './graph-routes.ts'
import {verify} from './jwt.ts'
import {QueryError, applyQuery} from './query.ts'
import type {FaultKind, Person, TenantState} from './state.ts'
import type {Tenant} from './tenant.ts'

interface Identity {
  readonly person: Person
  readonly scopes: readonly string[]
  readonly acrs: readonly string[]
}

/** One answer before it becomes a `Response` or an item of a batch. */
interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
  /** Headers that are sent and kept from scripts by CORS. */
  readonly hidden?: readonly string[]
}

interface BatchItem {
  readonly id: string
  readonly method: string
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly dependsOn?: readonly string[]
}

const exposed =
  'ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id, ReadWriteConsistencyToken, ' +
  'SdkVersion, WWW-Authenticate, x-ms-client-gcc-tenant, Retry-After'
const batchPath = '/v1.0/$batch'
const batchLimit = 20

/** The practice Graph over a tenant's state, as a fetch-style handler. */
export function createGraph(tenant: Tenant): (request: Request) => Promise<Response> {
  return async request => {
    if (request.method === 'OPTIONS') return preflight(request)
    const requestId = tenant.newId()
    const client = request.headers.get('client-request-id') ?? requestId
    const answer = await answerTo(tenant, request, envelope(tenant, requestId, client))
    const shown = exposed.split(', ').filter(name => answer.hidden?.includes(name) !== true)
    return new Response(answer.body === undefined ? null : JSON.stringify(answer.body), {
      status: answer.status,
      headers: {
        'Content-Type':
          'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
        'Cache-Control': 'no-cache',
        Date: new Date(tenant.clock.now()).toUTCString(),
        'request-id': requestId,
        'client-request-id': client,
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Expose-Headers': shown.join(', '),
        ...answer.headers,
      },
    })
  }
}

type Fail = (refusal: Refusal) => Answer

async function answerTo(tenant: Tenant, request: Request, fail: Fail): Promise<Answer> {
  const url = new URL(request.url)
  const identity = await identify(tenant, request.headers.get('Authorization'))
  if (identity === null) return unauthorized(tenant, fail)
  const ask = {method: request.method, url, eventual: request.headers.get('ConsistencyLevel') === 'eventual'}
  const struck = await fault(tenant, identity, ask, fail)
  if (struck !== null) return struck
  return url.pathname === batchPath && request.method === 'POST'
    ? batch(tenant, identity, await request.text(), fail)
    : read(tenant, identity, ask, fail)
}

interface Ask {
  readonly method: string
  readonly url: URL
  readonly eventual: boolean
}

async function read(
  tenant: Tenant,
  identity: Identity,
  {method, url, eventual}: Ask,
  fail: Fail,
): Promise<Answer> {
  const route = routes.find(({path}) => path.toLowerCase() === url.pathname.toLowerCase())
  if (route === undefined) return fail(noSegment(url.pathname))
  if (method !== 'GET') {
    return fail({
      status: 405,
      code: 'Request_BadRequest',
      message: `${method} is not part of the practice tenant.`,
    })
  }
  const state = await tenant.read()
  const refused = refusal(route, identity, state)
  if (refused !== null) return fail(refused)
  const caller = {person: identity.person, scopes: identity.scopes, now: tenant.clock.now()}
  try {
    const {rows, next} = applyQuery(route.rows(state, caller), route, url.searchParams, eventual)
    const context = {'@odata.context': `${tenant.hosts.graph}/v1.0/$metadata#${route.path.slice(6)}`}
    if (route.single === true) return {status: 200, headers: {}, body: {...context, ...rows[0]}}
    return {status: 200, headers: {}, body: {...context, ...nextLink(tenant, url, next), value: rows}}
  } catch (error) {
    if (error instanceof QueryError) return fail({status: 400, code: error.code, message: error.message})
    throw error
  }
}

async function batch(tenant: Tenant, identity: Identity, text: string, fail: Fail): Promise<Answer> {
  const items = batchItems(text)
  if (typeof items === 'string') return fail({status: 400, code: 'BadRequest', message: items})
  const responses: {id: string; status: number; headers: Readonly<Record<string, string>>; body: unknown}[] =
    []
  for (const item of items) {
    const failed =
      item.dependsOn?.some(id => responses.some(one => one.id === id && one.status >= 400)) === true
    const answer = failed
      ? fail({status: 424, code: 'FailedDependency', message: 'A request this one depends on has failed.'})
      : await batchAnswer(tenant, identity, item, fail)
    const {status, headers, body} = answer
    responses.push({id: item.id, status, headers: {'Content-Type': 'application/json', ...headers}, body})
  }
  return {status: 200, headers: {}, body: {responses}}
}

async function batchAnswer(tenant: Tenant, identity: Identity, item: BatchItem, fail: Fail): Promise<Answer> {
  const url = new URL(`${tenant.hosts.graph}/v1.0${item.url}`)
  const eventual = Object.entries(item.headers ?? {}).some(
    ([name, value]) => name.toLowerCase() === 'consistencylevel' && value === 'eventual',
  )
  const ask = {method: item.method, url, eventual}
  return (await fault(tenant, identity, ask, fail)) ?? read(tenant, identity, ask, fail)
}

function batchItems(text: string): readonly BatchItem[] | string {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return 'Unable to read JSON request payload.'
  }
  const requests = (parsed as {requests?: unknown} | null)?.requests
  if (!Array.isArray(requests) || requests.length === 0) return 'Invalid batch payload format.'
  if (requests.length > batchLimit)
    return `Number of batch request steps exceeds the maximum value of ${batchLimit}.`
  const items = requests as readonly Partial<BatchItem>[]
  if (!items.every(isItem)) return 'Invalid batch payload format.'
  return new Set(items.map(({id}) => id)).size < items.length
    ? 'The request ids of a batch must be unique.'
    : items
}

// An absolute URL in a batch is a real Graph trap: it answers 400.
function isItem(item: Partial<BatchItem>): item is BatchItem {
  return typeof item.id === 'string' && typeof item.method === 'string' && item.url?.startsWith('/') === true
}

async function identify(tenant: Tenant, authorization: string | null): Promise<Identity | null> {
  const claims =
    authorization?.startsWith('Bearer ') === true ? await verify(tenant, authorization.slice(7)) : null
  if (claims === null || claims['aud'] !== tenant.hosts.graph) return null
  if (Number(claims['exp']) * 1000 <= tenant.clock.now()) return null
  // A token of another tenant would be answered with that tenant's data; there is none here.
  const {people, tenantId} = await tenant.read()
  const person = claims['tid'] === tenantId ? people.find(({id}) => id === claims['oid']) : undefined
  const acrs = claims['acrs']
  return person === undefined
    ? null
    : {
        person,
        scopes: textOf(claims['scp']).split(' '),
        acrs: Array.isArray(acrs) ? acrs.map(String) : [],
      }
}

function refusal(route: Route, {person, scopes}: Identity, state: TenantState): Refusal | null {
  if (!route.scopes.some(scope => scopes.includes(scope))) return route.scopeRefused ?? denied
  const held = state.directory.roles
    .filter(role => role.person === person.id)
    .map(({definition}) => definition)
  if (route.anyRole?.some(role => held.includes(role)) === false) return route.roleRefused ?? denied
  return route.refuse?.(state) ?? null
}

const denied: Refusal = {
  status: 403,
  code: 'Authorization_RequestDenied',
  message: 'Insufficient privileges to complete the operation.',
}

async function fault(
  tenant: Tenant,
  {acrs}: Identity,
  {method, url}: Ask,
  fail: Fail,
): Promise<Answer | null> {
  const make = await takeFault(tenant, {on: 'graph', method, path: url.pathname, acrs})
  return make === null ? null : faultAnswer(tenant, make, fail)
}

async function faultAnswer(tenant: Tenant, make: FaultKind, fail: Fail): Promise<Answer | null> {
  switch (make.kind) {
    case 'throttled': {
      const answer = fail({status: 429, code: 'TooManyRequests', message: 'Too many requests.'})
      const headers = make.retryAfter === null ? {} : {'Retry-After': String(make.retryAfter)}
      return {...answer, headers, ...(make.hidden === true ? {hidden: ['Retry-After']} : {})}
    }
    case 'failed':
      return fail({status: make.status, code: 'ServiceUnavailable', message: 'The service is not available.'})
    case 'denied':
      return fail({...denied, code: make.code})
    case 'claims': {
      const claims = btoa(JSON.stringify({access_token: {acrs: {essential: true, value: make.acrs}}}))
      return unauthorized(tenant, fail, `, error="insufficient_claims", claims="${claims}"`)
    }
    case 'token-expired':
      return unauthorized(tenant, fail)
    case 'delayed':
      await tenant.clock.wait(make.milliseconds, new AbortController().signal)
      return null
    case 'offline':
      // What `fetch` throws where there is no network.
      throw new TypeError('Failed to fetch')
  }
}

function unauthorized({hosts}: Tenant, fail: Fail, challenge = ''): Answer {
  const answer = fail({
    status: 401,
    code: 'InvalidAuthenticationToken',
    message: 'Access token is missing or not valid.',
  })
  const realm = `Bearer realm="", authorization_uri="${hosts.authority}/common/oauth2/authorize"`
  return {...answer, headers: {'WWW-Authenticate': realm + challenge}}
}

function envelope({clock}: Tenant, requestId: string, client: string): Fail {
  return ({status, code, message}) => {
    const date = new Date(clock.now()).toISOString().slice(0, 19)
    const innerError = {date, 'request-id': requestId, 'client-request-id': client}
    return {status, headers: {}, body: {error: {code, message, innerError}}}
  }
}

function noSegment(path: string): Refusal {
  const segment = path.split('/').at(-1) ?? path
  return {status: 400, code: 'BadRequest', message: `Resource not found for the segment '${segment}'.`}
}

function nextLink({hosts}: Tenant, url: URL, next: number | null): Readonly<Record<string, string>> {
  if (next === null) return {}
  const link = new URL(url.pathname + url.search, hosts.graph)
  link.searchParams.set('$skiptoken', String(next))
  return {'@odata.nextLink': link.href}
}

function preflight(request: Request): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE',
      'Access-Control-Allow-Headers': request.headers.get('Access-Control-Request-Headers') ?? '*',
      'Access-Control-Max-Age': '600',
    },
  })
}
