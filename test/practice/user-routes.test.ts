import {describe, expect, test} from 'vitest'
import {roles} from '../../src/practice/roles.ts'
import {userDelay} from '../../src/practice/user-routes.ts'
import {asking} from './asking.ts'

const writes = ['User.ReadWrite.All']
const lena = '/v1.0/users/lena.fischer@contoso.example'
const select = '?$select=id,userPrincipalName,usageLocation,onPremisesSyncEnabled'

describe('a user', () => {
  test.each([
    ['by user principal name', 'sofia.rossi@contoso.example', 'Sofia Rossi', true],
    ['in another case', 'SOFIA.Rossi@Contoso.example', 'Sofia Rossi', true],
    ['by id', 'b05e0000-0000-4000-8000-00000000b012', 'Sofia Rossi', true],
    ['with an apostrophe', "paul.o'neill@contoso.example", "Paul O'Neill", true],
    ['with an apostrophe, encoded', 'paul.o%27neill%40contoso.example', "Paul O'Neill", true],
    ['who is a guest', 'noor.visser_retail.contoso.example%23EXT%23@contoso.example', 'Noor Visser', null],
    ['who is in the cloud only', 'marta.silva@contoso.example', 'Marta Silva', null],
    ['who is signed in', 'amira.haddad@contoso.example', 'Amira Haddad', null],
  ])('%s', async (_, key, displayName, synced) => {
    const {read} = await asking(['User.Read.All'])
    const {status, body} = await read(`/v1.0/users/${key}?$select=displayName,onPremisesSyncEnabled`)
    expect([status, body]).toEqual([
      200,
      {
        '@odata.context': expect.stringMatching(/\$metadata#users\/\$entity$/) as string,
        displayName,
        onPremisesSyncEnabled: synced,
      },
    ])
  })

  test.each([
    ['nobody of that name', '/v1.0/users/nobody@contoso.example'],
    [
      'a guest whose # was not encoded',
      '/v1.0/users/noor.visser_retail.contoso.example#EXT#@contoso.example',
    ],
    ['the licences of nobody', '/v1.0/users/nobody@contoso.example/licenseDetails'],
  ])('%s is not found', async (_, path) => {
    const {read} = await asking(['User.Read.All'])
    expect(await read(path)).toMatchObject({status: 404, body: {error: {code: 'Request_ResourceNotFound'}}})
  })

  test('without $select has its usual properties only', async () => {
    const {read} = await asking(['User.Read.All'])
    const {body} = await read('/v1.0/users/sofia.rossi@contoso.example')
    expect(body).toMatchObject({mail: 'sofia.rossi@contoso.example', surname: 'Rossi'})
    expect(body).not.toHaveProperty('assignedLicenses')
  })

  test('with User.ReadBasic.All alone keeps the rest to itself', async () => {
    const {read} = await asking(['User.ReadBasic.All'])
    expect((await read(`${lena}${select}`)).body).toMatchObject({
      userPrincipalName: 'lena.fischer@contoso.example',
      usageLocation: null,
      onPremisesSyncEnabled: null,
    })
  })

  test('who is synchronised is so since the last synchronisation', async () => {
    const {read} = await asking(['User.Read.All', 'Organization.Read.All'])
    const path = `${lena}?$select=onPremisesLastSyncDateTime,onPremisesDomainName,onPremisesSamAccountName`
    const {body} = await read('/v1.0/organization?$select=onPremisesLastSyncDateTime')
    expect((await read(path)).body).toMatchObject({
      ...body.value?.[0],
      onPremisesDomainName: 'contoso.example',
      onPremisesSamAccountName: 'lena.fischer',
    })
  })

  test('is in the cloud only where nobody is synchronised', async () => {
    const {read} = await asking(['User.Read.All'], {situation: ['user-not-synchronised']})
    expect((await read(`${lena}${select}`)).body['onPremisesSyncEnabled']).toBeNull()
  })
})

describe('all users', () => {
  const accounts = '/v1.0/users?$select=id&$filter=onPremisesSyncEnabled%20ne%20true&$top=1&$count=true'
  const eventual = {ConsistencyLevel: 'eventual'}

  test('are counted, though one is returned', async () => {
    const {read} = await asking(['User.Read.All'])
    const {body} = await read('/v1.0/users?$select=id,onPremisesSyncEnabled')
    const {value: all} = body as {readonly value: readonly {readonly onPremisesSyncEnabled: boolean | null}[]}
    const counted = await read(accounts, eventual)
    const expected = all.filter(({onPremisesSyncEnabled}) => onPremisesSyncEnabled !== true).length
    expect(expected).toBeGreaterThan(1)
    expect(expected).toBeLessThan(all.length)
    expect(counted).toMatchObject({status: 200, body: {'@odata.count': expected}})
    expect((counted.body as {readonly value: unknown}).value).toHaveLength(1)
  })

  test('are refused by that filter without the header', async () => {
    const {read} = await asking(['User.Read.All'])
    expect(await read(accounts)).toMatchObject({
      status: 400,
      body: {error: {code: 'Request_UnsupportedQuery'}},
    })
  })

  test('are refused with the scope of a profile alone', async () => {
    const {read} = await asking(['User.ReadBasic.All'])
    expect(await read(accounts, eventual)).toMatchObject({status: 403})
  })
})

describe('the licences of a user', () => {
  const licences = async (name: string) => {
    const {read} = await asking(['User.Read.All', 'LicenseAssignment.Read.All'])
    const path = `/v1.0/users/${name}@contoso.example`
    const {body} = await read(`${path}?$select=assignedLicenses,licenseAssignmentStates`)
    const details = (await read(`${path}/licenseDetails?$select=skuPartNumber,servicePlans`)).body.value
    return {...body, details} as unknown as {
      assignedLicenses: readonly {disabledPlans: readonly string[]}[]
      licenseAssignmentStates: readonly {assignedByGroup: string | null; disabledPlans: readonly string[]}[]
      details: readonly {skuPartNumber: string; servicePlans: readonly Record<string, string>[]}[]
    }
  }

  test('none', async () => {
    expect(await licences('lena.fischer')).toMatchObject({
      ...{assignedLicenses: [], licenseAssignmentStates: [], details: []},
    })
  })

  test('one, with plans that are off', async () => {
    const {assignedLicenses, licenseAssignmentStates, details} = await licences('sofia.rossi')
    expect(assignedLicenses).toHaveLength(1)
    expect(assignedLicenses[0]?.disabledPlans).toHaveLength(2)
    expect(licenseAssignmentStates).toMatchObject([{assignedByGroup: null, state: 'Active'}])
    expect(details[0]?.skuPartNumber).toBe('SPE_E5')
    const off = details[0]?.servicePlans.filter(plan => plan['provisioningStatus'] === 'Disabled')
    expect(off?.map(plan => plan['servicePlanName'])).toEqual(['TEAMS1', 'YAMMER_ENTERPRISE'])
  })

  test('one through a group', async () => {
    const {licenseAssignmentStates} = await licences("paul.o'neill")
    expect(licenseAssignmentStates.map(({assignedByGroup}) => typeof assignedByGroup)).toEqual(['string'])
  })

  test('one both ways: a plan is off where it is off in both', async () => {
    const {assignedLicenses, licenseAssignmentStates} = await licences('hugo.klein')
    expect(licenseAssignmentStates.map(({disabledPlans}) => disabledPlans.length)).toEqual([2, 1])
    expect(assignedLicenses.map(({disabledPlans}) => disabledPlans.length)).toEqual([1])
  })
})

describe('the usage location', () => {
  const location = {usageLocation: 'BE'}

  test('is set, and seen by reads after a while', async () => {
    const {read, write, clock} = await asking(writes)
    const seen = async () => (await read(`${lena}${select}`)).body['usageLocation']
    const {status, body} = await write('PATCH', lena, location)
    expect([status, body, await seen()]).toEqual([204, {}, null])
    clock.advance(userDelay)
    expect(await seen()).toBe('BE')
  })

  test.each([
    ['without the scope of writing', ['User.Read.All'], {}, 403],
    ['without a role', writes, {active: [roles.cloudApplicationAdministrator.id]}, 403],
    ['as User Administrator', writes, {active: consenting('userAdministrator')}, 204],
    ['as License Administrator', writes, {active: consenting('licenseAdministrator')}, 204],
  ])('%s', async (_, scopes, changed, status) => {
    const {write, tenant} = await asking(scopes, {situation: ['in-order', changed]})
    expect((await write('PATCH', lena, location)).status).toBe(status)
    expect((await tenant.state()).lagging).toHaveLength(status === 204 ? 1 : 0)
  })

  test.each([
    ['no country', {usageLocation: 'ZY'}, 'Request_BadRequest'],
    ['a small letter', {usageLocation: 'fr'}, 'Request_BadRequest'],
    ['none', {usageLocation: null}, 'Request_BadRequest'],
    ['an empty text', {usageLocation: ''}, 'Request_BadRequest'],
    ['a number', {usageLocation: 3}, 'BadRequest'],
    ['another property', {...location, accountEnabled: false}, 'BadRequest'],
    ['a list', [location], 'BadRequest'],
  ])('that is %s is refused', async (_, body, code) => {
    const {write, tenant} = await asking(writes)
    expect(await write('PATCH', lena, body)).toMatchObject({status: 400, body: {error: {code}}})
    expect((await tenant.state()).lagging).toEqual([])
  })

  test('of nobody is not found', async () => {
    const {write} = await asking(writes)
    expect((await write('PATCH', '/v1.0/users/nobody@contoso.example', location)).status).toBe(404)
  })

  test('that somebody else sets is seen at once, and stays', async () => {
    const {read, write, clock, tenant} = await asking(writes)
    const id = String((await read(`${lena}${select}`)).body['id'])
    await write('PATCH', lena, location)
    await tenant.setUser(id, {usageLocation: 'NL'})
    expect((await read(`${lena}${select}`)).body['usageLocation']).toBe('NL')
    clock.advance(userDelay)
    expect((await read(`${lena}${select}`)).body['usageLocation']).toBe('NL')
  })
})

// Consents for the organisation, so that the token carries the scope whose role is looked at.
function consenting(role: keyof typeof roles) {
  return [roles.cloudApplicationAdministrator.id, roles[role].id]
}
