import {Ajv} from 'ajv'
import type {ErrorObject, ValidateFunction} from 'ajv'
import type {Finding} from '../bilingual/finding.ts'
import published from '../../static/schema/runbook.schema.json'
import type {ActionFile} from './action-file.ts'
import {nearest} from './likeness.ts'
import {isBranch, readYaml} from './yaml-places.ts'
import type {Branch, Places} from './yaml-places.ts'

/** An action file as far as it could be read, the places of its values, and every fault of its shape. */
export interface ActionSource {
  /** Null only where the file is no mapping at all. Values that a finding names are empty, never of a wrong type. */
  readonly file: ActionFile | null
  readonly places: Places
  readonly findings: readonly Finding[]
}

/** YAML text → action file, checked against the published JSON Schema. Never throws; reports all faults at once. */
export function readActionFile(text: string): ActionSource {
  const {value, places, findings} = readYaml(text, 'yaml-invalid')
  if (!isBranch(value) || Array.isArray(value)) {
    const empty = {
      ruleId: 'type-invalid',
      args: {actual: nameOf(value), expected: ['object']},
      range: {start: 0, end: 0},
    }
    return {file: null, places, findings: findings.length > 0 ? findings : [empty]}
  }
  strict ??= new Ajv(options).compile<ActionFile>(published)
  if (strict(value)) return {file: value, places, findings}
  const faults = shapeFindings(strict, value, places)
  return {file: repaired(value), places, findings: [...findings, ...faults]}
}

const {pattern, maxLength} = published.definitions.id
const idForm = new RegExp(pattern)

/** Whether a value is an id as the schema has it, so that it may name a file. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length <= maxLength && idForm.test(value)
}

/** What a validator's last run found wrong, each fault once and at its place. */
export function shapeFindings({errors}: ValidateFunction, value: Branch, places: Places): readonly Finding[] {
  const all = errors ?? []
  const mistyped = new Set(all.flatMap(error => (error.keyword === 'type' ? [error.instancePath] : [])))
  return all
    .filter(error => !isEcho(error) && (error.keyword === 'type' || !mistyped.has(error.instancePath)))
    .map(error => findingOf(error, value, places))
}

const options = {allErrors: true, verbose: true, strict: false}

// Compiled on first use: most commands of the command line need neither, and few action files the second.
let strict: ValidateFunction<ActionFile> | null = null
let shape: ValidateFunction<ActionFile> | null = null

// What says more of a value than its type. Without these the empty values of `repaired` are valid.
const finer = (
  '$id pattern minLength maxLength minItems maxItems uniqueItems minimum maximum enum const oneOf if then else ' +
  'propertyNames'
).split(' ')

/** The schema's types, keys and required keys only: what code may rely on after `repaired`. */
function shapeOnly(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(shapeOnly)
  if (!isBranch(schema)) return schema
  const kept = Object.entries(schema).filter(([key]) => !finer.includes(key))
  return Object.fromEntries(
    kept.map(([key, value]) => {
      // The keys below these are names, which may be spelt like a keyword.
      if (key !== 'properties' && key !== 'definitions') return [key, shapeOnly(value)]
      return [
        key,
        Object.fromEntries(Object.entries(record(value)).map(([name, each]) => [name, shapeOnly(each)])),
      ]
    }),
  )
}

/** The value with unknown keys taken out and missing or mistyped ones emptied, so that later checks can go on. */
function repaired(value: Branch): ActionFile | null {
  shape ??= new Ajv(options).compile<ActionFile>(record(shapeOnly(published)))
  // A filled object may itself lack keys: one round for each level of the schema is enough.
  for (let round = 0; round < 12; round++) {
    if (shape(value)) return value
    for (const error of shape.errors ?? []) repair(error, value)
  }
  return null
}

function repair(error: ErrorObject, root: Branch): void {
  const at = locate(root, error.instancePath)
  if (at === null) return
  if (error.keyword === 'additionalProperties' && isBranch(at.value)) {
    Reflect.deleteProperty(at.value, String(error.params['additionalProperty']))
  } else if (error.keyword === 'required' && isBranch(at.value)) {
    const missing = String(error.params['missingProperty'])
    Reflect.set(at.value, missing, emptyOf(propertySchema(error, missing)))
  } else if (error.keyword === 'type' && at.parent !== null) {
    Reflect.set(at.parent, at.key, emptyOf(error.parentSchema))
  }
}

