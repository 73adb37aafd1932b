// JMESPath at build time: whether an expression can be read and calls only functions that exist.
import * as jmespath from 'jmespath'

declare module 'jmespath' {
  /** Tree of an expression; throws where it is malformed. Part of the package, absent from its published types. */
  export function compile(expression: string): unknown
}

// The built-in functions of the JMESPath specification, section "Functions", as the library has them.
const functions = new Set(
  (
    'abs avg ceil contains ends_with floor join keys length map max max_by merge min min_by not_null reverse sort ' +
    'sort_by starts_with sum to_array to_number to_string type values'
  ).split(' '),
)

/** Why an expression cannot be used; null where it can. */
export function faultOf(expression: string): string | null {
  try {
    const unknown = calledBy(jmespath.compile(expression)).find(name => !functions.has(name))
    return unknown === undefined ? null : `no function \`${unknown}\``
  } catch (error) {
    return messageOf(error)
  }
}

/** The value of an expression over a JSON value; null where a function refuses its argument. */
export function evaluate(expression: string, json: unknown): unknown {
  try {
    return jmespath.search(json, expression) as unknown
  } catch {
    return null
  }
}

function calledBy(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(calledBy)
  if (typeof node !== 'object' || node === null) return []
  const {type, name} = node as {type?: unknown; name?: unknown}
  const own = type === 'Function' && typeof name === 'string' ? [name] : []
  return [...own, ...Object.values(node).flatMap(calledBy)]
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
