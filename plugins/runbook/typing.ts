// JMESPath over the shape of a reviewed answer: what an expression gives, which names it reads, and what cannot be meant.
import * as jmespath from 'jmespath'
import type {Shape} from './shape.ts'

/** What an expression is over a shape. */
interface Typed {
  readonly gives: Shape
  /** Names that it takes of the object whose properties may be selected. */
  readonly names: readonly string[]
  readonly faults: readonly TypeFault[]
}

/** A name that is not known, with those that are; or a comparison that no value can meet. */
type TypeFault =
  | {readonly kind: 'name'; readonly actual: string; readonly expected: readonly string[]}
  | {readonly kind: 'use'; readonly actual: string; readonly reason: string}

/** The type of an expression that can be read; `root` is the object in the answer. */
export function typeOf(
  expression: string,
  {answer, root}: {readonly answer: Shape; readonly root: Shape},
): Typed {
  const names = new Set<string>()
  const faults: TypeFault[] = []
  const gives = walk(jmespath.compile(expression) as Node, answer, {
    take(name, from) {
      if (from === root) names.add(name)
    },
    fault: each => faults.push(each),
  })
  return {gives, names: [...names], faults}
}

interface Node {
  readonly type: string
  readonly name?: string
  readonly value?: unknown
  readonly children?: readonly Node[]
}

interface Teller {
  readonly take: (name: string, from: Shape) => void
  readonly fault: (fault: TypeFault) => void
}

const any: Shape = {is: 'any'}
const truth: Shape = {is: 'boolean'}

function walk(node: Node, of: Shape, teller: Teller): Shape {
  const at = (index: number, from: Shape = of): Shape => {
    const child = node.children?.[index]
    return child === undefined ? any : walk(child, from, teller)
  }
  switch (node.type) {
    case 'Identity':
    case 'Current':
      return of
    case 'Field':
      return fieldOf(node.name ?? '', of, teller)
    case 'Literal':
      return literal(node.value)
    case 'Subexpression':
    case 'Pipe':
    case 'IndexExpression':
      return at(1, at(0))
    case 'Index':
      return itemOf(of)
    case 'Slice':
      return of
    case 'Flatten': {
      const list = at(0)
      const item = itemOf(list)
      return list.is !== 'list' ? any : item.is === 'list' ? item : list
    }
    case 'Projection':
      return {is: 'list', of: at(1, itemOf(at(0)))}
    case 'FilterProjection': {
      const item = itemOf(at(0))
      const kept = at(2, item)
      if (kept.is !== 'boolean' && kept.is !== 'any') unmeant('a filter', 'it is no yes or no', teller)
      return {is: 'list', of: at(1, item)}
    }
    case 'Comparator':
      compare(node.name ?? '', [at(0), at(1)], teller)
      return truth
    case 'NotExpression':
      at(0)
      return truth
    case 'AndExpression':
    case 'OrExpression': {
      const [left, right] = [at(0), at(1)]
      return left.is === right.is ? withoutLiteral(left) : any
    }
    case 'ValueProjection':
      at(0)
      return any
    case 'Function':
      return call(node, of, teller)
    default:
      // Lists and objects that are put together: their parts are looked at, what they give is not told.
      for (const child of node.children ?? []) walk(valueOf(child), of, teller)
      return any
  }
}

function valueOf(node: Node): Node {
  return node.type === 'KeyValuePair' ? (node.value as Node) : node
}

function fieldOf(name: string, of: Shape, teller: Teller): Shape {
  teller.take(name, of)
  if (of.is === 'any') return any
  if (of.is !== 'object') {
    teller.fault({kind: 'use', actual: name, reason: 'nothing is below it where it stands'})
    return any
  }
  const found = of.fields.get(name)
  if (found === undefined) teller.fault({kind: 'name', actual: name, expected: [...of.fields.keys()]})
  return found ?? any
}

function itemOf(list: Shape): Shape {
  return list.is === 'list' ? list.of : any
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function compare(sign: string, [left, right]: readonly [Shape, Shape], teller: Teller): void {
  const [a, b] = right.is === 'string' && right.literal !== undefined ? [left, right] : [right, left]
  if ([a, b].some(({is}) => is === 'any')) return
  const ordered = sign !== 'EQ' && sign !== 'NE'
  if (ordered) {
    if (a.is !== 'number' || b.is !== 'number') unmeant(sign, 'it compares numbers', teller)
    return
  }
  if (a.is === 'null' || b.is === 'null') return
  if (a.is !== b.is) {
    unmeant(`${left.is} and ${right.is}`, 'they are never equal', teller)
    return
  }
  if (a.is !== 'string' || b.is !== 'string' || b.literal === undefined) return
  // A placeholder stands for what its kind is; the rules of placeholders look at it.
  if (/^\{.*\}$/.test(b.literal)) return
  if (a.isGuid && !guid.test(b.literal)) unmeant(b.literal, 'it is no id', teller)
  if (a.members && !a.members.includes(b.literal))
    teller.fault({kind: 'name', actual: b.literal, expected: a.members})
}

function unmeant(actual: string, reason: string, {fault}: Teller): void {
  fault({kind: 'use', actual, reason})
}

const results: Readonly<Record<string, Shape>> = {
  length: {is: 'number'},
  sum: {is: 'number'},
  avg: {is: 'number'},
  contains: truth,
  starts_with: truth,
  ends_with: truth,
  type: {is: 'string'},
  join: {is: 'string'},
  to_string: {is: 'string'},
}

function call(node: Node, of: Shape, teller: Teller): Shape {
  const [first = any, ...others] = (node.children ?? []).map(child =>
    // `&name` is looked at with the item that it is for.
    child.type === 'ExpressionReference' ? any : walk(child, of, teller),
  )
  for (const child of node.children ?? [])
    if (child.type === 'ExpressionReference') {
      const list = [first, ...others].find(({is}) => is === 'list') ?? any
      for (const part of child.children ?? []) walk(part, itemOf(list), teller)
    }
  const name = node.name ?? ''
  if (name === 'length' && ['boolean', 'number'].includes(first.is))
    unmeant('length', 'it is of a list or a text', teller)
  if (name === 'contains' && first.is === 'list') compare('EQ', [first.of, others[0] ?? any], teller)
  if (['sort', 'sort_by', 'reverse'].includes(name)) return first
  return Object.hasOwn(results, name) ? (results[name] ?? any) : any
}

function literal(value: unknown): Shape {
  if (value === null) return {is: 'null'}
  if (typeof value === 'string') return {is: 'string', literal: value}
  if (typeof value === 'boolean' || typeof value === 'number')
    return typeof value === 'boolean' ? truth : {is: 'number'}
  return Array.isArray(value) ? {is: 'list', of: any} : any
}

function withoutLiteral(shape: Shape): Shape {
  return shape.is === 'string' ? {is: 'string'} : shape
}