function emptyOf(schema: unknown): unknown {
  const {$ref, type} = record(schema)
  if (typeof $ref === 'string')
    return emptyOf(record(published.definitions)[$ref.replace('#/definitions/', '')])
  switch (Array.isArray(type) ? type[0] : type) {
    case 'object':
      return {}
    case 'array':
      return []
    case 'integer':
      return 0
    case 'boolean':
      return false
    default:
      return ''
  }
}

// The writing methods of HTTP as keys of a read are a fault of their own, not a misspelt key.
const writingKeys = ['post', 'patch', 'put', 'delete']

function findingOf(error: ErrorObject, root: Branch, places: Places): Finding {
  const at = locate(root, error.instancePath) ?? {parent: null, key: '', value: root}
  const whole = isBranch(at.value) ? at.value : root
  const where = error.instancePath.slice(1).replaceAll('/', '.')
  const range = at.parent === null ? places.key(root, '') : places.value(at.parent, at.key)
  switch (error.keyword) {
    case 'additionalProperties':
    case 'propertyNames': {
      const key = String(error.params['additionalProperty'] ?? error.params['propertyName'])
      if (writingKeys.includes(key) && isRead(error)) {
        return {ruleId: 'read-writes', args: {actual: key, where}, range: places.key(whole, key)}
      }
      const known = knownKeys(error)
      const alike = nearest(key, known, each => each)
      const meant = alike !== null && alike.likeness >= 0.5 ? alike.candidate : ''
      return {
        ruleId: 'key-unknown',
        args: {actual: key, expected: known, where, meant},
        range: places.key(whole, key),
      }
    }
    case 'required': {
      const key = String(error.params['missingProperty'])
      const ruleId =
        key === 'scopes' ? 'scope-undeclared' : key === 'source' ? 'source-missing' : 'key-missing'
      return {ruleId, args: {key, where}, range: places.key(whole, '')}
    }
    case 'type':
      return {
        ruleId: 'type-invalid',
        args: {actual: nameOf(at.value), expected: typesOf(error), where},
        range,
      }
    case 'minItems':
      if (where.endsWith('scopes')) return {ruleId: 'scope-undeclared', args: {key: 'scopes', where}, range}
      break
  }
  const {description} = record(error.parentSchema)
  const means = typeof description === 'string' ? description.replace(/\.$/, '') : ''
  return {ruleId: 'value-invalid', args: {...expectedOf(error), actual: shown(at.value), where, means}, range}
}

/** True for what only repeats another error: the branches of a choice, and the condition that chose one. */
function isEcho(error: ErrorObject): boolean {
  return error.keyword === 'if' || /\/oneOf\/\d/.test(error.schemaPath) || error.propertyName !== undefined
}

function expectedOf({keyword, params, message}: ErrorObject): Record<string, string | readonly string[]> {
  const {allowedValues, allowedValue} = params as {allowedValues?: readonly unknown[]; allowedValue?: unknown}
  if (keyword === 'enum') return {expected: (allowedValues ?? []).map(String)}
  if (keyword === 'const') return {expected: [String(allowedValue)]}
  // The schema has one choice between keys: the comparisons of an expectation.
  if (keyword === 'oneOf')
    return {must: 'expected exactly one of equals, oneOf, contains, exists and youngerThan'}
  return {must: `which ${message ?? keyword}`}
}

function propertySchema(error: ErrorObject, key: string): unknown {
  return record(record(error.parentSchema)['properties'])[key]
}

function knownKeys(error: ErrorObject): string[] {
  if (error.keyword !== 'propertyNames') return Object.keys(record(record(error.parentSchema)['properties']))
  const names = record(error.schema)['enum']
  return Array.isArray(names) ? names.map(String) : []
}

function isRead(error: ErrorObject): boolean {
  return knownKeys(error).includes('get')
}

function typesOf(error: ErrorObject): string[] {
  const types = error.params['type'] as string | string[]
  return Array.isArray(types) ? types : types.split(',')
}

function locate(root: Branch, pointer: string): {parent: Branch | null; key: string; value: unknown} | null {
  let at: {parent: Branch | null; key: string; value: unknown} = {parent: null, key: '', value: root}
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
    if (!isBranch(at.value)) return null
    at = {parent: at.value, key, value: Reflect.get(at.value, key)}
  }
  return at
}

function record(value: unknown): Record<string, unknown> {
  return isBranch(value) && !Array.isArray(value) ? value : {}
}

function nameOf(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
