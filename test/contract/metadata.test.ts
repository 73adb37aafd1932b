// The practice Graph against Graph's own schema and permission table, where they are at hand: its properties exist, and
// its scopes are among those that Graph lists for the path.
import {existsSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {routes} from '../../src/practice/graph-routes.ts'
import {asked} from '../../src/practice/scopes.ts'
import {syncFeatures} from '../../src/practice/sync-features.ts'

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
  const schema = present ? readFileSync(`${folder}v1.0-metadata.xml`, 'utf8') : ''
  const table = present
    ? (JSON.parse(readFileSync(`${folder}permissions.json`, 'utf8')) as Permissions)
    : null

  test.each(routes)('$type has the properties of $path', ({type, properties, expandable = []}) => {
    const known = propertiesOf(type.replace('microsoft.graph.', ''), schema)
    expect(known).not.toEqual([])
    expect([...properties, ...expandable].filter(name => !known.includes(name))).toEqual([])
  })

  const allowed = (method: string, path: string) =>
    Object.entries(table?.permissions ?? {})
      .filter(([, {pathSets}]) => pathSets.some(set => covers(set, method, path.replace('/v1.0', ''))))
      .map(([name]) => name)

  test.each(routes)('the scopes of $path are in the allowed set', ({path, scopes}) => {
    expect(scopes.filter(scope => !allowed('GET', path).includes(scope))).toEqual([])
  })

  test.each(routes.filter(({writing}) => writing !== undefined))(
    'writing to $path asks exactly the allowed set',
    ({path, writing}) => expect(writing?.scopes).toEqual(allowed('PATCH', path)),
  )

  test('the features of the synchronisation are those of the schema, each a boolean', () => {
    const block = /<ComplexType Name="onPremisesDirectorySynchronizationFeature">([\s\S]*?)<\/ComplexType>/
    const found = [...(block.exec(schema)?.[1] ?? '').matchAll(/<Property Name="(\w+)" Type="([\w.]+)"/g)]
    expect(found.map(([, name]) => name).sort()).toEqual(Object.keys(syncFeatures).sort())
    expect(new Set(found.map(([, , type]) => type))).toEqual(new Set(['Edm.Boolean']))
  })

  test.each(asked([...new Set(routes.flatMap(({scopes}) => scopes))]))(
    'consent to $scope needs an administrator: $needsAdministrator',
    ({scope, needsAdministrator}) => {
      const scheme = table?.permissions[scope]?.schemes['DelegatedWork']
      expect(scheme?.requiresAdminConsent).toBe(needsAdministrator)
    },
  )
})

function covers({schemeKeys, methods, paths}: PathSet, method: string, path: string): boolean {
  const wanted = path.toLowerCase()
  const named = Object.keys(paths).map(one => one.toLowerCase())
  // The table has no casts to a type: they need what the collection needs.
  const uncast = wanted.replace(/\/microsoft\.graph\.\w+$/, '')
  return (
    schemeKeys.includes('DelegatedWork') &&
    methods.includes(method) &&
    [wanted, uncast].some(one => named.includes(one))
  )
}

/** Names of a type's own and inherited properties. */
function propertiesOf(type: string, schema: string): readonly string[] {
  const block = new RegExp(`<EntityType Name="${type}"([^>]*)>([\\s\\S]*?)</EntityType>`).exec(schema)
  if (block === null) return []
  const base = /BaseType="(?:graph|microsoft\.graph)\.(\w+)"/.exec(block[1] ?? '')?.[1]
  const own = [...(block[2] ?? '').matchAll(/<(?:Navigation)?Property Name="(\w+)"/g)].map(
    ([, name = '']) => name,
  )
  return [...own, ...(base === undefined ? [] : propertiesOf(base, schema))]
}
