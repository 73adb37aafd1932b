// Microsoft Graph's own schema and permission table as an outside oracle, where they are there.
import {existsSync, readFileSync} from 'node:fs'

/** What Graph says of itself, about v1.0. */
interface GraphMetadata {
  /** Delegated scopes with which a work account may send a call. */
  readonly allowed: (method: string, path: string) => ReadonlySet<string>
  /** Every call that a delegated scope allows, `GET /users/{id}`. */
  readonly callsOf: (scope: string) => ReadonlySet<string>
  /** Whether an administrator has to grant it; null: there is no such delegated scope. */
  readonly needsAdmin: (scope: string) => boolean | null
  /** The type at a path, `graph.user`; null where nothing is. */
  readonly typeAt: (path: string) => string | null
  /** The type of a member of a type; null where there is none. */
  readonly memberOf: (type: string, name: string) => string | null
  /** The parameters of the action at a path by their names; null where there is none. */
  readonly actionAt: (path: string) => ReadonlyMap<string, string> | null
}

const folder = new URL('../../../shared/graph-metadata/', import.meta.url)

/** The oracle; null where its files are not there, which is told once for what is then skipped. */
export function readGraphMetadata(skipped: string): GraphMetadata | null {
  if (!existsSync(folder)) {
    console.warn(`SKIPPED: ${skipped} (../shared/graph-metadata is absent)`)
    return null
  }
  const xml = readFileSync(new URL('v1.0-metadata.xml', folder), 'utf8')
  const [schema, actions] = [readSchema(xml), readActions(xml)]
  return {
    ...readPermissions(readFileSync(new URL('permissions.json', folder), 'utf8')),
    typeAt: path => typeOf(path, schema),
    memberOf: (type, name) => typeOfMember(type, name, schema),
    actionAt: path => actionOf(path, schema, actions),
  }
}

/** A path as the permission table has it: no version, every id `{id}`, small letters. */
export function tabled(path: string): string {
  return path
    .replace(/^\/v1\.0/, '')
    .split('/')
    .map(segment => (isKey(segment) ? '{id}' : segment.toLowerCase()))
    .join('/')
}

function isKey(segment: string): boolean {
  return /^\{.*\}$/.test(segment) || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(segment)
}

interface Permissions {
  readonly permissions: Readonly<
    Record<
      string,
      {
        readonly schemes: Readonly<Record<string, {readonly requiresAdminConsent?: boolean}>>
        readonly pathSets: readonly {
          readonly schemeKeys: readonly string[]
          readonly methods: readonly string[]
          readonly paths: Readonly<Record<string, string>>
        }[]
      }
    >
  >
}

function readPermissions(json: string): Pick<GraphMetadata, 'allowed' | 'callsOf' | 'needsAdmin'> {
  const {permissions} = JSON.parse(json) as Permissions
  const byCall = new Map<string, Set<string>>()
  const byScope = new Map<string, Set<string>>()
  for (const [scope, {pathSets}] of Object.entries(permissions)) {
    for (const {schemeKeys, methods, paths} of pathSets) {
      if (!schemeKeys.includes('DelegatedWork')) continue
      for (const path of Object.keys(paths)) {
        for (const method of methods) {
          const key = `${method} ${path.toLowerCase()}`
          byCall.set(key, (byCall.get(key) ?? new Set()).add(scope))
          byScope.set(scope, (byScope.get(scope) ?? new Set()).add(key))
        }
      }
    }
  }
  return {
    allowed: (method, path) => byCall.get(`${method} ${tabled(path)}`) ?? new Set(),
    callsOf: scope => byScope.get(scope) ?? new Set(),
    needsAdmin: scope => {
      const delegated = permissions[scope]?.schemes['DelegatedWork']
      return delegated === undefined ? null : delegated.requiresAdminConsent === true
    },
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
      members.set(attribute(member, 'Name') ?? '', single(type))
    }
    const name = attribute(attributes, 'Name') ?? ''
    // Other namespaces repeat names; the first stands in `graph`.
    if (!types.has(`graph.${name}`))
      types.set(`graph.${name}`, {base: attribute(attributes, 'BaseType'), members})
  }
  return types
}

interface Action {
  readonly name: string
  /** The type whose objects it belongs to. */
  readonly of: string
  readonly parameters: ReadonlyMap<string, string>
}

function readActions(xml: string): readonly Action[] {
  return [...xml.matchAll(/<Action ([^>]*[^/])>([\s\S]*?)<\/Action>/g)].map(
    ([, attributes = '', body = '']) => {
      const [bound, ...rest] = [...body.matchAll(/<Parameter ([^>]*)>/g)].map(([, tag = '']) => {
        return [attribute(tag, 'Name') ?? '', single(attribute(tag, 'Type') ?? '')] as const
      })
      return {name: attribute(attributes, 'Name') ?? '', of: bound?.[1] ?? '', parameters: new Map(rest)}
    },
  )
}

function single(type: string): string {
  return type.replace(/^Collection\((.*)\)$/, '$1').replace('microsoft.graph', 'graph')
}

function attribute(tag: string, name: string): string | null {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? null
}

function typeOf(path: string, schema: Schema): string | null {
  const [, version, ...segments] = path.split('/')
  if (version !== 'v1.0') return null
  return segments.reduce<string | null>((type, segment) => {
    // An id chooses one of a collection, whose type is that of each.
    if (type === null || isKey(segment)) return type
    const cast = segment.replace('microsoft.graph', 'graph')
    return schema.has(cast) ? cast : typeOfMember(type, segment, schema)
  }, 'graph.GraphService')
}

function typeOfMember(type: string, name: string, schema: Schema): string | null {
  const found = schema.get(type)
  if (found === undefined) return null
  return found.members.get(name) ?? (found.base === null ? null : typeOfMember(found.base, name, schema))
}

function actionOf(
  path: string,
  schema: Schema,
  actions: readonly Action[],
): ReadonlyMap<string, string> | null {
  const at = path.lastIndexOf('/')
  for (let of = typeOf(path.slice(0, at), schema); of !== null; of = schema.get(of)?.base ?? null) {
    const found = actions.find(action => action.name === path.slice(at + 1) && action.of === of)
    if (found !== undefined) return found.parameters
  }
  return null
}
