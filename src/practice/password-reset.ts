// The password of a user that an administrator resets, and how far Graph is with it. Nothing of the password is kept: it is
// looked at once, while the request is answered.
import {denied} from './graph-answer.ts'
import {badRequest, isRecord, noObject, notAnObject, unknownProperty} from './refusals.ts'
import {roles} from './roles.ts'
import type {Action, Caller, Refusal, Route} from './route.ts'
import {auditEvent, graphTime} from './seed.ts'
import type {DirectoryUser, ResetOperation, TenantState} from './state.ts'
import {laterChange, standingUser, userOf} from './users.ts'

/** Milliseconds from the request until the operation runs, until it is over, and until the audit log has it. */
export const resetTimes = {running: 2_000, over: 6_000, logged: 14_000}

// What Graph adds to the address of an operation: without it the operation is not found.
const place = {aadgdc: 'DUB02P', aadgsu: 'ssprprod-a'}
const everybody: readonly string[] = [
  roles.globalAdministrator.id,
  roles.privilegedAuthenticationAdministrator.id,
]
const writes = 'UserAuthenticationMethod.ReadWrite.All'

/** Accepts a reset; what comes of it is read at the address it gives. */
export const resetPassword: Action = {
  // https://learn.microsoft.com/graph/api/authenticationmethod-resetpassword
  path: '/v1.0/users/{id}/authentication/methods/28c10230-6103-485e-b985-444c60001490/resetPassword',
  scopes: [writes],
  anyRole: [
    ...everybody,
    roles.authenticationAdministrator.id,
    roles.userAdministrator.id,
    roles.helpdeskAdministrator.id,
    roles.passwordAdministrator.id,
  ],
  write: (state, body, caller) => {
    const user = standingUser(state, caller.key)
    if (user === undefined) return noObject(caller.key)
    return refusalOf(body, user, state, caller) ?? accepted(state, user, caller)
  },
}

/** A reset that was accepted: `notStarted`, `running`, then how it ended. */
export const operationRoute: Route = {
  // https://learn.microsoft.com/graph/api/longrunningoperation-get
  path: '/v1.0/users/{id}/authentication/operations/{operation}',
  type: 'microsoft.graph.longRunningOperation',
  scopes: ['UserAuthenticationMethod.Read.All', writes],
  anyRole: [...everybody, roles.authenticationAdministrator.id, roles.globalReader.id],
  single: true,
  properties: ['id', 'createdDateTime', 'lastActionDateTime', 'resourceLocation', 'status', 'statusDetail'],
  options: Object.keys(place),
  refuse: (state, caller) => {
    // What Graph answers without its query is unchecked.
    const whole = Object.entries(place).every(([name, value]) => caller.query.get(name) === value)
    return whole && operationOf(state, caller) !== undefined ? null : noObject(caller.subkey)
  },
  rows: (state, caller) => {
    const operation = operationOf(state, caller)
    return operation === undefined ? [] : [{...operationRow(operation, caller.now)}]
  },
}

function accepted(state: TenantState, user: DirectoryUser, {person, now, host, newId}: Caller) {
  const operation: ResetOperation = {id: newId(), user: user.id, began: now, fails: failureOf(user, state)}
  const {id, givenName, surname, userPrincipalName} = user
  const target = {id, displayName: `${givenName} ${surname}`, userPrincipalName}
  const [at, failed] = [now + resetTimes.over, operation.fails]
  const event = auditEvent({at, name: 'Reset password (by admin)', by: person, newId, target, failed})
  const changed = laterChange(at, id, {lastPasswordChangeDateTime: graphTime(at)})
  const location = `${host}/v1.0/users/${id}/authentication/operations/${operation.id}`
  return {
    state: {
      ...state,
      operations: [...state.operations, operation],
      audit: [...state.audit, {visibleAt: now + resetTimes.logged, event}],
      lagging: failed === null ? [...state.lagging, changed] : state.lagging,
    },
    answer: {
      status: 202,
      headers: {Location: `${location}?${new URLSearchParams(place).toString()}`},
      body: {},
    },
  }
}

// Which texts Graph gives is unchecked; the numbers are those of the server's event log.
function failureOf(
  {onPremisesSyncEnabled, accountEnabled}: DirectoryUser,
  state: TenantState,
): string | null {
  if (onPremisesSyncEnabled === null) return null
  if (!state.serverWritesBack)
    return 'The on-premises password writeback service did not reset the password (31011).'
  return accountEnabled ? null : 'The on-premises account is disabled (33005).'
}

function operationRow({id, began, fails}: ResetOperation, now: number) {
  const {running, over} = resetTimes
  const age = now - began
  const last = age < running ? 0 : age < over ? running : over
  const ended = fails === null ? 'succeeded' : 'failed'
  return {
    id,
    createdDateTime: graphTime(began),
    lastActionDateTime: graphTime(began + last),
    resourceLocation: null,
    status: last === 0 ? 'notStarted' : last === running ? 'running' : ended,
    statusDetail: last === over ? fails : null,
  }
}

function operationOf(state: TenantState, {key, subkey}: Caller): ResetOperation | undefined {
  const user = userOf(state, key)
  return state.operations.find(({id, user: owner}) => id === subkey.toLowerCase() && owner === user?.id)
}

// The codes of the first two and of a weak password are unchecked; nothing documents them.
function refusalOf(body: unknown, user: DirectoryUser, state: TenantState, {person}: Caller): Refusal | null {
  if (!isRecord(body)) return notAnObject
  if (user.id === person.id) return badRequest('The password of the signed-in account cannot be reset here.')
  if (user.userType === 'Guest') return badRequest('The password of a guest is kept by another organization.')
  if (!mayReset(rolesOf(person.id, state), rolesOf(user.id, state))) return denied
  const stray = Object.keys(body).find(name => name !== 'newPassword')
  if (stray !== undefined) return unknownProperty(stray, 'microsoft.graph.passwordResetResponse')
  const {newPassword} = body
  // Without one Graph makes one up for an account in the cloud; that is not part of the practice tenant.
  if (typeof newPassword !== 'string') return badRequest('A new password is required.')
  return isStrong(newPassword, user)
    ? null
    : badRequest('The password does not meet the password requirements of the organization.')
}

function rolesOf(id: string, {directory}: TenantState): readonly string[] {
  return directory.roles.filter(({person}) => person === id).map(({definition}) => definition)
}

// https://learn.microsoft.com/entra/identity/role-based-access-control/privileged-roles-permissions: of the roles that the
// practice tenant knows, those that hold one of these may be reset by the lesser administrators too.
const lesser: readonly string[] = [roles.reportsReader.id]

function mayReset(mine: readonly string[], theirs: readonly string[]): boolean {
  return mine.some(role => everybody.includes(role)) || theirs.every(role => lesser.includes(role))
}

// Entra's rule for accounts in the cloud, 8 to 256 characters of three kinds, and no part of the user's own name.
function isStrong(password: string, {givenName, surname, userPrincipalName}: DirectoryUser): boolean {
  const text = password.toLowerCase()
  const kinds = [/[A-Z]/, /[a-z]/, /\d/, /[^\dA-Za-z]/].filter(kind => kind.test(password)).length
  const names = [givenName, surname, userPrincipalName.split('@')[0] ?? ''].map(name => name.toLowerCase())
  return (
    password.length >= 8 && password.length <= 256 && kinds >= 3 && !names.some(name => text.includes(name))
  )
}
