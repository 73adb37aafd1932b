// What a POST sends, against the body that was reviewed: word for word, with the inputs of the file in their places.
import type {Finding} from '../bilingual/finding.ts'
import type {BodyTemplate} from '../../src/model/change.ts'
import type {ChangeEntry, ChangePropertyEntry} from './action-file.ts'
import {textsOf} from './conditions.ts'
import {faultOf} from './expressions.ts'
import {named} from './placeholders.ts'
import type {InputKinds} from './placeholders.ts'
import {outside} from './reads.ts'
import type {ReviewedTask, ReviewedToggle} from './reviewed-writes.ts'
import type {Places} from './yaml-places.ts'

/** Everything of a POST that differs from the reviewed one. */
export function checkPost(
  step: string,
  change: ChangeEntry,
  {write, inputs}: {readonly write: ReviewedToggle | ReviewedTask; readonly inputs: InputKinds},
  places: Places,
): readonly Finding[] {
  const fill = (text: string) => named(text, textsOf(change), inputs)
  return 'bodies' in write
    ? checkToggle(step, change, {write, fill}, places)
    : checkTask(step, change, {write, fill}, places)
}

type Fill = (text: string) => string

function checkToggle(
  step: string,
  change: ChangeEntry,
  {write, fill}: {readonly write: ReviewedToggle; readonly fill: Fill},
  places: Places,
): readonly Finding[] {
  if (change.follow !== undefined) return [unexpected('follow', step, places.key(change, 'follow'))]
  const [property, ...more] = change.properties
  if (property === undefined || more.length > 0) return []
  const {wanted} = property
  if (typeof wanted !== 'boolean')
    return wanted === ''
      ? []
      : [
          {
            ruleId: 'wanted-mistyped',
            args: {actual: String(wanted), at: property.id, type: typeof wanted, expected: 'boolean'},
            range: places.value(property, 'wanted'),
          },
        ]
  const {body, undo, carries} = write.bodies[wanted ? 'true' : 'false']
  return [
    ...checkValue(property, fill(write.shows), places),
    ...checkBody(change, 'body', filled(body, fill), places),
    ...(change.undoBody === undefined ? [] : checkBody(change, 'undoBody', filled(undo, fill), places)),
    ...(change.undoBody === undefined ? [] : checkCarried(step, change, {carries, fill}, places)),
  ]
}

function checkTask(
  step: string,
  change: ChangeEntry,
  {write, fill}: {readonly write: ReviewedTask; readonly fill: Fill},
  places: Places,
): readonly Finding[] {
  const {secret, follow} = change
  const missing = (['secret', 'follow'] as const).filter(part => change[part] === undefined)
  if (missing.length > 0)
    return missing.map(expected => ({
      ruleId: 'change-part-missing',
      args: {expected, step, form: 'this request'},
      range: places.key(change, ''),
    }))
  const expected = write.follow.get
  const body = filled(write.body, text => fill(text).replace('{password}', `{${secret ?? ''}}`))
  return [
    ...checkBody(change, 'body', body, places),
    ...(follow === undefined || follow.get === '' || follow.get === expected
      ? []
      : [
          {
            ruleId: 'path-differs',
            args: {actual: follow.get, expected},
            range: places.value(follow, 'get'),
          },
        ]),
    ...(follow === undefined ? [] : outside(follow.scopes, write.follow.scopes, places)),
  ]
}

function checkValue(property: ChangePropertyEntry, expected: string, places: Places): readonly Finding[] {
  const {value: actual} = property
  if (actual === '' || actual === expected || faultOf(actual) !== null) return []
  const args = {actual, expected, what: 'what the request does, and what its undo takes back'}
  return [{ruleId: 'expression-differs', args, range: places.value(property, 'value')}]
}

function checkCarried(
  step: string,
  change: ChangeEntry,
  {carries, fill}: {readonly carries: Readonly<Record<string, string>>; readonly fill: Fill},
  places: Places,
): readonly Finding[] {
  const entries = change.carries ?? []
  return [
    ...Object.keys(carries)
      .filter(id => !entries.some(each => each.id === id))
      .map(id => ({
        ruleId: 'change-part-missing',
        args: {expected: `carries: ${id}`, step, form: 'this undo'},
        range: places.key(change, entries.length === 0 ? '' : 'carries'),
      })),
    ...entries.flatMap((entry): Finding[] => {
      const reviewed = Object.hasOwn(carries, entry.id) ? carries[entry.id] : undefined
      if (reviewed === undefined)
        return entry.id === '' ? [] : [unexpected(`carries: ${entry.id}`, step, places.value(entry, 'id'))]
      const expected = fill(reviewed)
      const {value: actual} = entry
      if (actual === '' || actual === expected || faultOf(actual) !== null) return []
      const args = {actual, expected, what: 'what only the undo sends'}
      return [{ruleId: 'expression-differs', args, range: places.value(entry, 'value')}]
    }),
  ]
}

function unexpected(actual: string, step: string, range: Finding['range']): Finding {
  return {ruleId: 'change-part-unexpected', args: {actual, step, form: 'this request'}, range}
}

function filled(template: BodyTemplate, fill: Fill): BodyTemplate {
  return JSON.parse(fill(JSON.stringify(template))) as BodyTemplate
}

function checkBody(
  change: ChangeEntry,
  key: 'body' | 'undoBody',
  expected: BodyTemplate,
  places: Places,
): readonly Finding[] {
  const actual = change[key]
  if (actual === undefined) return []
  const found = differenceOf(actual, expected, {branch: change, key, path: key})
  if (found === null) return []
  const {branch, key: at, path} = found.place
  const args = {actual: found.actual, expected: found.expected, where: path}
  return [{ruleId: 'body-differs', args, range: places.value(branch, at)}]
}

interface BodyPlace {
  readonly branch: object
  readonly key: string | number
  readonly path: string
}

/** The first place where two bodies differ, with what stands there; keys may have any order. */
function differenceOf(
  actual: unknown,
  expected: unknown,
  place: BodyPlace,
): {readonly place: BodyPlace; readonly actual: string; readonly expected: string} | null {
  const difference = {place, actual: shown(actual), expected: shown(expected)}
  if (!isBranch(actual) || !isBranch(expected)) return actual === expected ? null : difference
  if (Array.isArray(actual) !== Array.isArray(expected)) return difference
  const [own, other] = [Object.keys(actual), Object.keys(expected)]
  if (own.length !== other.length || own.some(key => !other.includes(key))) return difference
  for (const key of own) {
    const below = {
      branch: actual,
      key: Array.isArray(actual) ? Number(key) : key,
      path: `${place.path}.${key}`,
    }
    const found = differenceOf(Reflect.get(actual, key), Reflect.get(expected, key), below)
    if (found !== null) return found
  }
  return null
}

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value)
}
