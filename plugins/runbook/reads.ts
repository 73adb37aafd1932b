// Reads of paths that were reviewed: their scopes, what they select, and what they take out of the answer.
import type {Finding} from '../bilingual/finding.ts'
import type {Range} from '../bilingual/segment.ts'
import type {ChangeEntry, ChangeReadEntry, ReadEntry} from './action-file.ts'
import type {Call} from './calls.ts'
import {faultOf} from './expressions.ts'
import {nameOf, placeholdersOf} from './placeholders.ts'
import type {InputKinds} from './placeholders.ts'
import {nearest} from './likeness.ts'
import {meantPathOf, placeIn, reviewedReadOf, selectable} from './reviewed-reads.ts'
import type {PropertyType, ReviewedRead} from './reviewed-reads.ts'
import {isReading} from './scopes.ts'
import {shapeOf} from './shape.ts'
import {typeOf} from './typing.ts'
import type {Places} from './yaml-places.ts'

/** Names and scopes of the reads of an action file that Graph does not have, or would leave unanswered. */
export function checkReads(calls: readonly Call[], inputs: InputKinds, places: Places): readonly Finding[] {
  return calls.flatMap(call => {
    if (call.kind !== 'read' && call.kind !== 'look') return []
    const {entry} = call
    const read = reviewedReadOf(entry.get, inputs)
    const uses = call.kind === 'read' ? usesOf(call.entry) : usesOfChange(call.step.change)
    return [
      ...checkSelection(entry, uses, read, places),
      ...(read === null ? checkPath(entry, inputs, places) : checkReviewed(entry, uses, read, places)),
      ...(read === null || call.kind === 'look' ? [] : checkExpectation(call.entry, read, places)),
      ...(read === null || call.kind === 'look' ? [] : checkQuery(call.entry, read, places)),
    ]
  })
}

/** Scopes that Graph does not name for a call. */
export function outside(
  scopes: readonly string[],
  expected: readonly string[],
  places: Places,
): readonly Finding[] {
  return scopes.flatMap((actual, index) =>
    expected.includes(actual)
      ? []
      : [{ruleId: 'scope-outside', args: {actual, expected}, range: places.value(scopes, index)}],
  )
}

/** The name that a misspelt one is most like; empty where it is like none. */
export function meantBy(actual: string, expected: readonly string[]): string {
  const near = nearest(actual, expected, each => each)
  return near !== null && near.likeness >= 0.5 ? near.candidate : ''
}

/** A value that is judged by, or set, with another type than the property at `at` has. */
export function checkType(
  value: string | number | boolean,
  {at, read: {properties}}: {readonly at: string; readonly read: ReviewedRead},
  range: Range,
): readonly Finding[] {
  const known = Object.hasOwn(properties, at) ? properties[at] : undefined
  const type = known === undefined ? undefined : jsonTypeOf(known)
  if (type === undefined || typeof value === type) return []
  return [
    {ruleId: 'wanted-mistyped', args: {actual: String(value), at, type: typeof value, expected: type}, range},
  ]
}

function jsonTypeOf(type: PropertyType): string {
  return typeof type !== 'string' || type === 'guid' ? 'string' : type
}

/** An expression of a file over the answer of a read. */
interface Use {
  readonly branch: object
  readonly key: string
  readonly path: string
  /** A finding of its own says what is wrong with the property. */
  readonly isJudged?: true
}

/** How many match, beside the objects themselves. */
const countPath = '"@odata.count"'

// What it reads is known without an answer.
const namesOnly = /^[A-Za-z]+(\[\d+\])?(\.[A-Za-z][A-Za-z0-9]*)+$/

function usesOf(read: ReadEntry): readonly Use[] {
  const all: Use[] = [{branch: read, key: 'value', path: read.value}]
  if (read.found !== undefined) all.push({branch: read.found, key: 'value', path: read.found.value})
  return all.filter(({path}) => path !== '' && faultOf(path) === null)
}

function usesOfChange(change: ChangeEntry | undefined): readonly Use[] {
  if (change === undefined) return []
  const {requires = [], properties, carries = [], name = ''} = change
  const all: readonly Use[] = [
    {branch: change, key: 'key', path: change.key, isJudged: true},
    {branch: change, key: 'name', path: name, isJudged: true},
    ...requires.map(each => ({branch: each, key: 'when', path: each.when})),
    ...properties.map(each => ({branch: each, key: 'value', path: each.value, isJudged: true as const})),
    ...carries.map(each => ({branch: each, key: 'value', path: each.value, isJudged: true as const})),
  ]
  return all.filter(({path}) => path !== '' && faultOf(path) === null)
}

