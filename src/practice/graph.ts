// The practice Graph: scope, role and licence checks with Graph's own error envelope. Written from Microsoft's
// documentation and metadata, never compared with the real service.
import {takeFault} from './faults.ts'
import {textOf} from './filter.ts'
import {type Answer, type Fail, denied, envelope, faultAnswer, unauthorized} from './graph-answer.ts'
import {actions, routes} from './graph-routes.ts'
import {verify} from './jwt.ts'
import {placesIn} from './paths.ts'
import {QueryError, applyQuery} from './query.ts'
import {badRequest} from './refusals.ts'
import type {Caller, Guarded, Refusal, Route, Writing, Written} from './route.ts'
import type {Person, TenantState} from './state.ts'
import type {Tenant} from './tenant.ts'

interface Identity {
  readonly person: Person
  readonly scopes: readonly string[]
  readonly acrs: readonly string[]
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

/** One request, alone or as an item of a batch. */
interface Ask {
  readonly method: string
  readonly url: URL
  readonly eventual: boolean
  /** Its body, where it may write. An item of a batch has none: writes are not batched here. */
  readonly sent?: Sent
}

interface Sent {
  readonly type: string | null
  readonly text: string
}

async function answerTo(tenant: Tenant, request: Request, fail: Fail): Promise<Answer> {
  const url = new URL(request.url)
  const identity = await identify(tenant, request.headers.get('Authorization'))
  if (identity === null) return unauthorized(tenant, fail)
  const {method, headers} = request
  const text = await request.text()
  const sent = {type: headers.get('Content-Type'), text}
  const ask = {method, url, eventual: headers.get('ConsistencyLevel') === 'eventual', sent}
  return unlessStruck(tenant, identity, ask, {
    fail,
    answer: () =>
      url.pathname === batchPath && method === 'POST'
        ? batch(tenant, identity, text, fail)
        : answerOf(tenant, identity, ask, fail),
  })
}

async function unlessStruck(
  tenant: Tenant,
  {acrs}: Identity,
  {method, url}: Ask,
  {answer, fail}: {readonly answer: () => Promise<Answer>; readonly fail: Fail},
): Promise<Answer> {
  const fault = await takeFault(tenant, {on: 'graph', method, path: url.pathname, acrs})
  if (fault === null) return answer()
  if ('after' in fault && fault.after) await answer()
  return (await faultAnswer(tenant, fault, fail)) ?? answer()
}

async function answerOf(tenant: Tenant, {person, scopes}: Identity, ask: Ask, fail: Fail): Promise<Answer> {
  const {method, url, sent} = ask
  const [readable, postable] = [placeOf(routes, url.pathname), placeOf(actions, url.pathname)]
  const found = readable ?? postable
  if (found === null) return fail(noSegment(url.pathname))
  const [key = '', subkey = ''] = found.places
  const caller = {
    ...{person, scopes, key, subkey, query: url.searchParams},
    ...{now: tenant.clock.now(), host: tenant.hosts.graph, newId: tenant.newId},
  }
  if (method === 'GET' && readable) return read(tenant, {...ask, route: readable.at, caller}, fail)
  const writing = method === 'PATCH' ? readable?.at.writing : method === 'POST' ? postable?.at : undefined
  return writing !== undefined && sent !== undefined
    ? write(tenant, {...sent, writing, caller}, fail)
    : fail({
        status: 405,
        code: 'Request_BadRequest',
        message: `${method} is not part of the practice tenant.`,
      })
}

async function read(
  tenant: Tenant,
  {url, eventual, route, caller}: Ask & {readonly route: Route; readonly caller: Caller},
  fail: Fail,
): Promise<Answer> {
  const state = await tenant.read()
  const refused = refusal(route, caller, state)
  if (refused !== null) return fail(refused)
  try {
    const {rows, next, count} = applyQuery(route.rows(state, caller), route, url.searchParams, eventual)
    const {seen} = route
    if (seen !== undefined && seen(state, caller) !== state) await tenant.change(now => seen(now, caller))
    const context = {'@odata.context': `${tenant.hosts.graph}/v1.0/$metadata#${contextOf(route, caller)}`}
    if (route.single === true) return {status: 200, headers: {}, body: {...context, ...rows[0]}}
    const counted = count === null ? {} : {'@odata.count': count}
    return {
      status: 200,
      headers: {},
      body: {...context, ...counted, ...nextLink(tenant, url, next), value: rows},
    }
  } catch (error) {
    if (error instanceof QueryError) return fail({status: 400, code: error.code, message: error.message})
    throw error
  }
}

async function write(
  tenant: Tenant,
  {type, text, writing, caller}: Sent & {readonly writing: Writing; readonly caller: Caller},
  fail: Fail,
): Promise<Answer> {
  if (type?.startsWith('application/json') !== true) return fail(withoutType)
  const body = parsed(text)
  let done = null as Refusal | Written | null
  // Checked and changed in one: nothing comes between, not even another tab.
  await tenant.change(state => {
    done = refusal(writing, caller, state) ?? writing.write(state, body, caller)
    return 'state' in done ? done.state : state
  })
  if (done === null) throw new Error('The practice tenant was not changed.')
  if ('code' in done) return fail(done)
  return {status: 204, body: undefined, ...done.answer, headers: {...done.answer?.headers}}
}

async function batch(tenant: Tenant, identity: Identity, text: string, fail: Fail): Promise<Answer> {
  const items = batchItems(text)
  if (typeof items === 'string') return fail(badRequest(items))
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
  return unlessStruck(tenant, identity, ask, {fail, answer: () => answerOf(tenant, identity, ask, fail)})
}

function batchItems(text: string): readonly BatchItem[] | string {
  const body = parsed(text)
  if (body === undefined) return 'Unable to read JSON request payload.'
  const {requests} = (body ?? {}) as {readonly requests?: unknown}
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

function refusal(guarded: Guarded, caller: Caller, state: TenantState): Refusal | null {
  const {person, scopes} = caller
  if (!guarded.scopes.some(scope => scopes.includes(scope))) return guarded.scopeRefused ?? denied
  const held = state.directory.roles
    .filter(role => role.person === person.id)
    .map(({definition}) => definition)
  if (guarded.anyRole?.some(role => held.includes(role)) === false) return guarded.roleRefused ?? denied
  return guarded.refuse?.(state, caller) ?? null
}

function placeOf<Place extends {readonly path: string}>(among: readonly Place[], path: string) {
  for (const at of among) {
    const places = placesIn(at.path, path)
    if (places !== null) return {at, places}
  }
  return null
}

// `users('b01…')/licenseDetails`, `users/$entity`
function contextOf({path}: Route, {key}: Caller): string {
  return path
    .slice(6)
    .replace(/\/\{\w+\}(?=\/)/, `('${key}')`)
    .replace(/\{\w+\}$/, '$entity')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const withoutType = badRequest(
  'Write requests (excluding DELETE) must contain the Content-Type header declaration.',
)

function noSegment(path: string): Refusal {
  const segment = path.split('/').at(-1) ?? path
  return badRequest(`Resource not found for the segment '${segment}'.`)
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
