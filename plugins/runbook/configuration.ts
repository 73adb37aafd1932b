import {Ajv, type ValidateFunction} from 'ajv'
import type {Finding} from '../../src/model/finding.ts'
import published from '../../static/schema/configuration.schema.json'
import {shapeFindings} from './schema.ts'
import {isBranch, readYaml} from './yaml-places.ts'

/** How the site is configured; the shape of `static/schema/configuration.schema.json`. */
export interface Configuration {
  /** Public origin, without a slash at its end. */
  readonly url: string
  /** Null: no client id, so runs are practice or without sign-in. */
  readonly signIn: SignInConfiguration | null
}

export interface SignInConfiguration {
  readonly clientId: string
  /** Tenant id, or `organizations`. */
  readonly tenant: string
  readonly cloud: 'global' | 'usgov-l4' | 'usgov-l5' | 'china'
}

/** YAML text → configuration, or null and every fault of it. Never throws. */
export function readConfiguration(text: string): {
  readonly configuration: Configuration | null
  readonly findings: readonly Finding[]
} {
  const {value, places, findings} = readYaml(text, 'yaml-invalid')
  if (!isBranch(value) || Array.isArray(value)) {
    const empty = {
      ruleId: 'type-invalid',
      args: {actual: 'null', expected: ['object']},
      range: {start: 0, end: 0},
    }
    return {configuration: null, findings: findings.length > 0 ? findings : [empty]}
  }
  const validate: ValidateFunction<Configuration> = new Ajv({allErrors: true, verbose: true}).compile(
    published,
  )
  if (validate(value) && findings.length === 0) return {configuration: value, findings}
  return {configuration: null, findings: [...findings, ...shapeFindings(validate, value, places)]}
}
