import {type Row, FilterError, parseFilter, textOf} from './filter.ts'

/** A query option that this Graph refuses, with the error code it answers. */
export class QueryError extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** What a path knows of its rows. */
export interface RowShape {
  /** Type name for messages, `microsoft.graph.organization`. */
  readonly type: string
  readonly properties: readonly string[]
  /** What is given without `$select`; absent: all of them. */
  readonly usual?: readonly string[]
  /** Query options of its own, beside those of OData. */
  readonly options?: readonly string[]
  /** Navigation properties that `$expand` may name. */
  readonly expandable?: readonly string[]
  /** Directory objects want `ConsistencyLevel: eventual` and `$count=true` for advanced filters. */
  readonly directoryObject?: boolean
}

/** One page of rows and where the next begins, or null. */
interface RowPage {
  readonly rows: readonly Row[]
  readonly next: number | null
  /** All that match, where that was asked. */
  readonly count: number | null
}

const known = ['$select', '$filter', '$expand', '$orderby', '$top', '$count', '$skiptoken']

/** Rows after `$filter`, `$orderby`, `$top` and `$skiptoken`, each with what `$select` and `$expand` ask for. */
export function applyQuery(
  rows: readonly Row[],
  shape: RowShape,
  query: URLSearchParams,
  eventual: boolean,
): RowPage {
  const stray = [...query.keys()].find(name => ![...known, ...(shape.options ?? [])].includes(name))
  if (stray !== undefined)
    throw new QueryError('BadRequest', `The query parameter '${stray}' is not supported.`)
  const found = sort(filter(rows, shape, query, eventual), shape, query.get('$orderby'))
  const start = count(query, '$skiptoken') ?? 0
  const top = count(query, '$top') ?? 100
  const page = found.slice(start, start + top)
  const pick = picker(shape, query)
  return {
    rows: page.map(pick),
    next: start + top < found.length ? start + top : null,
    // Without the header Graph says nothing of it for directory objects, and no error.
    count:
      query.get('$count') === 'true' && (eventual || shape.directoryObject !== true) ? found.length : null,
  }
}

/** A row with what `$select` and `$expand` ask for. */
function picker(shape: RowShape, query: URLSearchParams): (row: Row) => Row {
  const selected = list(query.get('$select'))
  const expanded = list(query.get('$expand'))
  for (const name of selected ?? []) assertProperty(name, shape)
  for (const name of expanded ?? []) {
    if (shape.expandable?.includes(name) !== true) throw missing(name, shape)
  }
  const hidden = (shape.expandable ?? []).filter(name => expanded?.includes(name) !== true)
  const shown = selected ?? shape.usual
  const names = shown === undefined ? null : [...shown, ...(expanded ?? [])]
  return row =>
    Object.fromEntries(
      Object.entries(row).filter(
        ([name]) =>
          !hidden.includes(name) && (names === null || names.includes(name) || name.startsWith('@')),
      ),
    )
}

function filter(
  rows: readonly Row[],
  shape: RowShape,
  query: URLSearchParams,
  eventual: boolean,
): readonly Row[] {
  const text = query.get('$filter')
  if (text === null) return rows
  const {test, properties, advanced} = parse(text)
  for (const name of properties) assertProperty(name.split('/')[0] ?? name, shape)
  if (advanced && shape.directoryObject === true && !(eventual && query.get('$count') === 'true')) {
    throw new QueryError(
      'Request_UnsupportedQuery',
      'Unsupported Query: ConsistencyLevel eventual and $count=true are required.',
    )
  }
  return rows.filter(test)
}

function parse(text: string) {
  try {
    return parseFilter(text)
  } catch (error) {
    if (error instanceof FilterError)
      throw new QueryError('BadRequest', `Invalid filter clause: ${error.message}`)
    throw error
  }
}

function sort(rows: readonly Row[], shape: RowShape, text: string | null): readonly Row[] {
  if (text === null) return rows
  const match = /^(\w+)(?: (asc|desc))?$/.exec(text.trim())
  const name = match?.[1]
  if (name === undefined)
    throw new QueryError('BadRequest', `The $orderby expression '${text}' is not supported.`)
  assertProperty(name, shape)
  const sign = match?.[2] === 'desc' ? -1 : 1
  return [...rows].sort((a, b) => sign * textOf(a[name]).localeCompare(textOf(b[name]), 'en'))
}

function count(query: URLSearchParams, name: string): number | null {
  const text = query.get(name)
  if (text === null) return null
  if (!/^\d{1,4}$/.test(text)) throw new QueryError('BadRequest', `Invalid value '${text}' for ${name}.`)
  return Number(text)
}

function assertProperty(name: string, shape: RowShape): void {
  if (!shape.properties.includes(name)) throw missing(name, shape)
}

function missing(name: string, {type}: RowShape): QueryError {
  return new QueryError('BadRequest', `Could not find a property named '${name}' on type '${type}'.`)
}

function list(text: string | null): readonly string[] | null {
  return text === null
    ? null
    : text
        .split(',')
        .map(name => name.trim())
        .filter(Boolean)
}
