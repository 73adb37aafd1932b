// Who runs, in which mode and in which tenant, as the page shows it.
import type {PageModel} from '../model/page.ts'
import type {AccountRef, RunMode, TenantRef} from '../model/run.ts'
import type {SignedIn} from './ports.ts'
import {rolesSeen, type RolesSeen} from './roles.ts'
import type {RunState} from './run.ts'

/** The session beside the record: what is true now, in this page load. */
export interface SessionView {
  /** Of the site that is open. */
  readonly build: string
  /** Of the open run; without one, the mode chosen for the next. */
  readonly mode: RunMode
  readonly started: boolean
  /** `idle`: sign-in not loaded. `preparing`: loading. `ready`: a press may open a window at once. */
  readonly phase: 'idle' | 'preparing' | 'ready'
  /** A sign-in is waiting for the person. */
  readonly signingIn: boolean
  /** Who is signed in; where `current` is false, who the record last knew. */
  readonly account: AccountRef | null
  /** False: sign-in is not loaded in this page load, so nobody is known to be signed in. */
  readonly current: boolean
  /** Locked for the run; its name is empty until Graph gave it. */
  readonly tenant: TenantRef | null
  /** The other tenant an account came with: nothing may run. */
  readonly conflict: TenantRef | null
  /** False: no request may be sent, for want of sign-in in this mode, of a client id, or because of another tenant. */
  readonly mayRun: boolean
  readonly roles: RolesSeen
  /** Sequence numbers of the events that happened in this page load. */
  readonly fresh: ReadonlySet<number>
}

/** What the session is told beside the run itself. */
export interface SessionInput {
  readonly build: string
  readonly mode: RunMode
  readonly phase: SessionView['phase']
  /** The site can sign in to real tenants. */
  readonly graph: boolean
  readonly signingIn: boolean
  /** Undefined: sign-in is not loaded, so the record's last word is shown, and nothing is attributed to it. */
  readonly signedIn: SignedIn | null | undefined
  readonly fresh: ReadonlySet<number>
}

/** The session as the page shows it. */
export function sessionView(model: PageModel, state: RunState, input: SessionInput): SessionView {
  const {build, mode, phase, graph, signingIn, signedIn, fresh} = input
  const account = signedIn === undefined ? state.account : (signedIn?.account ?? null)
  return {
    build,
    mode,
    phase,
    signingIn,
    started: state.started !== null,
    account: mode === 'unsigned' ? null : account,
    current: signedIn !== undefined,
    tenant: state.tenant ?? (signedIn ? {id: signedIn.tenant.id, name: ''} : null),
    conflict: state.tenantConflict,
    mayRun: mode !== 'unsigned' && (mode !== 'graph' || graph) && state.tenantConflict === null,
    roles: rolesSeen(model, state, fresh),
    fresh,
  }
}
