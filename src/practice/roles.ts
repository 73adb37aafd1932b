/** Template ids and names of the directory roles that the practice tenant knows. */
export const roles = {
  globalAdministrator: {id: '62e90394-69f5-4237-9190-012177145e10', name: 'Global Administrator'},
  hybridIdentityAdministrator: {
    id: '8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2',
    name: 'Hybrid Identity Administrator',
  },
  authenticationPolicyAdministrator: {
    id: '0526716b-113d-4c15-b2c8-68e3c22b9f80',
    name: 'Authentication Policy Administrator',
  },
  privilegedRoleAdministrator: {
    id: 'e8611ab8-c189-46e8-94e1-60213ab1f814',
    name: 'Privileged Role Administrator',
  },
  cloudApplicationAdministrator: {
    id: '158c047a-c907-4556-b7ef-446551a6b5f7',
    name: 'Cloud Application Administrator',
  },
  securityAdministrator: {id: '194ae4cb-b126-40b2-bd5b-6091b380977d', name: 'Security Administrator'},
  securityReader: {id: '5d6b6bb7-de71-4623-b4af-96380a352509', name: 'Security Reader'},
  licenseAdministrator: {id: '4d6ac14f-3453-41d0-bef9-a3e0c569773a', name: 'License Administrator'},
  userAdministrator: {id: 'fe930be7-5e62-47db-91af-98c3a49a38b1', name: 'User Administrator'},
  helpdeskAdministrator: {id: '729827e3-9c14-49f7-bb1b-9608f156bbb8', name: 'Helpdesk Administrator'},
  passwordAdministrator: {id: '966707d0-3269-4727-9be2-8c3a10f19b9d', name: 'Password Administrator'},
  authenticationAdministrator: {
    id: 'c4e39bd9-1100-46d3-8c65-fb160da0071f',
    name: 'Authentication Administrator',
  },
  privilegedAuthenticationAdministrator: {
    id: '7be44c8a-adaf-4e2a-84d6-ab2649e08a13',
    name: 'Privileged Authentication Administrator',
  },
  reportsReader: {id: '4a5d8f65-41da-4de4-8968-e035b65339cf', name: 'Reports Reader'},
  globalReader: {id: 'f2ef992c-3afb-46b9-b7cf-a126ee74c451', name: 'Global Reader'},
} as const

/** Name of a role by its template id; the id itself where the practice tenant does not know the role. */
export function roleName(id: string): string {
  return Object.values(roles).find(role => role.id === id)?.name ?? id
}
