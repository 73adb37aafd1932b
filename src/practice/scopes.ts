// Only the scopes that the practice application can ask for; a scope outside this table is refused, as Entra refuses one
// that the resource does not publish.
const needsAdministrator: Readonly<Record<string, boolean>> = {
  'User.Read': false,
  'User.ReadBasic.All': false,
  'LicenseAssignment.Read.All': false,
  'LicenseAssignment.ReadWrite.All': false,
  'User.Read.All': true,
  'User.ReadWrite.All': true,
  'UserAuthenticationMethod.Read.All': true,
  'UserAuthenticationMethod.ReadWrite.All': true,
  'Organization.Read.All': true,
  'Domain.Read.All': true,
  'Directory.Read.All': true,
  'RoleManagement.Read.Directory': true,
  'RoleEligibilitySchedule.Read.Directory': true,
  'AuditLog.Read.All': true,
  'OnPremDirectorySynchronization.Read.All': true,
  'OnPremDirectorySynchronization.ReadWrite.All': true,
}

const openId = ['openid', 'profile', 'email', 'offline_access']

/** A scope that a person is asked to consent to. */
export interface AskedScope {
  readonly scope: string
  readonly needsAdministrator: boolean
}

/** The Graph scopes of an OAuth scope string, short form, without those of OpenID Connect. */
export function graphScopes(text: string): readonly string[] {
  const short = text
    .split(/\s+/)
    .filter(Boolean)
    .map(scope => scope.slice(scope.lastIndexOf('/') + 1))
  return [...new Set(short)].filter(scope => !openId.includes(scope) && scope !== '.default')
}

/** The first scope that Graph does not publish here, or null. */
export function unknownScope(scopes: readonly string[]): string | null {
  return scopes.find(scope => needsAdministrator[scope] === undefined) ?? null
}

/** Scopes with the kind of consent each needs. */
export function asked(scopes: readonly string[]): readonly AskedScope[] {
  return scopes.map(scope => ({scope, needsAdministrator: needsAdministrator[scope] ?? true}))
}
