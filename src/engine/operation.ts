// Where the end of a long-running operation is read: `Location` of the answer that accepted it → the call.
import {operationStatuses, type OperationStatus} from '../model/run.ts'

const address =
  /^\/(v1\.0|beta)(\/[\w.~:;=@!$'()*+,-]+)+(\?[A-Za-z]{1,32}=[\w.~-]{1,128}(&[A-Za-z]{1,32}=[\w.~-]{1,128}){0,7})?$/

/** Whether a text is the path, and perhaps the query, of an operation as it may stand in a record. */
export function isOperation(text: string): boolean {
  return text.length <= 600 && address.test(text) && !/\/\.{1,2}(\/|\?|$)/.test(text)
}

/**
 * The call for an operation, out of a `Location`, whole or below Graph's host; `path` is the compiled one, with `{key}`
 * and `{operation}`. Null where it is not that path for this key: only what was compiled is ever sent.
 */
export function operationOf(path: string, key: string, location: string | undefined): string | null {
  if (location === undefined) return null
  const below = location.replace(/^https:\/\/[^/?#]+/, '')
  const [start = '', end = ''] = path.replace('{key}', key).split('{operation}')
  const [plain = ''] = below.split('?', 1)
  const id = plain.slice(start.length, plain.length - end.length)
  const query = below.slice(plain.length)
  const fits =
    plain.toLowerCase().startsWith(start.toLowerCase()) &&
    plain.endsWith(end) &&
    /^[\w.~:;=-]{1,200}$/.test(id)
  const call = start + id + end + query
  return fits && isOperation(call) ? call : null
}

/** The state that Graph names; `other` for one that is not known. */
export function statusOf(text: unknown): OperationStatus {
  return operationStatuses.find(each => each === text) ?? 'other'
}