function checkSelection(
  {select}: ReadEntry | ChangeReadEntry,
  uses: readonly Use[],
  read: ReviewedRead | null,
  places: Places,
): readonly Finding[] {
  if (select === undefined || read === null) return []
  const shape = shapeOf(read)
  const names = uses.flatMap(({path}) => typeOf(path, shape).names)
  return [...new Set(names)]
    .filter(name => selectable(read).includes(name) && !select.includes(name))
    .map(expected => ({ruleId: 'select-missing', args: {expected}, range: places.of(select)}))
}

/** A path that is nearly one that was reviewed is a slip, not another path. */
function checkPath(
  entry: ReadEntry | ChangeReadEntry,
  inputs: InputKinds,
  places: Places,
): readonly Finding[] {
  // A placeholder that nothing fills has a finding of its own.
  if (placeholdersOf(entry.get).some(each => !inputs.has(nameOf(each)))) return []
  const expected = meantPathOf(entry.get, inputs)
  if (expected === null) return []
  return [{ruleId: 'path-unknown', args: {actual: entry.get, expected}, range: places.value(entry, 'get')}]
}

function checkExpectation(entry: ReadEntry, read: ReviewedRead, places: Places): readonly Finding[] {
  const {value, expect} = entry
  const before = placeIn(read, '')
  if (expect === undefined || !value.startsWith(before)) return []
  const at = value.slice(before.length)
  const {equals, oneOf = []} = expect
  return [
    ...(equals === undefined ? [] : checkType(equals, {at, read}, places.value(expect, 'equals'))),
    ...oneOf.flatMap((each, index) => checkType(each, {at, read}, places.value(oneOf, index))),
  ]
}

/** Names by which Graph is to choose and to order. */
function checkQuery(entry: ReadEntry, read: ReviewedRead, places: Places): readonly Finding[] {
  const expected = selectable(read)
  const filter = (entry.filter ?? '').replace(/'[^']*'/g, "''")
  const names = [
    ...[...filter.matchAll(/(?<!\/)\b(\w+)(?:\/\w+)* (?:eq|ne|gt|ge|lt|le) /g)].map(
      match => ['filter', match[1] ?? ''] as const,
    ),
    ...(entry.orderby?.split(',') ?? []).map(
      each => ['orderby', each.replace(/ (asc|desc)$/, '').trim()] as const,
    ),
  ]
  return names
    .filter(([, actual]) => !expected.includes(actual))
    .map(([key, actual]) => ({
      ruleId: 'property-unknown',
      args: {actual, expected, meant: meantBy(actual, expected)},
      range: places.value(entry, key),
    }))
}

function checkReviewed(
  entry: ReadEntry | ChangeReadEntry,
  uses: readonly Use[],
  read: ReviewedRead,
  places: Places,
): readonly Finding[] {
  const {scopes, select = []} = entry
  const expected = selectable(read)
  const counted = 'count' in entry ? [countPath] : []
  const known = [...Object.keys(read.properties).map(each => placeIn(read, each)), ...counted]
  return [
    // A writing scope has a finding of its own.
    ...outside(scopes, [...read.scopes, ...scopes.filter(each => !isReading(each))], places),
    ...select.flatMap((actual, index): Finding[] => {
      if (actual === '' || expected.includes(actual)) return []
      const args = {actual, expected, meant: meantBy(actual, expected)}
      return [{ruleId: 'select-unknown', args, range: places.value(select, index)}]
    }),
    ...uses.flatMap(({branch, key, path, isJudged}): readonly Finding[] => {
      if (isJudged || known.includes(path)) return []
      if (!namesOnly.test(path)) return checkUse({branch, key, path}, read, places)
      const args = {actual: path, expected: known, meant: meantBy(path, known)}
      return [{ruleId: 'property-unknown', args, range: places.value(branch, key)}]
    }),
  ]
}

/** An expression that chooses, counts or compares: each name and text of it has to be one that the read can give. */
function checkUse({branch, key, path}: Use, read: ReviewedRead, places: Places): readonly Finding[] {
  const range = places.value(branch, key)
  return typeOf(path, shapeOf(read)).faults.map((fault): Finding => {
    if (fault.kind === 'use')
      return {
        ruleId: 'expression-mistyped',
        args: {actual: fault.actual, reason: fault.reason, expression: path},
        range,
      }
    const {actual, expected} = fault
    return {ruleId: 'property-unknown', args: {actual, expected, meant: meantBy(actual, expected)}, range}
  })
}
