// What Graph makes of the licences that users hold.
import type {Row} from './filter.ts'
import type {DirectoryUser, HeldLicence, Subscription} from './state.ts'

type Licensed = Pick<DirectoryUser, 'licences'>

/**
 * `assignedLicenses`: one entry for each subscription, however often it is held. A plan counts as off where it is off in
 * every assignment; that it is so in Graph is unchecked.
 */
export function assignedLicenses(user: Licensed) {
  const licences = inOrder(user)
  return [...new Set(licences.map(({skuId}) => skuId))].map(skuId => {
    const [first, ...others] = licences.filter(licence => licence.skuId === skuId)
    const disabledPlans = (first?.disabledPlans ?? []).filter(plan =>
      others.every(licence => licence.disabledPlans.includes(plan)),
    )
    return {skuId, disabledPlans}
  })
}

/**
 * `licenseAssignmentStates`: one entry for each assignment, with the group that it comes from. The reference says that
 * `error` is null where there is none; the samples of `user` have the word.
 */
export function licenseAssignmentStates(user: Licensed) {
  return inOrder(user).map(licence => ({...licence, state: 'Active', error: 'None'}))
}

/** The rows of `licenseDetails`: the plans of each licence, and which of them are off. */
export function licenseDetails(user: DirectoryUser, skus: readonly Subscription[]): readonly Row[] {
  return assignedLicenses(user).flatMap(({skuId, disabledPlans}) => {
    const sku = skus.find(one => one.skuId === skuId)
    if (sku === undefined) return []
    const servicePlans = sku.servicePlans.map(plan =>
      disabledPlans.includes(plan.servicePlanId) ? {...plan, provisioningStatus: 'Disabled'} : plan,
    )
    return [{id: `${user.id}_${skuId}`, skuId, skuPartNumber: sku.skuPartNumber, servicePlans}]
  })
}

/** How many of the users hold a subscription; each uses one unit of it, however often they hold it. */
export function unitsHeld(users: readonly Licensed[], skuId: string): number {
  return users.filter(({licences}) => licences.some(licence => licence.skuId === skuId)).length
}

/** How many units of a subscription nobody uses. */
export function unitsLeft({skuId, consumedUnits, prepaidUnits}: Subscription, users: readonly Licensed[]) {
  return prepaidUnits.enabled - consumedUnits - unitsHeld(users, skuId)
}

// Whatever came first, so that a licence that went and came again stands where it stood.
function inOrder({licences}: Licensed): readonly HeldLicence[] {
  const rank = ({skuId, assignedByGroup}: HeldLicence) => `${skuId} ${assignedByGroup ?? ''}`
  return [...licences].sort((a, b) => rank(a).localeCompare(rank(b), 'en'))
}
