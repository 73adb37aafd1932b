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
  /** What stands for `{id}` in the path; empty where it has none. */
  readonly key: string
}

/** What a `PATCH` of a path does. Any of `scopes` is enough. */
export interface Writing {
  readonly scopes: readonly string[]
  refuse(state: TenantState, body: unknown): Refusal | null
  /** The tenant after a body that was not refused. */
  change(state: TenantState, body: unknown, caller: Caller): TenantState
}

/** A path that can be read. Any of `scopes` is enough; so is any of `anyRole`, where a role is needed. */
export interface Route extends RowShape {
  /** With version; its last segment may be `{id}`. */
  readonly path: string
  readonly scopes: readonly string[]
  readonly anyRole?: readonly string[]
  readonly scopeRefused?: Refusal
  readonly roleRefused?: Refusal
  /** One object instead of a collection. */
  readonly single?: boolean
  readonly writing?: Writing
  refuse?(state: TenantState, caller: Caller): Refusal | null
  rows(state: TenantState, caller: Caller): readonly Row[]
  /** The tenant after this was read; the same where a read changes nothing. */
  readonly seen?: (state: TenantState) => TenantState
}
