// Which delegated scopes are enough for each call of our runbooks, and for what they select: read once by a person against
// the call's Graph page. Where a wider choice is documented, the wider ones are left out.

/** One call of a runbook, with each scope that is enough by itself. */
interface ScopeSet {
  readonly call: string
  readonly enough: readonly string[]
  /** Scopes that Graph's table has for this call and that are not enough for it here, with the reason. */
  readonly not?: Readonly<Record<string, string>>
}

const own = {
  'User.Read': 'the signed-in account only',
  'User.ReadWrite': 'the signed-in account only',
}
const basic = {'User.ReadBasic.All': 'names only: neither state, location, licences nor synchronisation'}
const agents = {
  'AgentIdUser.ReadWrite.All': 'agent users only',
  'AgentIdUser.ReadWrite.IdentityParentedBy': 'agent users only',
}

/** All of them; `{upn}` and `{key}` stand for any id. */
export const scopeSets: readonly ScopeSet[] = [
  {
    call: 'GET /v1.0/me',
    enough: ['User.Read', 'User.Read.All', 'User.ReadWrite.All'],
    not: {...agents, 'User.ReadBasic.All': 'every user, where one is enough', 'User.ReadWrite': 'it writes'},
  },
  {
    call: 'GET /v1.0/organization',
    enough: ['User.Read', 'Organization.Read.All', 'User.Read.All'],
    not: {'Organization.ReadWrite.All': 'it writes'},
  },
  {
    call: 'GET /v1.0/me/transitiveMemberOf/microsoft.graph.directoryRole',
    enough: ['User.Read', 'User.Read.All'],
  },
  {call: 'GET /v1.0/roleManagement/directory/roleAssignments', enough: ['RoleManagement.Read.Directory']},
  {
    call: 'GET /v1.0/roleManagement/directory/roleAssignmentScheduleInstances',
    enough: ['RoleAssignmentSchedule.Read.Directory', 'RoleManagement.Read.Directory'],
  },
  {
    call: 'GET /v1.0/roleManagement/directory/roleEligibilityScheduleInstances',
    enough: ['RoleEligibilitySchedule.Read.Directory', 'RoleManagement.Read.Directory'],
  },
  {
    call: 'GET /v1.0/subscribedSkus',
    enough: ['LicenseAssignment.Read.All', 'Organization.Read.All'],
    not: {'Organization.ReadWrite.All': 'it writes'},
  },
  {call: 'GET /v1.0/domains', enough: ['Domain.Read.All']},
  {call: 'GET /v1.0/auditLogs/directoryAudits', enough: ['AuditLog.Read.All']},
  {
    call: 'GET /v1.0/directory/onPremisesSynchronization',
    enough: ['OnPremDirectorySynchronization.Read.All', 'OnPremDirectorySynchronization.ReadWrite.All'],
  },
  {
    call: 'PATCH /v1.0/directory/onPremisesSynchronization/{key}',
    enough: ['OnPremDirectorySynchronization.ReadWrite.All'],
  },
  {
    call: 'GET /v1.0/users',
    enough: ['User.Read.All', 'User.ReadWrite.All'],
    not: {...agents, ...basic},
  },
  {
    call: 'GET /v1.0/users/{upn}',
    enough: ['User.Read.All', 'User.ReadWrite.All'],
    not: {...own, ...basic, ...agents},
  },
  {
    call: 'GET /v1.0/users/{upn}/licenseDetails',
    enough: ['LicenseAssignment.Read.All', 'User.Read.All', 'User.ReadWrite.All'],
    not: {...agents, 'User.Read': 'the signed-in account only'},
  },
  {
    call: 'PATCH /v1.0/users/{key}',
    enough: ['User.ReadWrite.All'],
    not: {
      ...agents,
      'User.ReadWrite': 'the signed-in account only',
      'User-Mail.ReadWrite.All': 'other properties only',
      'User-PasswordProfile.ReadWrite.All': 'other properties only',
      'User-Phone.ReadWrite.All': 'other properties only',
      'User.EnableDisableAccount.All': 'other properties only',
      'User.ManageIdentities.All': 'other properties only',
    },
  },
  {
    call: 'POST /v1.0/users/{key}/assignLicense',
    enough: ['LicenseAssignment.ReadWrite.All', 'User.ReadWrite.All'],
    not: agents,
  },
  {
    call: 'POST /v1.0/users/{key}/authentication/methods/28c10230-6103-485e-b985-444c60001490/resetPassword',
    enough: ['UserAuthenticationMethod.ReadWrite.All'],
  },
  {
    call: 'GET /v1.0/users/{key}/authentication/operations/{operation}',
    enough: ['UserAuthenticationMethod.Read.All', 'UserAuthenticationMethod.ReadWrite.All'],
    not: {
      'UserAuthenticationMethod.Read': 'the signed-in account only',
      'UserAuthenticationMethod.ReadWrite': 'the signed-in account only',
    },
  },
]
