// The practice tenant as Entra and Graph of the hosts above: its state, what was asked of it, and what can be changed
// behind the page's back.
import {problem} from '../../../src/practice/answers.ts'
import {createEntra} from '../../../src/practice/entra.ts'
import {addFault} from '../../../src/practice/faults.ts'
import {createGraph} from '../../../src/practice/graph.ts'
import {auditEvent, operator} from '../../../src/practice/seed.ts'
import type {EntraError} from '../../../src/practice/sign-in.ts'
import {type Situation, situationOf} from '../../../src/practice/situations.ts'
import type {Fault, TenantState} from '../../../src/practice/state.ts'
import {createMemoryStore} from '../../../src/practice/store.ts'
import {createTenant} from '../../../src/practice/tenant.ts'
import registration from './registration.json' with {type: 'json'}
import {hosts} from './server.ts'

/** One request that a host got. */
export interface Asked {
  readonly host: string
  readonly method: string
  readonly path: string
  readonly status: number
}

/** A tenant behind both hosts. */
export interface Contoso {
  readonly answer: (request: Request) => Promise<Response>
  /** Everything that was asked of both hosts, preflights included, in the order of the answers. */
  readonly asked: readonly Asked[]
  readonly change: (make: (state: TenantState) => TenantState) => Promise<unknown>
  /** Changes the tenant just before the next token is given: between what a person decided and what they get. */
  readonly beforeToken: (make: (state: TenantState) => TenantState) => void
  /** The next token is refused with this. */
  readonly refuseToken: (because: EntraError) => void
  /** The next batch that Graph gets is answered with this status and body, whatever was asked. */
  readonly answerBatch: (status: number, body: string) => void
  /** Switches a fault on. */
  readonly strike: (fault: Omit<Fault, 'id'>) => Promise<void>
  /** Every answer of a host comes so many milliseconds later. */
  readonly slow: (milliseconds: number) => void
  /** The next answer to that method is counted and held back, until what this gives is called. */
  readonly hold: (method: string) => () => void
  /** The log holds an event of a Save from now on. */
  readonly save: () => Promise<void>
}

const clock = {
  now: () => Date.now(),
  utcOffset: () => 0,
  wait: (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds)),
}

/** Contoso in a situation, for an application that is registered with one redirect URI. */
export function openContoso(
  redirectUri: string,
  situation = 'in-order',
  changed: Partial<Situation> = {},
): Contoso {
  const tenant = createTenant({
    run: 'end-to-end',
    situation: situationOf(situation, changed),
    store: createMemoryStore(),
    clock,
    hosts: {
      authority: `https://${hosts.login}`,
      graph: `https://${hosts.graph}`,
      clientId: registration.clientId,
      redirectUris: [redirectUri],
    },
    newId: () => crypto.randomUUID(),
  })
  const handlers = new Map<string, (request: Request) => Promise<Response>>([
    [hosts.login, createEntra(tenant).fetch],
    [hosts.graph, createGraph(tenant)],
  ])
  const asked: Asked[] = []
  let delay = 0
  let due: ((state: TenantState) => TenantState) | null = null
  let refusal: EntraError | null = null
  let instead: Response | null = null
  let held: {readonly method: string; readonly until: Promise<void>} | null = null

  async function answered(request: Request): Promise<Response> {
    const {host, pathname: path} = new URL(request.url)
    if (request.method === 'POST' && path.endsWith('/token')) {
      const [make, because] = [due, refusal]
      due = null
      refusal = null
      if (make !== null) await tenant.change(make)
      if (because !== null) {
        const response = problem(because)
        response.headers.set('Access-Control-Allow-Origin', '*')
        return response
      }
    }
    if (instead !== null && request.method === 'POST' && path === '/v1.0/$batch') {
      const response = instead
      instead = null
      return response
    }
    return (await handlers.get(host)?.(request)) ?? new Response(null, {status: 421})
  }

  return {
    asked,
    change: tenant.change,
    beforeToken: make => (due = make),
    refuseToken: because => (refusal = because),
    answerBatch: (status, body) => {
      const headers = {'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*'}
      instead = new Response(body, {status, headers})
    },
    strike: fault => addFault(tenant, fault),
    slow: milliseconds => (delay = milliseconds),
    hold: method => {
      let release: () => void = () => undefined
      held = {method, until: new Promise(resolve => (release = resolve))}
      return () => release()
    },
    save: async () => {
      const at = clock.now()
      const name = 'Enable password writeback for directory'
      const event = auditEvent({at, name, by: operator, newId: tenant.newId})
      await tenant.change(state => ({...state, audit: [...state.audit, {visibleAt: at, event}]}))
    },
    answer: async request => {
      const {host, pathname: path} = new URL(request.url)
      const {method} = request
      if (delay > 0 && method !== 'OPTIONS') await clock.wait(delay)
      const response = await answered(request)
      asked.push({host, method, path, status: response.status})
      if (held?.method === method) {
        const {until} = held
        held = null
        await until
      }
      return response
    },
  }
}
