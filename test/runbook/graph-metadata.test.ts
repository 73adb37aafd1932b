// An outside oracle over the calls of our runbooks and over the writes that may be declared: Microsoft Graph's own schema
// and permission table, where they are there.
import {describe, expect, test} from 'vitest'
import {reviewedReads} from '../../plugins/runbook/reviewed-reads.ts'
import type {PropertyType, ReviewedRead} from '../../plugins/runbook/reviewed-reads.ts'
import {reviewedWrites} from '../../plugins/runbook/reviewed-writes.ts'
import {scopeWordsOf} from '../../plugins/runbook/scope-words.ts'
import type {GraphRead} from '../../src/model/action.ts'
import type {BodyTemplate} from '../../src/model/change.ts'
import {compileBlockMatching} from './block-matching.ts'
import {compileFlagship} from './flagship.ts'
import {readGraphMetadata} from './graph-metadata.ts'
import {compileRunbook, licence, writebackProof} from './runbooks.ts'

const metadata = readGraphMetadata('the calls of our runbooks against Graph metadata')

const pages = [
  compileFlagship(),
  compileBlockMatching(),
  ...[licence, writebackProof].map(files => compileRunbook(files)),
]
const steps = pages.flatMap(({model}) => model?.steps ?? [])
const changes = steps.flatMap(({change}) => change ?? [])
const reads: readonly Named[] = [
  ...steps.flatMap(step => [
    ...step.presses.flatMap(press => press.reads),
    ...(step.evidence === undefined ? [] : [step.evidence.read]),
  ]),
  ...changes.map(({read}) => read),
]

test('every runbook has a page', () => {
  expect(pages.map(({model}) => model?.steps.length ?? 0).every(count => count > 0)).toBe(true)
})

