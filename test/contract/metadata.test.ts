// The practice Graph against Graph's own schema and permission table, where they are at hand: its properties exist, its
// answers have their types, and its scopes are among those that Graph lists for the path.
import {existsSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {actions, routes} from '../../src/practice/graph-routes.ts'
import {resetTimes} from '../../src/practice/password-reset.ts'
import {asked, unknownScope} from '../../src/practice/scopes.ts'
import {contosoId} from '../../src/practice/seed.ts'
import {syncFeatures} from '../../src/practice/sync-features.ts'
import {asking} from '../practice/asking.ts'
import {readSchema} from './schema.ts'

const folder = fileURLToPath(new URL('../../../shared/graph-metadata/', import.meta.url))
const present = existsSync(folder)
if (!present)
  console.warn("Skipped: the practice Graph against Graph's metadata, which is not beside this project.")

interface Permissions {
  readonly permissions: Readonly<Record<string, Permission>>
}
interface Permission {
  readonly schemes: Readonly<Record<string, {readonly requiresAdminConsent: boolean} | undefined>>
  readonly pathSets: readonly PathSet[]
}
interface PathSet {
  readonly schemeKeys: readonly string[]
  readonly methods: readonly string[]
  readonly paths: Readonly<Record<string, string>>
}

describe.skipIf(!present)("Graph's metadata", () => {
  const document = present ? readFileSync(`${folder}v1.0-metadata.xml`, 'utf8') : ''
  const schema = readSchema(document)
  const table = present
    ? (JSON.parse(readFileSync(`${folder}permissions.json`, 'utf8')) as Permissions)
    : null

  test.each(routes)('$type has the properties of $path', ({type, properties, expandable = []}) => {
    const has = Object.keys(schema.propertiesOf(type.replace('microsoft.graph.', '')))
    expect(has).not.toEqual([])
    expect([...properties, ...expandable].filter(name => !has.includes(name))).toEqual([])
  })

  const allowed = (method: string, path: string) =>
    Object.entries(table?.permissions ?? {})
      .filter(([, {pathSets}]) => pathSets.some(set => covers(set, method, path.replace('/v1.0', ''))))
      .map(([name]) => name)

  test.each(routes)('the scopes of $path are in the allowed set', ({path, scopes}) => {
    expect(scopes.filter(scope => !allowed('GET', path).includes(scope))).toEqual([])
  })

  const writes = [
    ...routes.flatMap(({path, writing}) =>
      writing ? [{method: 'PATCH', path, scopes: writing.scopes}] : [],
    ),
    ...actions.map(({path, scopes}) => ({method: 'POST', path, scopes})),
  ]

  test.each(writes)('the scopes of $method $path are in the allowed set', ({method, path, scopes}) => {
    expect(scopes).not.toEqual([])
    expect(scopes.filter(scope => !allowed(method, path).includes(scope))).toEqual([])
  })

  test.each(writes.filter(({path}) => path.includes('onPremisesSynchronization')))(
    '$method $path asks exactly the allowed set',
    ({method, path, scopes}) => expect(scopes).toEqual(allowed(method, path)),
  )

  const all = [...new Set([...routes, ...writes].flatMap(({scopes}) => scopes))]
  // Those that the practice application may ask for.
  const known = all.filter(scope => unknownScope([scope]) === null)
  const user = '/v1.0/users/hugo.klein@contoso.example'
  const readable = routes.filter(({path}) => !path.endsWith('{operation}'))

  test.each(readable)(
    'what $path answers has the types of $type',
    async ({path, type, single, properties}) => {
      // An operator whose role is only eligible has something to show in every list.
      const {read} = await asking(known, {situation: ['in-order', {eligible: [contosoId]}]})
      const at = path.startsWith('/v1.0/users/')
        ? path.replace('/v1.0/users/{id}', user)
        : path.replace('{id}', contosoId)
      const {status, body} = await read(`${at}?$select=${properties.join()}`)
      const rows = single === true ? [body] : (body.value ?? [])
      expect([status, rows.length > 0]).toEqual([200, true])
      const of = type.replace('microsoft.', '')
      expect(rows.flatMap(row => schema.faultsOf(row, of))).toEqual([])
    },
  )

  test.each(['in-order', 'writeback-off'])('a reset, its operation and its event: %s', async situation => {
    const {read, write, clock, tenant} = await asking(known, {situation: [situation]})
    const path = '/authentication/methods/28c10230-6103-485e-b985-444c60001490/resetPassword'
    const answer = await write('POST', user + path, {newPassword: 'Quiet-Harbour-7319'})
    expect(schema.faultsOf(answer.body, 'graph.passwordResetResponse')).toEqual([])
    const location = (answer.headers.get('Location') ?? '').slice(tenant.graphHost.length)
    for (const wait of [0, resetTimes.running, resetTimes.over]) {
      clock.advance(wait)
      const {status, body} = await read(location)
      expect([status, schema.faultsOf(body, 'graph.longRunningOperation')]).toEqual([200, []])
    }
    clock.advance(resetTimes.logged)
    const events = (await read('/v1.0/auditLogs/directoryAudits?$top=1')).body.value ?? []
    expect(events).toMatchObject([{activityDisplayName: 'Reset password (by admin)'}])
    expect(events.flatMap(event => schema.faultsOf(event, 'graph.directoryAudit'))).toEqual([])
  })

  test('a licence that is assigned is answered with a user', async () => {
    const {write} = await asking(known)
    const {status, body} = await write('POST', `${user}/assignLicense`, {addLicenses: [], removeLicenses: []})
    expect([status, schema.faultsOf(body, 'graph.user')]).toEqual([200, []])
  })

  test('the schema finds what is wrong', () => {
    const wrong = {id: 1, nope: true, assignedLicenses: [{skuId: 'E5'}], accountEnabled: 'yes'}
    expect(schema.faultsOf(wrong, 'graph.user')).toEqual([
      'graph.user.id: 1 is no Edm.String',
      'graph.user.nope: not a property',
      'graph.user.assignedLicenses[0].skuId: "E5" is no Edm.Guid',
      'graph.user.accountEnabled: "yes" is no Edm.Boolean',
    ])
    expect(schema.faultsOf({result: 'maybe'}, 'graph.directoryAudit')).toHaveLength(1)
  })

  test('the features of the synchronisation are those of the schema, each a boolean', () => {
    const block = /<ComplexType Name="onPremisesDirectorySynchronizationFeature">([\s\S]*?)<\/ComplexType>/
    const found = [...(block.exec(document)?.[1] ?? '').matchAll(/<Property Name="(\w+)" Type="([\w.]+)"/g)]
    expect(found.map(([, name]) => name).sort()).toEqual(Object.keys(syncFeatures).sort())
    expect(new Set(found.map(([, , type]) => type))).toEqual(new Set(['Edm.Boolean']))
  })

  test.each(asked(all))(
    'consent to $scope needs an administrator: $needsAdministrator',
    ({scope, needsAdministrator}) => {
      const scheme = table?.permissions[scope]?.schemes['DelegatedWork']
      expect(scheme?.requiresAdminConsent).toBe(needsAdministrator)
    },
  )
})

function covers({schemeKeys, methods, paths}: PathSet, method: string, path: string): boolean {
  const plain = (one: string) => one.toLowerCase().replace(/\{\w+\}|28c10230[\da-f-]+/g, '{id}')
  const wanted = plain(path)
  const named = Object.keys(paths).map(plain)
  // The table has no casts to a type: they need what the collection needs.
  const uncast = wanted.replace(/\/microsoft\.graph\.\w+$/, '')
  return (
    schemeKeys.includes('DelegatedWork') &&
    methods.includes(method) &&
    [wanted, uncast].some(one => named.includes(one))
  )
}
