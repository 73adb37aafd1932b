// What makes a change one that may be offered: it can be undone or says why not, its read shows the very properties that
// it sets, its values have words, and a person reviewed its request.
import type {Finding} from '../bilingual/finding.ts'
import {isDuration, toMilliseconds} from '../../src/model/duration.ts'
import type {ActionFile, ChangeEntry, ChangePropertyEntry} from './action-file.ts'
import {checkPath, deadProperty, placeholdersOf, readPath, writePath} from './calls.ts'
import {faultOf} from './expressions.ts'
import {checkType, meantBy, outside} from './reads.ts'
import {reviewedWrites} from './reviewed-writes.ts'
import type {ReviewedWrite} from './reviewed-writes.ts'
import {isReading} from './scopes.ts'
import type {Places} from './yaml-places.ts'

/** Every fault of the changes of an action file beyond its shape and its paths. */
export function checkChanges(file: ActionFile, places: Places): readonly Finding[] {
  return file.steps.flatMap(({id, change}) => {
    if (change === undefined) return []
    const write = reviewedWrites.find(({patch}) => patch === change.patch)
    return [
      ...checkUndo(id, change, places),
      ...checkConfirmation(change, places),
      ...checkKey(change, places),
      ...checkCollisions(change.properties, places),
      ...change.properties.flatMap(property => checkWords(property, places)),
      ...checkProof(change, write, places),
      ...checkWait(change, places),
      ...checkWritingScope(change, places),
      ...(write === undefined ? refuseUnreviewed(change, places) : checkReviewed(change, write, places)),
    ]
  })
}

function checkUndo(step: string, change: ChangeEntry, places: Places): readonly Finding[] {
  const {says, irreversible} = change
  const keys = ['undo', 'undone'] as const
  if (irreversible !== undefined)
    return keys
      .filter(key => says[key] !== undefined)
      .map(key => ({
        ruleId: 'undo-unexpected',
        args: {actual: `says.${key}`, step},
        range: places.key(says, key),
      }))
  const missing = keys.filter(key => says[key] === undefined).map(key => `says.${key}`)
  if (missing.length === 0) return []
  // With neither, there is a choice.
  const choice = missing.length === keys.length ? 'irreversible' : ''
  const args = {expected: missing, choice, step}
  return [{ruleId: 'undo-missing', args, range: places.key(change, 'says')}]
}

function checkConfirmation(change: ChangeEntry, places: Places): readonly Finding[] {
  const {confirm, irreversible} = change
  if (irreversible === undefined || !['inline', 'dialog'].includes(confirm)) return []
  return [{ruleId: 'confirmation-weak', args: {actual: confirm}, range: places.value(change, 'confirm')}]
}

function checkKey(change: ChangeEntry, places: Places): readonly Finding[] {
  const {patch} = change
  const whole = patch.split('/').filter(segment => segment === '{key}')
  const all = placeholdersOf(patch).filter(each => each === '{key}')
  if (patch === '' || (whole.length === 1 && all.length === 1)) return []
  return [{ruleId: 'placeholder-missing', args: {actual: patch}, range: places.value(change, 'patch')}]
}

function checkCollisions(properties: readonly ChangePropertyEntry[], places: Places): readonly Finding[] {
  return properties.flatMap((property, index): Finding[] => {
    const other = properties
      .slice(0, index)
      .find(each => each.at !== '' && isWithin(each.at, property.at, property.at !== ''))
    if (other === undefined) return []
    const args = {actual: property.at, other: other.at}
    return [{ruleId: 'property-collides', args, range: places.value(property, 'at')}]
  })
}

function isWithin(one: string, other: string, isGiven: boolean): boolean {
  return isGiven && (`${one}.`.startsWith(`${other}.`) || `${other}.`.startsWith(`${one}.`))
}

function checkWords(property: ChangePropertyEntry, places: Places): readonly Finding[] {
  const {id, wanted, words = {}} = property
  const values = typeof wanted === 'boolean' ? ['true', 'false'] : []
  const needed = values.length === 0 && Object.keys(words).length > 0 ? [String(wanted)] : values
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
  const {key, properties} = change
  const findings: Finding[] = []
  const expectedKey = write === undefined ? key : `${write.read.root}.id`
  if (key !== '' && key !== expectedKey && faultOf(key) === null)
    findings.push({
      ruleId: 'expression-differs',
      args: {actual: key, expected: expectedKey, what: 'the id of what is changed'},
      range: places.value(change, 'key'),
    })
  const root = /^(?:(.*)\.)?[A-Za-z]+$/.exec(expectedKey)?.[1] ?? ''
  for (const property of properties) {
    const {value, at} = property
    // A place that is none has a finding of its own.
    if (value === '' || at === '' || (write && !write.properties.includes(at))) continue
    if (faultOf(value) !== null) continue
    const expected = root === '' ? at : `${root}.${at}`
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
function refuseUnreviewed(change: ChangeEntry, places: Places): readonly Finding[] {
  const {patch} = change
  if (patch === '' || checkKey(change, places).length > 0) return []
  if (checkPath(writePath(change), places).length > 0) return []
  const expected = reviewedWrites.map(each => each.patch)
  const args = {actual: patch, expected, meant: meantBy(patch, expected)}
  return [{ruleId: 'write-unreviewed', args, range: places.value(change, 'patch')}]
}

function checkReviewed(change: ChangeEntry, write: ReviewedWrite, places: Places): readonly Finding[] {
  const {read} = change
  const isElsewhere = read.get !== write.read.get && checkPath(readPath(read), places).length === 0
  return [
    ...(isElsewhere
      ? [
          {
            ruleId: 'path-differs',
            args: {actual: read.get, expected: write.read.get},
            range: places.value(read, 'get'),
          },
        ]
      : []),
    // With no writing scope at all there is a finding of its own.
    ...(change.scopes.every(isReading) ? [] : outside(change.scopes, write.scopes, places)),
    ...change.properties.flatMap(property => checkProperty(property, write, places)),
  ]
}

function checkProperty(
  property: ChangePropertyEntry,
  {properties, read}: ReviewedWrite,
  places: Places,
): readonly Finding[] {
  const {at, wanted} = property
  // An empty or a dead one has a finding of its own.
  if (at === '' || at.includes(deadProperty)) return []
  if (!properties.includes(at)) {
    const args = {actual: at, expected: properties, meant: meantBy(at, properties)}
    return [{ruleId: 'property-unreviewed', args, range: places.value(property, 'at')}]
  }
  if (wanted === '') return []
  return checkType(wanted, {at, read}, places.value(property, 'wanted'))
}
