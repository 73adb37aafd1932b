import {Ajv} from 'ajv'
import type {Finding} from '../bilingual/finding.ts'
import type {SiteSignIn} from '../../src/model/sign-in.ts'
import published from '../../static/schema/configuration.schema.json'
import {shapeFindings} from './schema.ts'
import {isBranch, readYaml} from './yaml-places.ts'

/** How the site is configured; the shape of `static/schema/configuration.schema.json`. */
export interface Configuration {
  /** Public origin, without a slash at its end. */
  readonly url: string
  /** Null: no client id, so runs are practice or without sign-in. */
  readonly signIn: SiteSignIn | null
}

/** YAML text → configuration, or null and every fault of it. What the text leaves out is that of `base`. Never throws. */
export function readConfiguration(
  text: string,
  base: Partial<Configuration> = {},
): {
  readonly configuration: Configuration | null
  readonly findings: readonly Finding[]
} {
  const {value: read, places, findings} = readYaml(text, 'yaml-invalid')
  // A file that is empty, or not there, lacks its keys and is no wrong type.
  const value = read === null && findings.length === 0 ? {} : read
  if (isBranch(value))
    for (const [key, known] of Object.entries(base)) if (!(key in value)) Reflect.set(value, key, known)
  if (!isBranch(value) || Array.isArray(value)) {
    const args = {actual: Array.isArray(value) ? 'array' : typeof value, expected: ['object']}
    const mistyped = {ruleId: 'type-invalid', args, range: {start: 0, end: 0}}
    return {configuration: null, findings: findings.length > 0 ? findings : [mistyped]}
  }
  const validate = new Ajv({allErrors: true, verbose: true, strict: false}).compile<Configuration>(published)
  if (validate(value) && findings.length === 0) return {configuration: value, findings}
  return {configuration: null, findings: [...findings, ...shapeFindings(validate, value, places)]}
}
