// Refusals that several paths of the practice Graph give. Messages as OData words them.
import type {Refusal} from './route.ts'

/** 400 `BadRequest`: what the type system of OData refuses before anything is looked at. */
export function badRequest(message: string): Refusal {
  return {status: 400, code: 'BadRequest', message}
}

/** 400 `Request_BadRequest`: what the directory itself refuses. */
export function refusedByDirectory(message: string): Refusal {
  return {status: 400, code: 'Request_BadRequest', message}
}

/** The refusal of a body that is no JSON object. */
export const notAnObject = badRequest(
  'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
)

/** The refusal of a property that a type does not have. */
export function unknownProperty(name: string, owner: string): Refusal {
  return badRequest(
    `The property '${name}' does not exist on type '${owner}'. Make sure to only use property names that are defined by the type.`,
  )
}

/** 404 for an object that is not there. */
export function noObject(key: string): Refusal {
  return {
    status: 404,
    code: 'Request_ResourceNotFound',
    message: `Resource '${key}' does not exist or one of its queried reference-property objects are not present.`,
  }
}

/** Whether a value is a JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
