// POST /users/{id}/assignLicense: licences that are assigned to a user and taken from one, all of a request or none of it.
import {unitsLeft} from './licences.ts'
import {badRequest, isRecord, noObject, notAnObject, refusedByDirectory, unknownProperty} from './refusals.ts'
import {roles} from './roles.ts'
import type {Action, Refusal} from './route.ts'
import {graphTime} from './seed.ts'
import type {DirectoryUser, TenantState} from './state.ts'
import {userDelay} from './user-routes.ts'
import {laterChange, standingUser, standingUsers, userRow} from './users.ts'

interface Asked {
  readonly addLicenses: readonly {readonly skuId: string; readonly disabledPlans: readonly string[]}[]
  readonly removeLicenses: readonly string[]
}

/** Assigns and removes licences; reads show it after `userDelay`. */
export const assignLicense: Action = {
  // https://learn.microsoft.com/graph/api/user-assignlicense; that page names Directory Writers too.
  path: '/v1.0/users/{id}/assignLicense',
  scopes: ['LicenseAssignment.ReadWrite.All', 'User.ReadWrite.All'],
  anyRole: [roles.licenseAdministrator.id, roles.userAdministrator.id, roles.globalAdministrator.id],
  write: (state, body, {key, now, host}) => {
    const user = standingUser(state, key)
    if (user === undefined) return noObject(key)
    const asked = askedOf(body)
    if ('code' in asked) return asked
    const refused = refusalOf(asked, user, state)
    if (refused !== null) return refused
    const lastUpdatedDateTime = graphTime(now)
    const late = laterChange(now + userDelay, user.id, {
      given: asked.addLicenses.map(licence => ({...licence, assignedByGroup: null, lastUpdatedDateTime})),
      taken: asked.removeLicenses,
    })
    const after = {...state, lagging: [...state.lagging, late]}
    const row = userRow(standingUser(after, key) ?? user, after.directory)
    const context = {'@odata.context': `${host}/v1.0/$metadata#users/$entity`}
    return {state: after, answer: {status: 200, body: {...context, ...row}}}
  },
}

// What OData refuses before anything is looked at: both lists have to be there.
function askedOf(body: unknown): Asked | Refusal {
  if (!isRecord(body)) return notAnObject
  const names = ['addLicenses', 'removeLicenses']
  const stray = Object.keys(body).find(name => !names.includes(name))
  if (stray !== undefined)
    return badRequest(
      `The parameter '${stray}' in the request payload is not a valid parameter for the operation 'assignLicense'.`,
    )
  const missing = names.filter(name => !Array.isArray(body[name]))
  if (missing.length > 0)
    return badRequest(
      `One or more parameters of the operation 'assignLicense' are missing from the request payload. The missing parameters are: ${missing.join(', ')}.`,
    )
  const {addLicenses, removeLicenses} = body as Readonly<Record<keyof Asked, readonly unknown[]>>
  const added: Asked['addLicenses'][number][] = []
  for (const licence of addLicenses) {
    if (!isRecord(licence)) return notAnObject
    const {skuId, disabledPlans = [], ...others} = licence
    const [name] = Object.keys(others)
    if (name !== undefined) return unknownProperty(name, 'microsoft.graph.assignedLicense')
    const ids = [skuId, ...(Array.isArray(disabledPlans) ? (disabledPlans as unknown[]) : [disabledPlans])]
    const odd = ids.find(id => !isGuid(id))
    if (odd !== undefined || !isGuid(skuId)) return noGuid(odd)
    added.push({skuId: skuId.toLowerCase(), disabledPlans: ids.slice(1).map(id => String(id).toLowerCase())})
  }
  const odd = removeLicenses.find(id => !isGuid(id))
  if (odd !== undefined) return noGuid(odd)
  return {addLicenses: added, removeLicenses: removeLicenses.map(id => String(id).toLowerCase())}
}

// What the directory refuses. The messages are those that public code branches on; the documentation names none of them.
function refusalOf(
  {addLicenses, removeLicenses}: Asked,
  user: DirectoryUser,
  state: TenantState,
): Refusal | null {
  const users = standingUsers(state)
  for (const skuId of removeLicenses) {
    const held = user.licences.filter(licence => licence.skuId === skuId)
    if (held.some(({assignedByGroup}) => assignedByGroup === null)) continue
    return refusedByDirectory(
      held.length === 0
        ? 'User does not have a corresponding license.'
        : 'User license is inherited from a group membership and it cannot be removed directly from the user.',
    )
  }
  for (const {skuId, disabledPlans} of addLicenses) {
    const sku = state.directory.skus.find(one => one.skuId === skuId)
    if (sku === undefined)
      return refusedByDirectory(`License ${skuId} does not correspond to a valid company License.`)
    // How Graph words these two is unchecked.
    if (removeLicenses.includes(skuId) || addLicenses.filter(one => one.skuId === skuId).length > 1)
      return refusedByDirectory(`License ${skuId} is named more than once.`)
    const odd = disabledPlans.find(plan => !sku.servicePlans.some(one => one.servicePlanId === plan))
    if (odd !== undefined) return refusedByDirectory(`Service plan ${odd} is not part of license ${skuId}.`)
    if (user.usageLocation === null)
      return refusedByDirectory('License assignment cannot be done for user with invalid usage location.')
    if (!user.licences.some(licence => licence.skuId === skuId) && unitsLeft(sku, users) < 1)
      return refusedByDirectory(`Subscription with SKU ${skuId} does not have any available licenses.`)
  }
  return null
}

function isGuid(value: unknown): value is string {
  return typeof value === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)
}

function noGuid(value: unknown): Refusal {
  return badRequest(`Cannot convert the literal '${JSON.stringify(value)}' to the expected type 'Edm.Guid'.`)
}
