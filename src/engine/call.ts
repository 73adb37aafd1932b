// A compiled read and its values → the call that is sent.
import type {GraphRead} from '../model/action.ts'
import type {GraphCall} from './ports.ts'
import {RunProblem} from './problem.ts'
import {cutFilter, isValue, type ValueName} from './values.ts'

/** The part of a read that is sent. */
type Queried = Pick<
  GraphRead,
  'id' | 'path' | 'select' | 'filter' | 'expand' | 'orderby' | 'top' | 'count' | 'headers'
>

/** Values of a filter's placeholders. */
interface CallValues {
  /** Object id of the signed-in account. */
  readonly account: string
  /** ISO time. */
  readonly since?: string
}

/**
 * The `GET` of a read, encoded: `/v1.0/organization?$select=id,displayName`. Throws `call-not-compiled` where a value is
 * not what its placeholder takes.
 */
export function toCall(read: Queried, values: CallValues): GraphCall {
  const parts = queryOf(read).map(([name, value]) => `${name}=${encode(fill(value, values))}`)
  return {
    id: read.id,
    url: parts.length > 0 ? `${read.path}?${parts.join('&')}` : read.path,
    headers: read.headers ?? {},
  }
}

/** The query of a read in the order it is sent, neither filled nor encoded; only `$filter` may hold placeholders. */
export function queryOf({
  select,
  filter,
  expand,
  orderby,
  top,
  count,
}: Queried): readonly (readonly [name: string, value: string])[] {
  const query = [
    ['$select', select?.join(',')],
    ['$filter', filter],
    ['$expand', expand],
    ['$orderby', orderby],
    ['$top', top?.toString()],
    ['$count', count?.toString()],
  ] as const
  return query.flatMap(([name, value]) => (value ? [[name, value] as const] : []))
}

function fill(text: string, values: CallValues): string {
  return cutFilter(text)
    .map((part, index) => (index % 2 === 0 ? part : typed(part as ValueName, values)))
    .join('')
}

function typed(name: ValueName, values: CallValues): string {
  const value = values[name]
  if (value === undefined || !isValue(name, value)) throw new RunProblem('call-not-compiled')
  return value
}

function encode(value: string): string {
  return encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%24', '$')
}
