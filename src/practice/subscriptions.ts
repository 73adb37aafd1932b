// What the practice tenant has bought. Ids and names of subscriptions and plans are Microsoft's own; the numbers are ours.
import type {Situation} from './situations.ts'
import type {Subscription} from './state.ts'

/** Service plans that somebody may switch off in a licence, by name. */
export const plans = {
  exchange: 'efb87545-963c-4e0d-99df-69c6916d9eb0',
  sharePoint: '5dbe027f-2339-4123-9542-606e4d348a72',
  teams: '57ff2da0-773e-42df-b2af-ffb7a2317929',
  yammer: '7547a3fe-08ee-4ccb-b430-5077c5041653',
} as const

const office = [
  ['EXCHANGE_S_ENTERPRISE', plans.exchange],
  ['SHAREPOINTENTERPRISE', plans.sharePoint],
  ['TEAMS1', plans.teams],
  ['YAMMER_ENTERPRISE', plans.yammer],
] as const

const premium = [
  ['AAD_PREMIUM', '41781fb2-bc02-4b7c-bd55-b576c07bb09d'],
  ['AAD_PREMIUM_P2', 'eec0eb4f-6444-4f95-aba0-50c24d67f998'],
] as const

/** The subscriptions of a situation, the one that its users hold first. `held`: how many of each its users hold. */
export function subscriptionsOf(
  {premium: licence, unitsLeft}: Situation,
  tenantId: string,
  held: (skuId: string) => number,
): readonly Subscription[] {
  const main =
    licence === 'P2'
      ? {skuId: '06ebc4ee-1bb5-47dd-8120-11324bc54e06', name: 'SPE_E5', of: [...office, ...premium]}
      : {skuId: '6fd2c87f-b296-42f0-b197-1e91e994b900', name: 'ENTERPRISEPACK', of: office}
  const flow = {
    skuId: 'f30db892-07e9-47e9-837c-80727f46fd3d',
    name: 'FLOW_FREE',
    of: [['FLOW_P2_VIRAL', '50e68c76-46c6-4674-81f9-75456511b170'] as const],
  }
  return [main, flow].map(({skuId, name, of}) => ({
    id: `${tenantId}_${skuId}`,
    skuId,
    skuPartNumber: name,
    appliesTo: 'User',
    capabilityStatus: 'Enabled',
    consumedUnits: consumed - held(skuId),
    prepaidUnits: {enabled: consumed + unitsLeft, suspended: 0, warning: 0, lockedOut: 0},
    servicePlans: [
      plan('EXCHANGE_S_FOUNDATION', '113feb6c-3fe4-4440-bddc-54d774bf0318', 'Company'),
      ...of.map(([planName, id]) => plan(planName, id, 'User')),
    ],
  }))
}

// As it is at the beginning, the users of the directory counted.
const consumed = 38

function plan(servicePlanName: string, servicePlanId: string, appliesTo: string) {
  return {servicePlanId, servicePlanName, provisioningStatus: 'Success', appliesTo}
}
