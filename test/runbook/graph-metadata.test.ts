// An outside oracle over the calls of our runbooks and over the writes that may be declared: Microsoft Graph's own schema
// and permission table, where they are there.
import {existsSync, readFileSync} from 'node:fs'
import {beforeAll, describe, expect, test} from 'vitest'
import {reviewedReads} from '../../plugins/runbook/reviewed-reads.ts'
import {reviewedWrites} from '../../plugins/runbook/reviewed-writes.ts'
import type {GraphRead} from '../../src/model/action.ts'
import {compileBlockMatching} from './block-matching.ts'
import {compileFlagship} from './flagship.ts'

const folder = new URL('../../../shared/graph-metadata/', import.meta.url)
const isThere = existsSync(folder)
if (!isThere)
  console.warn(
    'SKIPPED: the calls of our runbooks against Graph metadata (../shared/graph-metadata is absent)',
  )

const steps = [compileFlagship(), compileBlockMatching()].flatMap(({model}) => model?.steps ?? [])
const changes = steps.flatMap(({change}) => change ?? [])
const reads: readonly Named[] = [
  ...steps.flatMap(step => [
    ...step.presses.flatMap(press => press.reads),
    ...(step.evidence === undefined ? [] : [step.evidence.read]),
  ]),
  ...changes.map(({read}) => read),
]

describe.skipIf(!isThere)('in Graph metadata', () => {
  let allowed: (method: string, path: string) => ReadonlySet<string>
  let typeAt: (path: string) => string | null
  let memberOf: (type: string, name: string) => string | null

  beforeAll(() => {
    allowed = readPermissions(readFileSync(new URL('permissions.json', folder), 'utf8'))
    const schema = readSchema(readFileSync(new URL('v1.0-metadata.xml', folder), 'utf8'))
    typeAt = path => typeOf(path, schema)
    memberOf = (type, name) => typeOfMember(type, name, schema)
  })

  /** The JSON type of what stands at `a.b` below a path; null where nothing does. */
  const jsonTypeAt = (path: string, at: string): string | null => {
    const type = at
      .split('.')
      .reduce<string | null>((of, name) => (of === null ? null : memberOf(of, name)), typeAt(path))
    return type === null ? null : (jsonTypes.get(type) ?? type)
  }

  test.each(reads.map(read => [read.path, read.id, read] as const))('GET %s (%s)', (path, _, read) => {
    const scopes = allowed('GET', withoutCast(path))
    expect([...scopes], 'delegated scopes of the path').toEqual(expect.arrayContaining([...read.scopes]))
    const type = typeAt(path)
    expect(type, 'the path exists').not.toBeNull()
    for (const name of namesOf(read))
      expect(memberOf(type ?? '', name), `${type ?? ''}.${name}`).not.toBeNull()
  })

  test.each(changes.map(change => [change.path, change] as const))('PATCH %s', (path, change) => {
    expect([...allowed('PATCH', path)]).toEqual(expect.arrayContaining([...change.scopes]))
    expect(typeAt(path)).toBe(typeAt(change.read.path))
    for (const {at, wanted} of change.properties) expect(jsonTypeAt(path, at), at).toBe(typeof wanted)
  })

  test.each(reviewedWrites.map(write => [write.patch, write] as const))('reviewed: %s', (patch, write) => {
    const {read, scopes, properties} = write
    expect(new Set(scopes)).toEqual(allowed('PATCH', patch))
    expect(typeAt(patch)).toBe(typeAt(read.get))
    expect(Object.keys(read.properties)).toEqual(expect.arrayContaining([...properties]))
  })

  test.each(Object.values(reviewedReads).map(read => [read.get, read] as const))(
    'reviewed: %s',
    (get, read) => {
      for (const scope of read.scopes) expect([...allowed('GET', get)]).toContain(scope)
      for (const [at, type] of Object.entries(read.properties)) {
        const found = jsonTypeAt(get, at)
        expect(found, at).not.toBeNull()
        // The schema's other types are lists and objects.
        if (['boolean', 'number', 'string'].includes(type)) expect(found, at).toBe(type)
        else expect([...jsonTypes.values()], at).not.toContain(found)
      }
    },
  )

  test('a change there is', () => {
    expect(changes).not.toEqual([])
  })

  test('control: an invented path, scope and property are seen', () => {
    expect(typeAt('/v1.0/policies/selfServicePasswordResetPolicy')).toBeNull()
    expect(typeAt('/v1.0/directory/onPremisesSynchronisation/{key}')).toBeNull()
    expect(allowed('GET', '/v1.0/domains').has('User.Read')).toBe(false)
    expect(memberOf('graph.organization', 'onPremisesLastPasswordSyncDateTime')).toBeNull()
    const path = '/v1.0/directory/onPremisesSynchronization/{key}'
    expect(allowed('PATCH', path).has('OnPremDirectorySynchronization.Read.All')).toBe(false)
    expect(jsonTypeAt(path, 'features.blockSoftMatch')).toBeNull()
    expect(jsonTypeAt(path, 'blockSoftMatchEnabled')).toBeNull()
    expect(jsonTypeAt(path, 'configuration.accidentalDeletionPrevention.alertThreshold')).toBe('number')
  })
})

// The primitive types of the schema as JSON writes them.
const jsonTypes = new Map([
  ['Edm.Boolean', 'boolean'],
  ['Edm.Int16', 'number'],
  ['Edm.Int32', 'number'],
  ['Edm.Double', 'number'],
  ['Edm.String', 'string'],
  ['Edm.DateTimeOffset', 'string'],
])

type Named = Pick<GraphRead, 'id' | 'path' | 'select' | 'scopes'> & Partial<GraphRead>

/** Selected and expanded properties, and those that the filter compares. */
function namesOf(read: Named): readonly string[] {
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

function readPermissions(json: string): (method: string, path: string) => ReadonlySet<string> {
  const {permissions} = JSON.parse(json) as Permissions
  const byPath = new Map<string, Set<string>>()
  for (const [scope, {pathSets}] of Object.entries(permissions)) {
    for (const {schemeKeys, methods, paths} of pathSets) {
      if (!schemeKeys.includes('DelegatedWork')) continue
      for (const path of Object.keys(paths)) {
        for (const method of methods) {
          const key = `${method} ${path.toLowerCase()}`
          byPath.set(key, (byPath.get(key) ?? new Set()).add(scope))
        }
      }
    }
  }
  return (method, path) => {
    const known = path
      .replace(/^\/v1\.0/, '')
      .replace('{key}', '{id}')
      .toLowerCase()
    return byPath.get(`${method} ${known}`) ?? new Set()
  }
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
    // An id chooses one of a collection, whose type is that of each.
    if (type === null || segment === '{key}') return type
    const cast = segment.replace('microsoft.graph', 'graph')
    return schema.has(cast) ? cast : typeOfMember(type, segment, schema)
  }, 'graph.GraphService')
}

function typeOfMember(type: string, name: string, schema: Schema): string | null {
  const found = schema.get(type)
  if (found === undefined) return null
  return found.members.get(name) ?? (found.base === null ? null : typeOfMember(found.base, name, schema))
}
