// What makes a change one that may be offered: it can be undone or says why not, its read shows the very properties that
// it sets, its values have words, and a person reviewed its request.
import type {Finding} from '../bilingual/finding.ts'
import {isDuration, toMilliseconds} from '../../src/model/duration.ts'
import type {ActionFile, ChangeEntry, ChangePropertyEntry} from './action-file.ts'
import {checkPath, deadProperty, readPath, requestOf, writePath} from './calls.ts'
import {checkForm} from './change-form.ts'
import {checkConditions} from './conditions.ts'
import {faultOf} from './expressions.ts'
import {named, placeholdersFor, placeholdersOf} from './placeholders.ts'
import type {InputKinds} from './placeholders.ts'
import {checkPost} from './posts.ts'
import {checkType, meantBy, outside} from './reads.ts'
import {placeIn} from './reviewed-reads.ts'
import {reviewedWrites} from './reviewed-writes.ts'
import type {ReviewedPatch, ReviewedWrite} from './reviewed-writes.ts'
import {isReading} from './scopes.ts'
import type {Places} from './yaml-places.ts'

/** Every fault of the changes of an action file beyond its shape and its paths. */
export function checkChanges(file: ActionFile, inputs: InputKinds, places: Places): readonly Finding[] {
  return file.steps.flatMap(({id, change}) => {
    if (change === undefined) return []
    const {method, path} = requestOf(change)
    const write = reviewedWrites.find(each => each.method === method && each.path === path)
    return [
      ...checkForm(id, change, places),
      ...checkConfirmation(change, places),
      ...checkKey(change, places),
      ...checkCollisions(change.properties, places),
      ...change.properties.flatMap(property => checkWords(property, places)),
      ...checkProof(change, write, places),
      ...checkWait(change, places),
      ...checkWritingScope(change, places),
      ...(write === undefined
        ? refuseUnreviewed(change, inputs, places)
        : checkReviewed(id, change, {write, inputs}, places)),
    ]
  })
}

function checkConfirmation(change: ChangeEntry, places: Places): readonly Finding[] {
  const {confirm, irreversible} = change
  if (irreversible === undefined || !['inline', 'dialog'].includes(confirm)) return []
  return [{ruleId: 'confirmation-weak', args: {actual: confirm}, range: places.value(change, 'confirm')}]
}

function checkKey(change: ChangeEntry, places: Places): readonly Finding[] {
  const {entry, key, path} = writePath(change)
  const whole = path.split('/').filter(segment => segment === '{key}')
  const all = placeholdersOf(path).filter(each => each === '{key}')
  if (path === '' || (whole.length === 1 && all.length === 1)) return []
  return [{ruleId: 'placeholder-missing', args: {actual: path}, range: places.value(entry, key)}]
}

function checkCollisions(properties: readonly ChangePropertyEntry[], places: Places): readonly Finding[] {
  return properties.flatMap((property, index): Finding[] => {
    const {at: actual = ''} = property
    const other = properties.slice(0, index).find(({at = ''}) => isWithin(at, actual))?.at
    if (other === undefined) return []
    return [{ruleId: 'property-collides', args: {actual, other}, range: places.value(property, 'at')}]
  })
}

function isWithin(one: string, other: string): boolean {
  if (one === '' || other === '') return false
  return `${one}.`.startsWith(`${other}.`) || `${other}.`.startsWith(`${one}.`)
}

function checkWords(property: ChangePropertyEntry, places: Places): readonly Finding[] {
  const {id, wanted, none, words = {}} = property
  const values = typeof wanted === 'boolean' ? ['true', 'false'] : []
  // What a person gives is shown as it is; that nothing is there needs words.
  const given = Object.keys(words).length > 0 && !isInput(wanted) ? [String(wanted)] : []
  const needed = values.length === 0 ? [...given, ...(none === undefined ? [] : [none])] : values
  const missing = needed.filter(value => wanted !== '' && !Object.hasOwn(words, value))
  const strange = values.length === 0 ? [] : Object.keys(words).filter(value => !values.includes(value))
  const twice = Object.entries(words).filter(
    ([, word], index, all) => word !== '' && all.findIndex(([, each]) => each === word) < index,
  )
  return [
    ...missing.map(value => ({
      ruleId: 'words-missing',
      args: {value, property: id},
      range: places.key(property, 'words'),
    })),
    ...strange.map(value => ({
      ruleId: 'key-unknown',
      args: {actual: value, expected: values, where: `${id}.words`, meant: meantBy(value, values)},
      range: places.key(words, value),
    })),
    ...twice.map(([value, word]) => ({
      ruleId: 'words-alike',
      args: {actual: word, value, property: id},
      range: places.value(words, value),
    })),
  ]
}

