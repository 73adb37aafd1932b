// What a path of the practice Graph is: who may read it, who may write to it, and what becomes of the tenant.
import type {Row} from './filter.ts'
import type {RowShape} from './query.ts'
import type {Person, TenantState} from './state.ts'

/** A refusal of a path for its own reason, with the status and code that Graph answers. */
export interface Refusal {
  readonly status: number
  readonly code: string
  readonly message: string
}

/** What a request brings to a path. */
export interface Caller {
  readonly person: Person
  readonly scopes: readonly string[]
  readonly now: number
  /** What stands for the first placeholder of the path, decoded; empty where it has none. */
  readonly key: string
  /** What stands for the second. */
  readonly subkey: string
  readonly query: URLSearchParams
  /** Origin of the practice Graph. */
  readonly host: string
  readonly newId: () => string
}

/** Who may do something at a path. Any of `scopes` is enough; so is any of `anyRole`, where a role is needed. */
export interface Guarded {
  readonly scopes: readonly string[]
  readonly anyRole?: readonly string[]
  readonly scopeRefused?: Refusal
  readonly roleRefused?: Refusal
  refuse?(state: TenantState, caller: Caller): Refusal | null
}

/** The tenant after a write, and its answer; without one it is 204. */
export interface Written {
  readonly state: TenantState
  readonly answer?: {
    readonly status: number
    readonly headers?: Readonly<Record<string, string>>
    readonly body: unknown
  }
}

/** What a `PATCH` or `POST` does. */
export interface Writing extends Guarded {
  /** Checks a body and carries it out; nothing comes between. */
  write(state: TenantState, body: unknown, caller: Caller): Refusal | Written
}

/** A path that can be posted to. */
export interface Action extends Writing {
  readonly path: string
}

/** A path that can be read. */
export interface Route extends RowShape, Guarded {
  /** With version; a segment may be a placeholder, `{id}`. */
  readonly path: string
  /** One object instead of a collection. */
  readonly single?: boolean
  /** What a `PATCH` does; absent: it is not offered. */
  readonly writing?: Writing
  rows(state: TenantState, caller: Caller): readonly Row[]
  /** The tenant after this was read; the same where a read changes nothing. */
  readonly seen?: (state: TenantState, caller: Caller) => TenantState
}
