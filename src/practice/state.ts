// What the practice tenant is: plain JSON, so that it can be kept, shared by tabs and shown.
import type {SyncFeatures} from './sync-features.ts'

/** A person of the practice tenant. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly username: string
  /** Their tenant, where it is not the practice tenant. */
  readonly tenantId?: string
}

/** A directory role, held now or only eligible through PIM. `definition` is the role's template id. */
export interface RoleHolding {
  readonly id: string
  readonly person: string
  readonly definition: string
  /** When a role that was activated through PIM ends, milliseconds since the epoch; absent: it does not. */
  readonly until?: number
  /** Id of the group through which the person holds it; absent: it is assigned to the person. */
  readonly group?: string
}

/** A subscription in Graph's own shape, but that `consumedUnits` leaves out what the users of the directory hold. */
export interface Subscription {
  readonly id: string
  readonly skuId: string
  readonly skuPartNumber: string
  readonly appliesTo: string
  readonly capabilityStatus: string
  readonly consumedUnits: number
  readonly prepaidUnits: Readonly<Record<'enabled' | 'suspended' | 'warning' | 'lockedOut', number>>
  readonly servicePlans: readonly ServicePlan[]
}

/** A service plan of a subscription. */
interface ServicePlan {
  readonly servicePlanId: string
  readonly servicePlanName: string
  readonly provisioningStatus: string
  readonly appliesTo: string
}

/** A licence that a user holds. */
export interface HeldLicence {
  readonly skuId: string
  readonly disabledPlans: readonly string[]
  /** Id of the group through which the user holds it; null: it is assigned to the user. */
  readonly assignedByGroup: string | null
  readonly lastUpdatedDateTime: string
}

/** A user of the directory; what Graph makes of it is worked out when it is read. */
export interface DirectoryUser {
  readonly id: string
  readonly givenName: string
  readonly surname: string
  readonly userPrincipalName: string
  readonly userType: 'Member' | 'Guest'
  readonly accountEnabled: boolean
  /** As in Graph: null for a user who is not synchronised. */
  readonly onPremisesSyncEnabled: true | null
  readonly usageLocation: string | null
  readonly lastPasswordChangeDateTime: string
  readonly licences: readonly HeldLicence[]
}

/** What becomes of a user; all else stays. */
export interface UserChange {
  readonly accountEnabled?: boolean
  readonly usageLocation?: string | null
  readonly lastPasswordChangeDateTime?: string
  /** Licences assigned to the user, each in the place of one of the same subscription. */
  readonly given?: readonly HeldLicence[]
  /** Subscriptions whose licence is no longer assigned to the user; one held through a group stays. */
  readonly taken?: readonly string[]
}

/** A password reset that Graph accepted and goes on with; nothing of the password is kept. */
export interface ResetOperation {
  readonly id: string
  /** Id of the user. */
  readonly user: string
  readonly began: number
  /** Why it fails, or null. */
  readonly fails: string | null
}

/** The directory as Graph reads it; every list without a type of its own holds Graph's own shapes. */
export interface Directory {
  readonly organization: Readonly<Record<string, unknown>>
  readonly domains: readonly Readonly<Record<string, unknown>>[]
  readonly skus: readonly Subscription[]
  readonly users: readonly DirectoryUser[]
  readonly roles: readonly RoleHolding[]
  readonly eligible: readonly RoleHolding[]
  readonly synchronization: {
    readonly id: string
    readonly configuration: Readonly<Record<string, unknown>>
    readonly features: SyncFeatures
  }
}

/** A consent given: to one person, or for the whole tenant where `person` is null. */
export interface Grant {
  readonly person: string | null
  readonly scope: string
}

/** What somebody else does: sets features, once they were read; assigns or takes a licence, once its user was read. */
export interface Outside {
  readonly features: Partial<SyncFeatures>
  readonly licence: boolean
}

/** A change that Graph's reads do not show before `visibleAt`, as with a replica that lags. */
export interface LaggingChange {
  readonly visibleAt: number
  readonly directory?: Partial<Directory>
  /** Features of the synchronisation that it sets; the others stay as they are. */
  readonly features?: Partial<SyncFeatures>
  /** What becomes of users, by their id. */
  readonly users?: Readonly<Record<string, UserChange>>
}

/** An audit event in Graph's own shape and the time from which it can be read. */
interface AuditEntry {
  readonly visibleAt: number
  readonly event: Readonly<Record<string, unknown>>
}

/** An authorization code that was issued and not yet redeemed. */
interface IssuedCode {
  readonly clientId: string
  readonly redirectUri: string
  readonly challenge: string
  readonly nonce: string | null
  readonly person: string
  readonly acrs: readonly string[]
  readonly expires: number
}

/** What a refresh token stands for. */
interface RefreshGrant {
  readonly clientId: string
  readonly person: string
  readonly acrs: readonly string[]
  readonly expires: number
}

/** A fault that is switched on, and for how many matching requests it still lasts. */
export interface Fault {
  readonly id: string
  readonly on: 'graph' | 'token'
  readonly method?: string
  /**
   * Path with version, `/v1.0/organization`, `/v1.0/users/{id}/assignLicense`; absent: every path. Of a batch, its items
   * and `/v1.0/$batch` itself.
   */
  readonly path?: string
  readonly make: FaultKind
  readonly times: number
}

/**
 * What a fault does. `retryAfter` null: the header is not sent; `hidden`: sent, and kept from scripts by CORS. `after`: the
 * request is carried out and only its answer is lost; without it nothing was done.
 */
export type FaultKind =
  | {readonly kind: 'throttled'; readonly retryAfter: number | null; readonly hidden?: boolean}
  | {readonly kind: 'failed'; readonly status: 500 | 502 | 503 | 504; readonly after?: boolean}
  | {readonly kind: 'denied'; readonly code: string}
  | {readonly kind: 'refused'; readonly status: 400 | 404 | 409 | 412; readonly code: string}
  | {readonly kind: 'claims'; readonly acrs: string}
  | {readonly kind: 'token-expired'}
  | {readonly kind: 'delayed'; readonly milliseconds: number}
  | {readonly kind: 'hanging'; readonly after?: boolean}
  | {readonly kind: 'offline'; readonly after?: boolean}

/** The whole state of one practice run. */
export interface TenantState {
  readonly version: 3
  readonly situation: string
  readonly tenantId: string
  readonly people: readonly Person[]
  readonly directory: Directory
  readonly lagging: readonly LaggingChange[]
  readonly grants: readonly Grant[]
  readonly audit: readonly AuditEntry[]
  /** What somebody else does as soon as it was read once, or null. */
  readonly outside: Outside | null
  readonly writeback: {readonly passwords: boolean; readonly unlock: boolean}
  /** Whether the server that synchronises writes a reset password back; the portal's page above does not say. */
  readonly serverWritesBack: boolean
  readonly operations: readonly ResetOperation[]
  /** Ids of the people with a session at the practice Entra. */
  readonly sessions: readonly string[]
  readonly codes: Readonly<Record<string, IssuedCode>>
  readonly refresh: Readonly<Record<string, RefreshGrant>>
  readonly faults: readonly Fault[]
  /** Private key that signs tokens, a JWK; made at the first token. It protects nothing: practice has no trust boundary. */
  readonly key: JsonWebKey | null
}
