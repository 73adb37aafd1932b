import type {CloudChoice} from './cloud.ts'

/** The registration with which operators of a site sign in. */
export interface SiteSignIn {
  /** Application (client) id of the registration that reads. */
  readonly clientId: string
  /** That of the registration that changes; absent: the same. A page that only reads never uses it. */
  readonly changeClientId?: string
  /** Tenant id, or `organizations`. */
  readonly tenant: string
  readonly cloud: CloudChoice
}

/** The client id of a page: that of changes only where it has any, so that no reading token carries what they need. */
export function clientIdOf(signIn: SiteSignIn, changes: boolean): string {
  return changes ? (signIn.changeClientId ?? signIn.clientId) : signIn.clientId
}