describe.skipIf(metadata === null)('in Graph metadata', () => {
  const {allowed, typeAt, memberOf, actionAt, needsAdmin} = metadata ?? missing()

  /** The JSON type of what stands at `a.b`, lists stepped into, below a path; null where nothing does. */
  const jsonTypeAt = (path: string, at: string): string | null => {
    const type = at
      .replaceAll('[]', '')
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

  test.each(changes.map(change => [change.method, change.path, change] as const))(
    '%s %s',
    (method, path, change) => {
      expect([...allowed(method, path)]).toEqual(expect.arrayContaining([...change.scopes]))
      if (change.follow)
        expect([...allowed('GET', change.follow.path)]).toEqual(
          expect.arrayContaining([...change.follow.scopes]),
        )
      if (method === 'POST') return
      expect(typeAt(path)).toBe(typeAt(change.read.path))
      for (const {at, wanted} of change.properties) expect(jsonTypeAt(path, at), at).toBe(typeof wanted)
    },
  )

  test.each(reviewedWrites.map(write => [write.method, write.path, write] as const))(
    'reviewed: %s %s',
    (method, path, write) => {
      const {read, scopes, name} = write
      expect([...allowed(method, path)]).toEqual(expect.arrayContaining([...scopes]))
      expect(scopes.filter(scope => scope.startsWith('Directory.'))).toEqual([])
      if (name !== undefined) expect(jsonTypeAt(read.get, name)).toBe('string')
      if ('properties' in write) {
        expect(typeAt(path)).toBe(typeAt(read.get))
        expect(Object.keys(read.properties)).toEqual(expect.arrayContaining([...write.properties]))
        return
      }
      const bodies: readonly BodyTemplate[] =
        'body' in write ? [write.body] : Object.values(write.bodies).flatMap(({body, undo}) => [body, undo])
      const parameters = actionAt(path)
      expect(parameters, 'the action exists').not.toBeNull()
      for (const body of bodies) {
        expect(Object.keys(body)).toEqual([...(parameters?.keys() ?? [])])
        for (const {name: below, of} of namesBelow(body, parameters ?? new Map()))
          expect(memberOf(of, below), `${of}.${below}`).not.toBeNull()
      }
      if (!('follow' in write)) return
      expect(typeAt(write.follow.get)).toBe('graph.longRunningOperation')
      expect([...allowed('GET', write.follow.get)]).toEqual(expect.arrayContaining([...write.follow.scopes]))
    },
  )

  test.each(Object.values<ReviewedRead>(reviewedReads).map(read => [read.get, read] as const))(
    'reviewed: %s',
    (get, read) => {
      for (const scope of read.scopes) expect([...allowed('GET', get)]).toContain(scope)
      expect(read.scopes.filter(scope => scope.startsWith('Directory.'))).toEqual([])
      for (const [at, type] of Object.entries(read.properties)) {
        const found = jsonTypeAt(get, at)
        expect(found, at).not.toBeNull()
        const expected = jsonTypeOf(type)
        // The schema's other types are lists and objects.
        if (expected !== null) expect(found, at).toBe(expected)
        else expect([...jsonTypes.values()], at).not.toContain(found)
      }
    },
  )

  test('the words of a scope say rightly whether an administrator has to grant it', () => {
    const scopes = new Set(pages.flatMap(({model}) => (model?.scopes ?? []).map(({scope}) => scope)))
    for (const scope of scopes) expect(scopeWordsOf(scope)?.adminConsent, scope).toBe(needsAdmin(scope))
  })

  test('changes there are, of both verbs', () => {
    expect(new Set(changes.map(({method}) => method))).toEqual(new Set(['PATCH', 'POST']))
  })

  test('control: an invented path, scope, property and action are seen', () => {
    expect(typeAt('/v1.0/policies/selfServicePasswordResetPolicy')).toBeNull()
    expect(typeAt('/v1.0/directory/onPremisesSynchronisation/{key}')).toBeNull()
    expect(allowed('GET', '/v1.0/domains').has('User.Read')).toBe(false)
    expect(memberOf('graph.organization', 'onPremisesLastPasswordSyncDateTime')).toBeNull()
    const path = '/v1.0/directory/onPremisesSynchronization/{key}'
    expect(allowed('PATCH', path).has('OnPremDirectorySynchronization.Read.All')).toBe(false)
    expect(jsonTypeAt(path, 'features.blockSoftMatch')).toBeNull()
    expect(jsonTypeAt(path, 'blockSoftMatchEnabled')).toBeNull()
    expect(jsonTypeAt(path, 'configuration.accidentalDeletionPrevention.alertThreshold')).toBe('number')
    expect(jsonTypeAt('/v1.0/users/{upn}', 'licenseAssignmentStates[].sku')).toBeNull()
    expect(actionAt('/v1.0/users/{key}/assignLicence')).toBeNull()
    expect(actionAt('/v1.0/organization/{key}/assignLicense')).toBeNull()
    expect(allowed('PATCH', '/v1.0/users/{key}/assignLicense').size).toBe(0)
    expect(needsAdmin('License.Assign')).toBeNull()
  })
})

// The primitive types of the schema as JSON writes them.
const jsonTypes = new Map([
  ['Edm.Boolean', 'boolean'],
  ['Edm.Int16', 'number'],
  ['Edm.Int32', 'number'],
  ['Edm.Double', 'number'],
  ['Edm.String', 'string'],
  ['Edm.Guid', 'guid'],
  ['Edm.DateTimeOffset', 'string'],
])

/** Null: a list or an object. */
function jsonTypeOf(type: PropertyType): string | null {
  if (typeof type !== 'string') return 'string'
  return type === 'array' || type === 'object' ? null : type
}

type Named = Pick<GraphRead, 'id' | 'path' | 'select' | 'scopes'> & Partial<GraphRead>

/** Selected and expanded properties, and those that the filter compares. */
function namesOf(read: Named): readonly string[] {
  const filtered = [...(read.filter ?? '').matchAll(/(\w+) (?:eq|ge|le) /g)].map(match => match[1] ?? '')
  return [...(read.select ?? []), ...(read.expand === undefined ? [] : [read.expand]), ...filtered]
}

function withoutCast(path: string): string {
  return path.replace(/\/microsoft\.graph\.\w+$/, '')
}

/** The names in the objects of a body's lists, each with the type that it has to belong to. */
function namesBelow(body: BodyTemplate, parameters: ReadonlyMap<string, string>) {
  return Object.entries(body).flatMap(([parameter, value]) =>
    (Array.isArray(value) ? (value as readonly BodyTemplate[]) : []).flatMap(item =>
      typeof item === 'object'
        ? Object.keys(item).map(name => ({name, of: parameters.get(parameter) ?? ''}))
        : [],
    ),
  )
}

function missing(): NonNullable<typeof metadata> {
  const none = () => null
  return {
    allowed: () => new Set(),
    callsOf: () => new Set(),
    needsAdmin: none,
    typeAt: none,
    memberOf: none,
    actionAt: none,
  }
}
