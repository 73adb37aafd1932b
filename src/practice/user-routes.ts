// /users: all of them, one by id or user principal name, and the licences of one.
import {licenseDetails} from './licences.ts'
import {badRequest, isRecord, noObject, notAnObject, refusedByDirectory, unknownProperty} from './refusals.ts'
import {roles} from './roles.ts'
import type {Caller, Refusal, Route} from './route.ts'
import {graphTime} from './seed.ts'
import type {DirectoryUser, TenantState, UserChange} from './state.ts'
import {laterChange, setUser, userOf, userRow} from './users.ts'

/** Milliseconds between a change of a user and the moment reads show it. */
export const userDelay = 4_000

const typeName = 'microsoft.graph.user'
// What a profile shows to everybody, with User.ReadBasic.All alone; the rest comes back null.
const basic = ['id', 'displayName', 'givenName', 'surname', 'userPrincipalName', 'mail']

const readsAll = ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All']

const properties = [
  ...basic,
  'userType',
  'accountEnabled',
  'createdDateTime',
  'usageLocation',
  'assignedLicenses',
  'licenseAssignmentStates',
  'passwordPolicies',
  'lastPasswordChangeDateTime',
  'onPremisesSyncEnabled',
  'onPremisesLastSyncDateTime',
  'onPremisesDomainName',
  'onPremisesSamAccountName',
  'onPremisesUserPrincipalName',
  'onPremisesDistinguishedName',
]

/** What can be read of users, and the one property that can be written. */
export const userRoutes: readonly Route[] = [
  {
    // https://learn.microsoft.com/graph/api/user-list. With User.ReadBasic.All Graph refuses a filter by another property
    // than the basic ones, which is all that is asked here.
    path: '/v1.0/users',
    type: typeName,
    scopes: readsAll,
    directoryObject: true,
    properties,
    usual: basic,
    rows: state => state.directory.users.map(user => userRow(user, state.directory)),
  },
  {
    // https://learn.microsoft.com/graph/api/user-get
    path: '/v1.0/users/{id}',
    type: typeName,
    scopes: ['User.Read.All', 'User.ReadWrite.All', 'User.ReadBasic.All', 'Directory.Read.All'],
    single: true,
    properties,
    usual: basic,
    refuse: nobody,
    rows: (state, {key, scopes}) =>
      found(state, key).map(user => {
        const row = userRow(user, state.directory)
        return scopes.some(scope => readsAll.includes(scope)) ? row : basicOf(row)
      }),
    seen: changedOutside,
    // https://learn.microsoft.com/graph/api/user-update
    writing: {
      scopes: ['User.ReadWrite.All'],
      // The role reference names the usage location among what License Administrators manage.
      anyRole: [roles.userAdministrator.id, roles.licenseAdministrator.id, roles.globalAdministrator.id],
      write: (state, body, {key, now}) => {
        const user = userOf(state, key)
        if (user === undefined) return noObject(key)
        const change = changeOf(body)
        if ('code' in change) return change
        return {state: {...state, lagging: [...state.lagging, laterChange(now + userDelay, user.id, change)]}}
      },
    },
  },
  {
    // https://learn.microsoft.com/graph/api/user-list-licensedetails
    path: '/v1.0/users/{id}/licenseDetails',
    type: 'microsoft.graph.licenseDetails',
    scopes: ['LicenseAssignment.Read.All', 'User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All'],
    properties: ['id', 'skuId', 'skuPartNumber', 'servicePlans'],
    refuse: nobody,
    rows: (state, {key}) => found(state, key).flatMap(user => licenseDetails(user, state.directory.skus)),
  },
]

function nobody(state: TenantState, {key}: Caller): Refusal | null {
  return userOf(state, key) === undefined ? noObject(key) : null
}

// The first who reads sees how it stood; whoever reads then sees what somebody else has made of it.
function changedOutside(state: TenantState, {key, now}: Caller): TenantState {
  const [user, sku] = [userOf(state, key), state.directory.skus[0]]
  if (state.outside?.licence !== true || user === undefined || sku === undefined) return state
  const {skuId} = sku
  const held = user.licences.some(licence => licence.skuId === skuId && licence.assignedByGroup === null)
  const licence = {skuId, disabledPlans: [], assignedByGroup: null, lastUpdatedDateTime: graphTime(now)}
  const change = held ? {taken: [skuId]} : {usageLocation: user.usageLocation ?? 'FR', given: [licence]}
  return {...setUser(state, user.id, change), outside: null}
}

function found(state: TenantState, key: string): readonly DirectoryUser[] {
  const user = userOf(state, key)
  return user === undefined ? [] : [user]
}

function basicOf(row: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, basic.includes(name) ? value : null]),
  )
}

// Nothing but the usage location is written here, so anything else is refused loudly. It is documented as "not nullable":
// once there is one, it can be another, and never none.
function changeOf(body: unknown): UserChange | Refusal {
  if (!isRecord(body)) return notAnObject
  const stray = Object.keys(body).find(name => name !== 'usageLocation')
  if (stray !== undefined) return unknownProperty(stray, typeName)
  const {usageLocation} = body
  if (usageLocation === undefined) return {}
  if (usageLocation !== null && typeof usageLocation !== 'string')
    return badRequest(
      `Cannot convert the literal '${JSON.stringify(usageLocation)}' to the expected type 'Edm.String'.`,
    )
  return usageLocation !== null && isCountry(usageLocation)
    ? {usageLocation}
    : refusedByDirectory("Invalid value specified for property 'usageLocation' of resource 'User'.")
}

function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && countries.of(code) !== undefined
}

const countries = new Intl.DisplayNames('en', {type: 'region', fallback: 'none'})
