// Reads of paths that were reviewed: their scopes, what they select, and what they take out of the answer.
import type {Finding} from '../bilingual/finding.ts'
import type {Range} from '../bilingual/segment.ts'
import type {ChangeEntry, ChangeReadEntry, ReadEntry} from './action-file.ts'
import type {Call} from './calls.ts'
import {faultOf} from './expressions.ts'
import {nearest} from './likeness.ts'
import {meantPathOf, reviewedReadOf, selectable} from './reviewed-reads.ts'
import type {ReviewedRead} from './reviewed-reads.ts'
import {isReading} from './scopes.ts'
import type {Places} from './yaml-places.ts'

/** Names and scopes of the reads of an action file that Graph does not have, or would leave unanswered. */
export function checkReads(calls: readonly Call[], places: Places): readonly Finding[] {
  return calls.flatMap(({step, entry}) => {
    if ('patch' in entry) return []
    const read = reviewedReadOf(entry.get)
    const uses = 'value' in entry ? usesOf(entry) : usesOfChange(step.change)
    return [
      ...checkSelection(entry, uses, read, places),
      ...(read === null ? checkPath(entry, places) : checkReviewed(entry, uses, read, places)),
      ...(read === null || !('value' in entry) ? [] : checkExpectation(entry, read, places)),
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
  const type = Object.hasOwn(properties, at) ? properties[at] : undefined
  if (type === undefined || typeof value === type) return []
  return [
    {ruleId: 'wanted-mistyped', args: {actual: String(value), at, type: typeof value, expected: type}, range},
  ]
}

/** An expression that only follows names: what it reads is known without an answer. */
interface Use {
  readonly branch: object
  readonly key: string
  readonly path: string
  /** A finding of its own says what is wrong with the property. */
  readonly isJudged?: true
}

const namesOnly = /^[A-Za-z]+(\[\d+\])?(\.[A-Za-z][A-Za-z0-9]*)+$/

function usesOf(read: ReadEntry): readonly Use[] {
  const all = [{branch: read as object, key: 'value', path: read.value}]
  if (read.found !== undefined) all.push({branch: read.found, key: 'value', path: read.found.value})
  return all.filter(({path}) => namesOnly.test(path))
}

function usesOfChange(change: ChangeEntry | undefined): readonly Use[] {
  if (change === undefined) return []
  const all = [
    {branch: change as object, key: 'key', path: change.key, isJudged: true as const},
    ...change.properties.map(each => ({
      branch: each,
      key: 'value',
      path: each.value,
      isJudged: true as const,
    })),
  ]
  return all.filter(({path}) => namesOnly.test(path) && faultOf(path) === null)
}

function checkSelection(
  {select}: ReadEntry | ChangeReadEntry,
  uses: readonly Use[],
  read: ReviewedRead | null,
  places: Places,
): readonly Finding[] {
  if (select === undefined || read === null) return []
  const names = uses.flatMap(({path}) => {
    const name = path.startsWith(`${read.root}.`) ? path.slice(read.root.length + 1).split('.')[0] : undefined
    return name !== undefined && selectable(read).includes(name) ? [name] : []
  })
  return [...new Set(names)]
    .filter(name => !select.includes(name))
    .map(expected => ({ruleId: 'select-missing', args: {expected}, range: places.of(select)}))
}

/** A path that is nearly one that was reviewed is a slip, not another path. */
function checkPath(entry: ReadEntry | ChangeReadEntry, places: Places): readonly Finding[] {
  const expected = meantPathOf(entry.get)
  if (expected === null) return []
  return [{ruleId: 'path-unknown', args: {actual: entry.get, expected}, range: places.value(entry, 'get')}]
}

function checkExpectation(entry: ReadEntry, read: ReviewedRead, places: Places): readonly Finding[] {
  const {value, expect} = entry
  if (expect === undefined || !value.startsWith(`${read.root}.`)) return []
  const at = value.slice(read.root.length + 1)
  const {equals, oneOf = []} = expect
  return [
    ...(equals === undefined ? [] : checkType(equals, {at, read}, places.value(expect, 'equals'))),
    ...oneOf.flatMap((each, index) => checkType(each, {at, read}, places.value(oneOf, index))),
  ]
}

function checkReviewed(
  {scopes, select = []}: ReadEntry | ChangeReadEntry,
  uses: readonly Use[],
  read: ReviewedRead,
  places: Places,
): readonly Finding[] {
  const expected = selectable(read)
  const known = Object.keys(read.properties).map(each => `${read.root}.${each}`)
  return [
    // A writing scope has a finding of its own.
    ...outside(scopes, [...read.scopes, ...scopes.filter(each => !isReading(each))], places),
    ...select.flatMap((actual, index): Finding[] => {
      if (actual === '' || expected.includes(actual)) return []
      const args = {actual, expected, meant: meantBy(actual, expected)}
      return [{ruleId: 'select-unknown', args, range: places.value(select, index)}]
    }),
    ...uses.flatMap(({branch, key, path, isJudged}): Finding[] => {
      if (isJudged || known.includes(path)) return []
      const args = {actual: path, expected: known, meant: meantBy(path, known)}
      return [{ruleId: 'property-unknown', args, range: places.value(branch, key)}]
    }),
  ]
}
