import type {Clock} from '../engine/ports.ts'
import {setFeatures} from './directory-sync.ts'
import {createEntra} from './entra.ts'
import {addFault, clearFaults} from './faults.ts'
import {createGraph} from './graph.ts'
import {
  type PracticeNavigation,
  type PracticeNetwork,
  type PracticeUi,
  createNavigation,
  createNetwork,
} from './msal-clients.ts'
import {type PracticePortal, createPortal} from './portal.ts'
import {contosoId} from './seed.ts'
import type {Situation} from './situations.ts'
import type {Fault, LaggingChange, TenantState, UserChange} from './state.ts'
import type {PracticeStore} from './store.ts'
import type {SyncFeatures} from './sync-features.ts'
import {type PracticeHosts, createTenant} from './tenant.ts'
import {setUser} from './users.ts'

export {situationOf, situations, situationsOn} from './situations.ts'
export {createMemoryStore, openPracticeStore, type PracticeStore} from './store.ts'
export type {PracticePortal, PortalState} from './portal.ts'
export type {PracticeUi} from './msal-clients.ts'
export type {SignInDecision, SignInPage} from './sign-in.ts'
export type {TenantState} from './state.ts'

/** A practice tenant: handlers for any rim, and the parts that MSAL and the Graph runner take in the page. */
export interface PracticeTenant {
  readonly entra: (request: Request) => Promise<Response>
  readonly graph: (request: Request) => Promise<Response>
  /** For `createTokenSource`: where to sign in, and MSAL's two clients. */
  readonly signIn: {
    readonly config: {
      readonly clientId: string
      readonly authority: string
      readonly knownAuthorities: readonly string[]
      readonly redirectUri: string
      readonly scopePrefix: string
    }
    readonly network: PracticeNetwork
    readonly navigation: PracticeNavigation
  }
  /** Origin of the practice Graph. */
  readonly graphHost: string
  readonly tenantId: string
  readonly portal: PracticePortal
  readonly state: () => Promise<TenantState>
  readonly reset: () => Promise<void>
  addFault(fault: Omit<Fault, 'id'>): Promise<void>
  clearFaults(): Promise<void>
  /** A change that reads do not show at once. */
  changeLater(change: LaggingChange): Promise<void>
  /** Somebody else sets features of the directory synchronisation, now. */
  setFeatures(features: Partial<SyncFeatures>): Promise<void>
  /** Somebody else changes a user, now. */
  setUser(id: string, change: UserChange): Promise<void>
}

/** The hosts of practice in the page. `.invalid` never resolves (RFC 2606): a fault of ours cannot reach a real host. */
const inPage = {authority: 'https://login.practice.invalid', graph: 'https://graph.practice.invalid'}

/**
 * The practice tenant of one run. Its state is in the store under `run`, so tabs and languages share it.
 * Hosts default to names that cannot resolve; servers of tests give the real ones.
 */
export function createPracticeTenant(options: {
  readonly run: string
  readonly situation: Situation
  readonly store: PracticeStore
  readonly clock: Clock
  readonly ui: PracticeUi
  readonly redirectUri: string
  readonly hosts?: PracticeHosts
  readonly newId?: () => string
}): PracticeTenant {
  const {run, situation, store, clock, ui, redirectUri, newId = () => crypto.randomUUID()} = options
  // A client id of its own for each run keeps MSAL's cached tokens of two runs apart.
  const hosts = options.hosts ?? {...inPage, clientId: `practice-${run}`, redirectUris: [redirectUri]}
  const tenant = createTenant({run, situation, store, clock, hosts, newId})
  const entra = createEntra(tenant)
  return {
    entra: entra.fetch,
    graph: createGraph(tenant),
    signIn: {
      config: {
        clientId: hosts.clientId,
        authority: `${hosts.authority}/organizations`,
        knownAuthorities: [new URL(hosts.authority).host],
        redirectUri,
        scopePrefix: '',
      },
      network: createNetwork(entra),
      navigation: createNavigation(entra, ui),
    },
    graphHost: hosts.graph,
    tenantId: contosoId,
    portal: createPortal(tenant, situation),
    state: tenant.read,
    reset: tenant.reset,
    addFault: fault => addFault(tenant, fault),
    clearFaults: () => clearFaults(tenant),
    changeLater: async change => {
      await tenant.change(state => ({...state, lagging: [...state.lagging, change]}))
    },
    setFeatures: async features => {
      await tenant.change(state => setFeatures(state, features))
    },
    setUser: async (id, change) => {
      await tenant.change(state => setUser(state, id, change))
    },
  }
}
