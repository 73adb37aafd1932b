// The answer of a reviewed read as a tree of types, by which expressions over it are checked.
import type {PropertyType, ReviewedRead} from './reviewed-reads.ts'

/** What a JSON value is known to be; `any`: nothing is known. */
export type Shape =
  | {readonly is: 'any' | 'null' | 'boolean' | 'number'}
  /** `members`: the texts that there are; `literal`: the text that it is. */
  | {
      readonly is: 'string'
      readonly isGuid?: true
      readonly members?: readonly string[]
      readonly literal?: string
    }
  | {readonly is: 'list'; readonly of: Shape}
  | {readonly is: 'object'; readonly fields: ReadonlyMap<string, Shape>}

/** The whole answer of a read, and the object in it whose properties may be selected. */
export function shapeOf({root, properties}: ReviewedRead): {readonly answer: Shape; readonly root: Shape} {
  const object = objectOf(Object.entries(properties))
  if (root === '') return {answer: object, root: object}
  return {answer: {is: 'object', fields: new Map([['value', {is: 'list', of: object}]])}, root: object}
}

function objectOf(entries: readonly (readonly [string, PropertyType])[]): Shape {
  const below = new Map<string, (readonly [string, PropertyType])[]>()
  for (const [path, type] of entries) {
    const [, name = '', rest = ''] = /^([^.[]+)(.*)$/.exec(path) ?? []
    below.set(name, [...(below.get(name) ?? []), [rest, type]])
  }
  return {is: 'object', fields: new Map([...below].map(([name, rests]) => [name, shapeAt(rests)]))}
}

/** The shape of one name from what is known behind it: `.a`, `[].b`, `[]`, or nothing. */
function shapeAt(rests: readonly (readonly [string, PropertyType])[]): Shape {
  const own = rests.find(([rest]) => rest === '')
  if (own !== undefined) return plain(own[1])
  const after = (start: string) =>
    rests
      .filter(([rest]) => rest.startsWith(start))
      .map(([rest, of]) => [rest.slice(start.length), of] as const)
  const items = after('[]')
  return items.length === 0 ? objectOf(after('.')) : {is: 'list', of: shapeAt(items)}
}

function plain(type: PropertyType): Shape {
  if (typeof type !== 'string') return {is: 'string', members: type}
  switch (type) {
    case 'guid':
      return {is: 'string', isGuid: true}
    case 'array':
      return {is: 'list', of: {is: 'any'}}
    case 'object':
      return {is: 'any'}
    case 'string':
      return {is: 'string'}
    default:
      return {is: type}
  }
}
