import {expect, test} from 'vitest'
import {createPracticeTenant, situationOf, situations, situationsOn} from '../../src/practice/index.ts'
import {createContoso} from './contoso.ts'

test('there are ten situations to choose from, each with its own id', () => {
  expect(situations.map(({id}) => id)).toEqual([
    'in-order',
    'no-premium-licence',
    'role-eligible',
    'consent-declined',
    'no-audit-event',
    'soft-match-blocked',
    'changed-outside',
    'no-free-licence',
    'user-not-synchronised',
    'writeback-off',
  ])
  expect(situationOf('never heard of').id).toBe('in-order')
})

const everywhere = ['in-order', 'no-premium-licence', 'role-eligible', 'consent-declined', 'no-audit-event']
const reset =
  'POST /v1.0/users/{key}/authentication/methods/28c10230-6103-485e-b985-444c60001490/resetPassword'

test.each([
  ['no change', ['GET /v1.0/organization'], []],
  [
    'the features of the synchronisation',
    ['PATCH /v1.0/directory/onPremisesSynchronization/{key}'],
    ['soft-match-blocked', 'changed-outside'],
  ],
  ['a licence', ['POST /v1.0/users/{key}/assignLicense'], ['changed-outside', 'no-free-licence']],
  ['a reset', ['GET /v1.0/users/{user}', reset], ['user-not-synchronised', 'writeback-off']],
])('a page with %s offers the situations that are some there', (_, calls, own) => {
  expect(situationsOn(calls).map(({id}) => id)).toEqual([...everywhere, ...own])
})

test('a second tab sees what the first did, and a reset starts both over', async () => {
  const {tenant, store, clock, person} = createContoso({run: 'r1'})
  const redirectUri = tenant.signIn.config.redirectUri
  const situation = situationOf('in-order')
  const other = createPracticeTenant({run: 'r1', situation, store, clock, ui: person, redirectUri})
  const another = createPracticeTenant({run: 'r2', situation, store, clock, ui: person, redirectUri})
  await tenant.portal.save({passwords: true, unlock: false})
  expect((await other.portal.read()).passwords).toBe(true)
  expect((await another.portal.read()).passwords).toBe(false)
  await other.reset()
  expect((await tenant.portal.read()).passwords).toBe(false)
})

test('a state that another version kept is not read: the tenant begins anew', async () => {
  const {tenant, store} = createContoso({run: 'r1'})
  const kept = await tenant.state()
  const old = {...kept, version: 1, directory: {...kept.directory, synchronization: undefined}}
  await store.update('r1', () => old as unknown as typeof kept)
  expect((await tenant.state()).directory.synchronization).toEqual(kept.directory.synchronization)
})

test('two runs have two client ids, so MSAL never mixes their tokens', () => {
  const [one, two] = [createContoso(), createContoso()].map(({tenant}) => tenant.signIn.config.clientId)
  expect(one).not.toBe(two)
})

test('no name in the tenant could be a real one', async () => {
  const text = JSON.stringify(await createContoso().tenant.state())
  for (const [name] of text.matchAll(/[\w.-]+@[\w.-]+|\b[\w-]+\.(com|net|org|fr)\b/g)) {
    expect(name).toMatch(/contoso\.example$/)
  }
})
