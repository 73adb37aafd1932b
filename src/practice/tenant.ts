import type {Clock} from '../engine/ports.ts'
import {withFeatures} from './directory-sync.ts'
import {createState} from './seed.ts'
import type {Situation} from './situations.ts'
import type {Directory, LaggingChange, TenantState} from './state.ts'
import type {PracticeStore} from './store.ts'
import {withUsers} from './users.ts'

/** Where the practice tenant answers, and the application it knows. Origins without a path. */
export interface PracticeHosts {
  readonly authority: string
  readonly graph: string
  readonly clientId: string
  readonly redirectUris: readonly string[]
}

/** The practice tenant as its handlers see it. */
export interface Tenant {
  readonly hosts: PracticeHosts
  readonly clock: Clock
  readonly newId: () => string
  /** The state as it stands now, with every change in it whose time has come. */
  readonly read: () => Promise<TenantState>
  readonly change: (make: (state: TenantState) => TenantState) => Promise<TenantState>
  /** Starts over: tokens, consents, audit events and settings are those of the situation's beginning. */
  readonly reset: () => Promise<void>
}

/** A tenant whose state lives in a store under the run's id; made from the situation when first read. */
export function createTenant(options: {
  readonly run: string
  readonly situation: Situation
  readonly store: PracticeStore
  readonly clock: Clock
  readonly hosts: PracticeHosts
  readonly newId: () => string
}): Tenant {
  const {run, situation, store, clock, hosts, newId} = options
  const initial = () => createState({situation, now: clock.now(), newId})
  const change: Tenant['change'] = make =>
    store.update(run, state => make(settle(known(state) ?? initial(), clock.now())))
  return {
    hosts,
    clock,
    newId,
    change,
    read: async () => {
      const state = known(await store.load(run))
      return state === null ? change(fresh => fresh) : settle(state, clock.now())
    },
    reset: () => store.delete(run),
  }
}

function settle(before: TenantState, now: number): TenantState {
  const state = withoutEnded(before, now)
  const due = state.lagging.filter(change => change.visibleAt <= now)
  if (due.length === 0) return state
  return {
    ...state,
    directory: due.reduce(changed, state.directory),
    lagging: state.lagging.filter(change => change.visibleAt > now),
  }
}

function changed(before: Directory, {directory, features = {}, users = {}}: LaggingChange): Directory {
  return withUsers(withFeatures({...before, ...directory}, features), users)
}

// What another version of the page has kept: this one cannot read it, so the tenant begins anew.
function known(state: TenantState | null): TenantState | null {
  return state === null || (state.version as number) !== 3 ? null : state
}

// A role that was activated through PIM ends by itself; the eligibility stays.
function withoutEnded(state: TenantState, now: number): TenantState {
  const roles = state.directory.roles.filter(({until}) => until === undefined || until > now)
  return roles.length === state.directory.roles.length
    ? state
    : {...state, directory: {...state.directory, roles}}
}