/** A property is proved by the read of the very place that is written, on the object whose id is in the path. */
function checkProof(
  change: ChangeEntry,
  write: ReviewedWrite | undefined,
  places: Places,
): readonly Finding[] {
  const {key, name, properties} = change
  const findings: Finding[] = []
  const expectedKey = write === undefined ? key : placeIn(write.read, 'id')
  if (key !== '' && key !== expectedKey && faultOf(key) === null)
    findings.push({
      ruleId: 'expression-differs',
      args: {actual: key, expected: expectedKey, what: 'the id of what is changed'},
      range: places.value(change, 'key'),
    })
  if (name !== undefined && name !== '' && write?.name !== undefined && faultOf(name) === null) {
    const expected = placeIn(write.read, write.name)
    const args = {actual: name, expected, what: 'the name of what is changed'}
    if (name !== expected)
      findings.push({ruleId: 'expression-differs', args, range: places.value(change, 'name')})
  }
  const root = /^(?:(.*)\.)?[A-Za-z]+$/.exec(expectedKey)?.[1] ?? ''
  for (const property of properties) {
    const {value, none, at = ''} = property
    // A place that is none has a finding of its own.
    if (value === '' || at === '' || (write && !('properties' in write && write.properties.includes(at))))
      continue
    if (faultOf(value) !== null) continue
    const place = root === '' ? at : `${root}.${at}`
    const expected = none === undefined ? place : `${place} || '${none}'`
    if (value === expected) continue
    findings.push({
      ruleId: 'expression-differs',
      args: {actual: value, expected, what: `the property that \`at: ${at}\` sets`},
      range: places.value(property, 'value'),
    })
  }
  return findings
}

const longest = {text: 'PT10M', milliseconds: 600_000}
const shortest = {text: 'PT2S', milliseconds: 2000}

function checkWait({wait}: ChangeEntry, places: Places): readonly Finding[] {
  if (![wait.total, wait.every].every(isDuration)) return []
  const [total, every] = [toMilliseconds(wait.total), toMilliseconds(wait.every)]
  const finding = (key: 'total' | 'every', expected: string): Finding => ({
    ruleId: 'wait-invalid',
    args: {actual: wait[key], where: key, expected},
    range: places.value(wait, key),
  })
  return [
    ...(total > longest.milliseconds ? [finding('total', `at most \`${longest.text}\``)] : []),
    ...(every < shortest.milliseconds ? [finding('every', `at least \`${shortest.text}\``)] : []),
    ...(every > total ? [finding('every', `no longer than \`total: ${wait.total}\``)] : []),
  ]
}

function checkWritingScope(change: ChangeEntry, places: Places): readonly Finding[] {
  const {scopes} = change
  if (scopes.length === 0 || !scopes.every(isReading)) return []
  return [{ruleId: 'scope-reads', args: {actual: scopes}, range: places.value(change, 'scopes')}]
}

/** A path that is wrong by itself has a finding of its own. */
function refuseUnreviewed(change: ChangeEntry, inputs: InputKinds, places: Places): readonly Finding[] {
  const use = writePath(change)
  if (use.path === '' || checkKey(change, places).length > 0) return []
  if (checkPath(use, inputs, places).length > 0) return []
  const actual = `${use.key}: ${use.path}`
  const expected = reviewedWrites.map(({method, path}) => `${method.toLowerCase()}: ${path}`)
  const args = {actual, expected, meant: meantBy(actual, expected)}
  return [{ruleId: 'write-unreviewed', args, range: places.value(use.entry, use.key)}]
}

function checkReviewed(
  step: string,
  change: ChangeEntry,
  {write, inputs}: {readonly write: ReviewedWrite; readonly inputs: InputKinds},
  places: Places,
): readonly Finding[] {
  const {read, object} = change
  const expected = named(write.read.get, [read.get], inputs)
  const isElsewhere = read.get !== expected && checkPath(readPath(read), inputs, places).length === 0
  const isOther = ['tenant', 'user'].includes(object) && object !== write.object
  return [
    ...(isElsewhere
      ? [{ruleId: 'path-differs', args: {actual: read.get, expected}, range: places.value(read, 'get')}]
      : []),
    ...(isOther
      ? [
          {
            ruleId: 'value-invalid',
            args: {actual: object, expected: [write.object], where: 'change.object', means: ''},
            range: places.value(change, 'object'),
          },
        ]
      : []),
    // With no writing scope at all there is a finding of its own.
    ...(change.scopes.every(isReading) ? [] : outside(change.scopes, write.scopes, places)),
    ...checkConditions(step, change, {write, inputs}, places),
    ...('properties' in write
      ? change.properties.flatMap(property => checkProperty(property, write, {inputs}, places))
      : checkPost(step, change, {write, inputs}, places)),
  ]
}

function checkProperty(
  property: ChangePropertyEntry,
  {properties, read}: ReviewedPatch,
  {inputs}: {readonly inputs: InputKinds},
  places: Places,
): readonly Finding[] {
  const {at = '', wanted} = property
  // An empty or a dead one has a finding of its own.
  if (at === '' || at.includes(deadProperty)) return []
  if (!properties.includes(at)) {
    const args = {actual: at, expected: properties, meant: meantBy(at, properties)}
    return [{ruleId: 'property-unreviewed', args, range: places.value(property, 'at')}]
  }
  if (wanted === '') return []
  const range = places.value(property, 'wanted')
  return [...checkType(wanted, {at, read}, range), ...checkGiven(wanted, inputs, range)]
}

function isInput(wanted: string | number | boolean): wanted is string {
  return typeof wanted === 'string' && /^\{.*\}$/.test(wanted)
}

/** Of what a person gives, only a country is set. */
function checkGiven(
  wanted: string | number | boolean,
  inputs: InputKinds,
  range: Finding['range'],
): readonly Finding[] {
  if (typeof wanted !== 'string') return []
  const expected = placeholdersFor(inputs, ['country'])
  return placeholdersOf(wanted)
    .filter(actual => actual !== wanted || !expected.includes(actual))
    .map(actual => ({ruleId: 'placeholder-unknown', args: {actual, expected}, range}))
}
