// The body of a request that changes something, from the values that it sets. Pure.
import type {BodyTemplate, Change, ChangeValue, ChangeValues} from '../model/change.ts'
import {isSame, valueOf} from './change.ts'

/**
 * The body that sets these values. `PATCH`: each at the place its property names, nothing else. `POST`: as it is
 * written for what is wanted, or for the undo, with carried values and the secret in their places.
 */
export function bodyOf(
  change: Pick<Change, 'properties' | 'method' | 'body' | 'undoBody' | 'secret'>,
  values: ChangeValues,
  secret: string | null = null,
): unknown {
  if (change.method === 'PATCH') return patchOf(change, values)
  const isWanted = change.properties.every(({id, wanted}) => isSame(valueOf(values, id), wanted))
  const template = isWanted ? change.body : change.undoBody
  const filled = (part: BodyTemplate | undefined): unknown => {
    if (typeof part === 'string') {
      const [, name = ''] = /^\{([\w-]+)\}$/.exec(part) ?? []
      if (name === '') return part
      return name === change.secret ? secret : valueOf(values, name)
    }
    if (Array.isArray(part)) return (part as readonly BodyTemplate[]).map(filled)
    if (typeof part !== 'object') return part
    return Object.fromEntries(Object.entries(part).map(([name, below]) => [name, filled(below)]))
  }
  return filled(template)
}

function patchOf({properties}: Pick<Change, 'properties'>, values: ChangeValues): unknown {
  const body: Branch = {}
  for (const {id, at} of properties) {
    if (!Object.hasOwn(values, id)) continue
    const names = at.split('.')
    const last = names.pop() ?? ''
    let branch = body
    for (const name of names) {
      const below = Object.hasOwn(branch, name) ? branch[name] : undefined
      const next: Branch = isBranch(below) ? below : {}
      branch[name] = next
      branch = next
    }
    branch[last] = valueOf(values, id)
  }
  return body
}

interface Branch {
  [name: string]: Branch | ChangeValue
}

function isBranch(value: Branch | ChangeValue | undefined): value is Branch {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
