// An outside oracle over the flagship's calls: Microsoft Graph's own schema and permission table, where they are there.
import {existsSync, readFileSync} from 'node:fs'
import {beforeAll, describe, expect, test} from 'vitest'
import type {GraphRead} from '../../src/model/action.ts'
import {compileFlagship} from './flagship.ts'

const folder = new URL('../../../shared/graph-metadata/', import.meta.url)
const isThere = existsSync(folder)
if (!isThere)
  console.warn(
    'SKIPPED: the calls of the flagship against Graph metadata (../shared/graph-metadata is absent)',
  )

const model = compileFlagship().model
const reads = (model?.steps ?? []).flatMap(step => [
  ...step.presses.flatMap(press => press.reads),
  ...(step.evidence === undefined ? [] : [step.evidence.read]),
])

describe.skipIf(!isThere)('the calls of the flagship in Graph metadata', () => {
  let allowed: (path: string) => ReadonlySet<string>
  let typeAt: (path: string) => string | null
  let memberOf: (type: string, name: string) => boolean

  beforeAll(() => {
    allowed = readPermissions(readFileSync(new URL('permissions.json', folder), 'utf8'))
    const schema = readSchema(readFileSync(new URL('v1.0-metadata.xml', folder), 'utf8'))
    typeAt = path => typeOf(path, schema)
    memberOf = (type, name) => typeOfMember(type, name, schema) !== null
  })

  test.each(reads.map(read => [read.path, read.id, read] as const))('%s (%s)', (path, _, read) => {
    const scopes = allowed(withoutCast(path))
    expect([...scopes], 'delegated scopes of the path').toEqual(expect.arrayContaining([...read.scopes]))
    const type = typeAt(path)
    expect(type, 'the path exists').not.toBeNull()
    for (const name of namesOf(read)) expect(memberOf(type ?? '', name), `${type ?? ''}.${name}`).toBe(true)
  })

  test('control: an invented path, scope and property are seen', () => {
    expect(typeAt('/v1.0/policies/selfServicePasswordResetPolicy')).toBeNull()
    expect(allowed('/v1.0/domains').has('User.Read')).toBe(false)
    expect(memberOf('graph.organization', 'onPremisesLastPasswordSyncDateTime')).toBe(false)
  })
})

/** Selected and expanded properties, and those that the filter compares. */
function namesOf(read: GraphRead): readonly string[] {
  const filtered = [...(read.filter ?? '').matchAll(/(\w+) (?:eq|ge|le) /g)].map(match => match[1] ?? '')
  return [...(read.select ?? []), ...(read.expand === undefined ? [] : [read.expand]), ...filtered]
}

function withoutCast(path: string): string {
  return path.replace(/\/microsoft\.graph\.\w+$/, '')
}

interface Permissions {
  readonly permissions: Readonly<
    Record<
      string,
      {
        readonly pathSets: readonly {
          readonly schemeKeys: readonly string[]
          readonly methods: readonly string[]
          readonly paths: Readonly<Record<string, string>>
        }[]
      }
    >
  >
}

function readPermissions(json: string): (path: string) => ReadonlySet<string> {
  const {permissions} = JSON.parse(json) as Permissions
  const byPath = new Map<string, Set<string>>()
  for (const [scope, {pathSets}] of Object.entries(permissions)) {
    for (const {schemeKeys, methods, paths} of pathSets) {
      if (!schemeKeys.includes('DelegatedWork') || !methods.includes('GET')) continue
      for (const path of Object.keys(paths)) {
        const key = path.toLowerCase()
        byPath.set(key, (byPath.get(key) ?? new Set()).add(scope))
      }
    }
  }
  return path => byPath.get(path.replace(/^\/v1\.0/, '').toLowerCase()) ?? new Set()
}

interface Type {
  readonly base: string | null
  readonly members: ReadonlyMap<string, string>
}
type Schema = ReadonlyMap<string, Type>

function readSchema(xml: string): Schema {
  const types = new Map<string, Type>()
  for (const [, attributes = '', body = ''] of xml.matchAll(
    /<(?:EntityType|ComplexType|EntityContainer) ([^>]*[^/])>([\s\S]*?)<\/(?:EntityType|ComplexType|EntityContainer)>/g,
  )) {
    const members = new Map<string, string>()
    for (const [, member = ''] of body.matchAll(
      /<(?:Property|NavigationProperty|EntitySet|Singleton) ([^>]*)>/g,
    )) {
      const type = attribute(member, 'Type') ?? attribute(member, 'EntityType') ?? ''
      members.set(
        attribute(member, 'Name') ?? '',
        type.replace(/^Collection\((.*)\)$/, '$1').replace('microsoft.graph', 'graph'),
      )
    }
    const name = attribute(attributes, 'Name') ?? ''
    // Other namespaces repeat names; the first stands in `graph`.
    if (!types.has(`graph.${name}`))
      types.set(`graph.${name}`, {base: attribute(attributes, 'BaseType'), members})
  }
  return types
}

function attribute(tag: string, name: string): string | null {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? null
}

function typeOf(path: string, schema: Schema): string | null {
  const [, version, ...segments] = path.split('/')
  if (version !== 'v1.0') return null
  return segments.reduce<string | null>((type, segment) => {
    if (type === null) return null
    const cast = segment.replace('microsoft.graph', 'graph')
    return schema.has(cast) ? cast : typeOfMember(type, segment, schema)
  }, 'graph.GraphService')
}

function typeOfMember(type: string, name: string, schema: Schema): string | null {
  const found = schema.get(type)
  if (found === undefined) return null
  return found.members.get(name) ?? (found.base === null ? null : typeOfMember(found.base, name, schema))
}
