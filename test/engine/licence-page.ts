// A runbook about one user: a licence that is assigned or removed, and a password that Graph resets by itself.
import type {BoundStep} from '../../src/model/action.ts'
import type {Change} from '../../src/model/change.ts'
import type {PageModel} from '../../src/model/page.ts'
import type {GraphAnswer, GraphWrite} from '../../src/engine/ports.ts'
import {model} from './contoso.ts'
import {somebody} from './ports.ts'
import {ready, type Scene} from './scene.ts'

const source = 'https://learn.microsoft.com/graph'
const upn = 'ines.moreau@contoso.com'
const plan = '7547a3fe-08ee-4ccb-b430-5077c5041653'

/** The user, the licence and a plan in it. */
export const ines = {
  id: '7f7a2c3e-5d1b-4a7e-9c65-0d1f2b3a4c5d',
  upn,
  sku: '6fd2c87f-b296-42f0-b197-1e91e994b900',
  plan,
}

const common = {
  key: 'id',
  object: 'user' as const,
  name: 'userPrincipalName',
  method: 'POST' as const,
  source,
  reach: 'reach',
  wait: {total: 'PT1M', every: 'PT5S'},
}
const read = {id: 'user', path: '/v1.0/users/{user}', scopes: ['User.Read.All'], source}
const licence = {
  id: 'licence',
  label: 'licence.label',
  value: "length(assignedLicenses[?skuId=='{sku}']) > `0`",
  at: '',
  words: {},
}
const carries = [{id: 'plans', value: "assignedLicenses[?skuId=='{sku}'].disabledPlans[]"}]
const add = {addLicenses: [{skuId: '{sku}', disabledPlans: '{plans}'}], removeLicenses: []}
const take = {addLicenses: [], removeLicenses: ['{sku}']}

/** Gives the licence with all its plans; the undo takes it away. */
export const assign: Change = {
  ...common,
  read,
  requires: [{id: 'located', when: "usageLocation == '{country}'", says: 'assign.no-location'}],
  properties: [{...licence, wanted: true}],
  carries: [],
  path: '/v1.0/users/{key}/assignLicense',
  body: {addLicenses: [{skuId: '{sku}', disabledPlans: []}], removeLicenses: []},
  undoBody: take,
  scopes: ['LicenseAssignment.ReadWrite.All'],
  confirm: 'dialog',
  says: {run: 'run', done: 'done', already: 'already', undo: 'undo', undone: 'undone'},
}

/** Takes the licence away; the undo gives it back with the plans that were off. */
export const remove: Change = {
  ...assign,
  requires: [],
  properties: [{...licence, wanted: false}],
  carries,
  body: take,
  undoBody: add,
}

/** Resets the password of the user; Graph goes on with it by itself. */
export const reset: Change = {
  ...common,
  read,
  requires: [
    {id: 'synced', when: 'onPremisesSyncEnabled == `true`', says: 'reset.not-synced'},
    {id: 'not-self', when: "id != '{account}'", says: 'reset.self'},
  ],
  properties: [],
  carries: [],
  path: '/v1.0/users/{key}/authentication/methods/28c10230-6103-485e-b985-444c60001490/resetPassword',
  body: {newPassword: '{password}'},
  secret: 'password',
  follow: {
    path: '/v1.0/users/{key}/authentication/operations/{operation}',
    scopes: ['UserAuthenticationMethod.Read.All'],
    source,
  },
  scopes: ['UserAuthenticationMethod.ReadWrite.All'],
  confirm: 'typed',
  says: {run: 'run', done: 'done', already: 'already'},
}

const step = (id: string, change: Change): BoundStep => ({
  ...{id, number: '2.9', part: 2, ordinal: 9, place: 'cloud', kind: 'change', notes: [], presses: []},
  change,
})

/** The page with its inputs and its three changes. */
export const licencePage: PageModel = {
  ...model,
  inputs: [
    {id: 'user', kind: 'upn', label: 'user'},
    {id: 'sku', kind: 'option', label: 'sku'},
    {id: 'country', kind: 'country', label: 'country'},
  ],
  steps: [...model.steps, step('assign', assign), step('remove', remove), step('reset', reset)],
}

/** A user as Graph has them, every write that came, and how far it is with a reset. */
export interface LicenceTenant {
  user: {
    id: string
    userPrincipalName: string
    usageLocation: string | null
    onPremisesSyncEnabled: boolean | null
    assignedLicenses: readonly {readonly skuId: string; readonly disabledPlans: readonly string[]}[]
  }
  operation: string
  readonly writes: GraphWrite[]
  answer: (write: () => void) => Partial<GraphAnswer>
}

/** Where the reset of the user is read. */
export const operation = `/v1.0/users/${ines.id}/authentication/operations/2b8e4e1b?aadgdc=DUB02P&aadgsu=ssprprod-a`

/** A scene whose tenant has the user; somebody is signed in, and the run is about the user and the licence. */
export async function licensing(
  setting: Parameters<typeof ready>[0] = {},
): Promise<Scene & {readonly tenant: LicenceTenant}> {
  const made = await ready({page: licencePage, ...setting})
  const tenant: LicenceTenant = {
    user: {
      id: ines.id,
      userPrincipalName: ines.upn,
      usageLocation: 'FR',
      onPremisesSyncEnabled: true,
      assignedLicenses: [],
    },
    operation: 'succeeded',
    writes: [],
    answer: write => {
      write()
      return {status: 200}
    },
  }
  made.rim.session = somebody
  made.rim.answer = ({id}) => ({body: id === 'operation' ? {status: tenant.operation} : tenant.user})
  made.rim.write = call => {
    tenant.writes.push(call)
    if (call.url.endsWith('/resetPassword'))
      return {
        status: 202,
        location: `https://graph.microsoft.com${operation}`,
        ...tenant.answer(() => undefined),
      }
    const {addLicenses, removeLicenses} = call.body as {
      readonly addLicenses: LicenceTenant['user']['assignedLicenses']
      readonly removeLicenses: readonly string[]
    }
    const gone = [...removeLicenses, ...addLicenses.map(({skuId}) => skuId)]
    return tenant.answer(() => {
      const kept = tenant.user.assignedLicenses.filter(({skuId}) => !gone.includes(skuId))
      tenant.user = {...tenant.user, assignedLicenses: [...kept, ...addLicenses]}
    })
  }
  await made.run.setInput('user', ines.upn)
  await made.run.setInput('sku', ines.sku, 'ENTERPRISEPACK')
  await made.run.setInput('country', 'FR')
  return {...made, tenant}
}
