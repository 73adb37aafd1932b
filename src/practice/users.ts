// The users of the practice tenant: how Graph shows one, and what becomes of one.
import type {Row} from './filter.ts'
import {assignedLicenses, licenseAssignmentStates} from './licences.ts'
import type {Directory, DirectoryUser, LaggingChange, TenantState, UserChange} from './state.ts'

/** A directory with changes of some of its users. */
export function withUsers(directory: Directory, changes: Readonly<Record<string, UserChange>>): Directory {
  if (Object.keys(changes).length === 0) return directory
  const users = directory.users.map(user => changedUser(user, changes[user.id] ?? {}))
  return {...directory, users}
}

/**
 * The tenant after somebody else has changed a user. Reads show it at once, and a change of the same thing that is still on
 * its way does not take it back.
 */
export function setUser(state: TenantState, id: string, change: UserChange): TenantState {
  const lagging = state.lagging.map(late => {
    const own = late.users?.[id]
    return own === undefined ? late : {...late, users: {...late.users, [id]: beside(own, change)}}
  })
  return {...state, directory: withUsers(state.directory, {[id]: change}), lagging}
}

/** A change of one user that reads show at a time. */
export function laterChange(visibleAt: number, id: string, change: UserChange): LaggingChange {
  return {visibleAt, users: {[id]: change}}
}

/** A user by id or user principal name, as reads show them. */
export function userOf({directory}: TenantState, key: string): DirectoryUser | undefined {
  const wanted = key.toLowerCase()
  return directory.users.find(user => user.id === wanted || user.userPrincipalName.toLowerCase() === wanted)
}

/** The users as the next write finds them, seen or not yet. */
export function standingUsers({directory, lagging}: TenantState): readonly DirectoryUser[] {
  return lagging.reduce(
    (users, {users: changes = {}}) => users.map(user => changedUser(user, changes[user.id] ?? {})),
    directory.users,
  )
}

/** A user by id or user principal name, as the next write finds them. */
export function standingUser(state: TenantState, key: string): DirectoryUser | undefined {
  const id = userOf(state, key)?.id
  return standingUsers(state).find(user => user.id === id)
}

/** A user with every property that the practice Graph has of one. */
export function userRow(user: DirectoryUser, {organization}: Directory): Row {
  const {id, givenName, surname, userPrincipalName, userType, accountEnabled} = user
  const {onPremisesSyncEnabled, usageLocation, lastPasswordChangeDateTime} = user
  const synced = user.onPremisesSyncEnabled === true
  const displayName = `${givenName} ${surname}`
  const [name = '', domain = ''] = userPrincipalName.split('@')
  return {
    ...{id, displayName, givenName, surname, userPrincipalName, userType, accountEnabled},
    ...{onPremisesSyncEnabled, usageLocation, lastPasswordChangeDateTime},
    mail: userType === 'Guest' ? null : userPrincipalName,
    createdDateTime: '2023-01-16T07:40:00Z',
    passwordPolicies: synced ? 'DisablePasswordExpiration' : null,
    onPremisesLastSyncDateTime: synced ? organization['onPremisesLastSyncDateTime'] : null,
    onPremisesDomainName: synced ? domain : null,
    onPremisesSamAccountName: synced ? name.slice(0, 20) : null,
    onPremisesUserPrincipalName: synced ? userPrincipalName : null,
    onPremisesDistinguishedName: synced ? `CN=${displayName},OU=Staff,DC=contoso,DC=example` : null,
    assignedLicenses: assignedLicenses(user),
    licenseAssignmentStates: licenseAssignmentStates(user),
  }
}

function changedUser(
  user: DirectoryUser,
  {given = [], taken = [], ...properties}: UserChange,
): DirectoryUser {
  const gone = [...taken, ...given.map(({skuId}) => skuId)]
  const kept = user.licences.filter(
    ({skuId, assignedByGroup}) => assignedByGroup !== null || !gone.includes(skuId),
  )
  return {...user, ...properties, licences: [...kept, ...given]}
}

// What is left of a change on its way once somebody else has decided some of it.
function beside(late: UserChange, {given = [], taken = [], ...properties}: UserChange): UserChange {
  const decided = [...taken, ...given.map(({skuId}) => skuId)]
  const left = Object.entries(late).filter(([name]) => !Object.hasOwn(properties, name))
  const rest: UserChange = Object.fromEntries(left)
  return {
    ...rest,
    given: (rest.given ?? []).filter(({skuId}) => !decided.includes(skuId)),
    taken: (rest.taken ?? []).filter(skuId => !decided.includes(skuId)),
  }
}
