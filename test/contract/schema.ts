// Graph's own schema (CSDL), as far as answers are held against it: names and types of properties, members of enums.

/** The types of `microsoft.graph`, by name without the namespace. */
interface GraphSchema {
  /** Own and inherited properties, navigation included, with their types; empty for a type that is none. */
  propertiesOf(type: string): Readonly<Record<string, string>>
  /** What is wrong with a value of that type, `graph.user`, each with its place; empty: nothing. */
  faultsOf(value: unknown, type: string, place?: string): readonly string[]
}

const scalars: Readonly<Record<string, (value: unknown) => boolean>> = {
  'Edm.String': value => typeof value === 'string',
  'Edm.Boolean': value => typeof value === 'boolean',
  'Edm.Int32': value => Number.isInteger(value),
  'Edm.Guid': value => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(String(value)),
  'Edm.DateTimeOffset': value => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(String(value)),
}

/** Reads the schema of the namespace `microsoft.graph` out of a CSDL document. */
export function readSchema(document: string): GraphSchema {
  const start = document.indexOf('<Schema Namespace="microsoft.graph"')
  const text = start < 0 ? '' : document.slice(start, document.indexOf('</Schema>', start))
  const types = new Map<string, {readonly base: string; readonly body: string}>()
  for (const [, name = '', attributes = '', body = ''] of text.matchAll(
    /<(?:Entity|Complex)Type Name="(\w+)"([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:Entity|Complex)Type>)/g,
  ))
    types.set(name, {base: plain(/BaseType="([\w.]+)"/.exec(attributes)?.[1] ?? ''), body})
  const enums = new Map(
    [...text.matchAll(/<EnumType Name="(\w+)"[^>]*>([\s\S]*?)<\/EnumType>/g)].map(
      ([, name = '', body = '']) => [
        name,
        [...body.matchAll(/<Member Name="(\w+)"/g)].map(([, member]) => member),
      ],
    ),
  )

  const propertiesOf: GraphSchema['propertiesOf'] = type => {
    const found = types.get(type)
    if (found === undefined) return {}
    const own = [...found.body.matchAll(/<(?:Navigation)?Property Name="(\w+)" Type="([\w.()]+)"/g)]
    return {
      ...propertiesOf(found.base),
      ...Object.fromEntries(own.map(([, name = '', of = '']) => [name, of])),
    }
  }
  const faultsOf: GraphSchema['faultsOf'] = (value, type, place = type) => {
    if (value === null) return []
    const item = /^Collection\((.*)\)$/.exec(type)?.[1]
    if (item !== undefined)
      return Array.isArray(value)
        ? value.flatMap((each: unknown, at) => faultsOf(each, item, `${place}[${String(at)}]`))
        : [`${place}: not a list`]
    const scalar = scalars[type]
    if (scalar) return scalar(value) ? [] : [`${place}: ${JSON.stringify(value)} is no ${type}`]
    const members = enums.get(plain(type))
    if (members)
      return members.some(member => member === value)
        ? []
        : [`${place}: ${JSON.stringify(value)} is no member of ${type}`]
    const properties = propertiesOf(plain(type))
    if (Object.keys(properties).length === 0) return [`${place}: no type ${type}`]
    if (typeof value !== 'object') return [`${place}: ${JSON.stringify(value)} is no ${type}`]
    return Object.entries(value).flatMap(([name, each]: [string, unknown]) => {
      if (name.startsWith('@')) return []
      const of = properties[name]
      return of === undefined ? [`${place}.${name}: not a property`] : faultsOf(each, of, `${place}.${name}`)
    })
  }
  return {propertiesOf, faultsOf}
}

function plain(type: string): string {
  return type.replace(/^(microsoft\.)?graph\./, '')
}
