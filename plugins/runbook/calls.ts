// Every call of an action file, and what Graph or this project forbids of it.
import type {Finding} from '../bilingual/finding.ts'
import type {ActionFile, ChangeEntry, ChangeReadEntry, ReadEntry, StepEntry} from './action-file.ts'
import type {Places} from './yaml-places.ts'

/** Presses that the page has of its own: the search for evidence, the look and the question of a change, its request. */
export const reservedPresses: readonly string[] = ['evidence', 'change', 'send']

/** One call with the step and the press it belongs to. */
export interface Call {
  readonly step: StepEntry
  readonly press: string
  readonly phase: 'look' | 'change'
  /** `GET /v1.0/organization`. */
  readonly call: string
  readonly scopes: readonly string[]
  readonly entry: ReadEntry | ChangeReadEntry | ChangeEntry
}

/** All calls of an action file in the order of the file, reads before the request of their step. */
export function callsOf(file: ActionFile): readonly Call[] {
  return file.steps.flatMap(step => [
    ...(step.presses ?? []).flatMap(press => press.reads.map(read => readCall(step, press.id, read))),
    ...(step.evidence === undefined ? [] : [readCall(step, 'evidence', step.evidence.read)]),
    ...(step.change === undefined ? [] : changeCalls(step, step.change)),
  ])
}

/** Faults of paths, placeholders, dead properties and of conclusions that a property does not allow. */
export function checkCalls(calls: readonly Call[], places: Places): readonly Finding[] {
  return calls.flatMap(({entry, press, step}) => {
    if ('patch' in entry)
      return [
        ...checkPath(writePath(entry), places),
        ...entry.properties.flatMap(property => findDead(property, ['value', 'at'], places)),
      ]
    if (!('value' in entry))
      return [...checkPath(readPath(entry), places), ...findDead(entry, ['select'], places)]
    return [
      ...checkPath({entry, key: 'get', path: entry.get, beta: entry.beta === true, placeholders: []}, places),
      ...checkRead(entry, press, places),
      ...checkJudgement(entry, {step, press}, places),
    ]
  })
}

function readCall(step: StepEntry, press: string, read: ReadEntry): Call {
  return {step, press, phase: 'look', call: `GET ${read.get}`, scopes: read.scopes, entry: read}
}

function changeCalls(step: StepEntry, change: ChangeEntry): readonly Call[] {
  const {read, patch, scopes} = change
  const of = {step, press: 'change'}
  return [
    {...of, phase: 'look', call: `GET ${read.get}`, scopes: read.scopes, entry: read},
    {...of, phase: 'change', call: `PATCH ${patch}`, scopes, entry: change},
  ]
}

// Calls that public code makes and Graph does not have, or that this project never makes.
const refused: readonly {readonly path: RegExp; readonly reason: string}[] = [
  {
    path: /\/selfServicePasswordReset(Policy)?\b/i,
    reason:
      'Graph has no such segment, in v1.0 or beta; no API reads or sets the self-service reset of users',
  },
  {
    path: /^\/(v1\.0|beta)\/users\/.*\/messageRules\b/i,
    reason: "delegated Graph does not reach another user's inbox rules",
  },
]

/** Documented as "not in use" in v1.0 and beta: neither its value nor an answer to its change says anything. */
export const deadProperty = 'passwordWritebackEnabled'

/** A path, the entry it stands in under `key`, and what it may be; `beta` null: never beta. */
interface PathUse {
  readonly entry: object
  readonly key: 'get' | 'patch'
  readonly path: string
  readonly beta: boolean | null
  readonly placeholders: readonly string[]
}

/** The path of the read of a change. */
export function readPath(read: ChangeReadEntry): PathUse {
  return {entry: read, key: 'get', path: read.get, beta: null, placeholders: []}
}

/** The path of the request of a change. */
export function writePath(change: ChangeEntry): PathUse {
  return {entry: change, key: 'patch', path: change.patch, beta: null, placeholders: ['{key}']}
}

/** Faults of a path; none where there is no path. */
export function checkPath(
  {entry, key, path, beta, placeholders}: PathUse,
  places: Places,
): readonly Finding[] {
  if (path === '') return []
  const range = places.value(entry, key)
  const refusal = refused.find(each => each.path.test(path))
  if (refusal !== undefined)
    return [{ruleId: 'path-refused', args: {actual: path, reason: refusal.reason}, range}]
  const expected = expectedPath(path, beta)
  if (expected !== null) return [{ruleId: 'path-invalid', args: {actual: path, expected}, range}]
  return placeholdersOf(path)
    .filter(actual => !placeholders.includes(actual))
    .map(actual => ({ruleId: 'placeholder-unknown', args: {actual, expected: placeholders}, range}))
}

function expectedPath(path: string, beta: boolean | null): string | null {
  if (!/^\/(v1\.0|beta)\/[^\s?#]+$/.test(path))
    return 'version and path, such as /v1.0/organization, without a query'
  if (path.startsWith('/beta/') === (beta ?? false)) return null
  if (beta === null) return 'a path below /v1.0/: nothing is changed by way of beta'
  return beta ? 'a path below /beta/, as `beta: true` says' : '`beta: true` beside a path below /beta/'
}

function checkRead(read: ReadEntry, press: string, places: Places): readonly Finding[] {
  const known = press === 'evidence' ? ['{account}', '{since}'] : ['{account}']
  const strange = placeholdersOf(read.filter ?? '').filter(each => !known.includes(each))
  const findings: Finding[] = strange.map(actual => ({
    ruleId: 'placeholder-unknown',
    args: {actual, expected: known},
    range: places.value(read, 'filter'),
  }))
  const used = [read.value, read.found?.value ?? ''].some(each => each.includes(deadProperty))
  const selected = (read.select ?? []).some(each => each.includes(deadProperty))
  if (used || selected) {
    const range = places.value(
      read,
      used && read.value.includes(deadProperty) ? 'value' : selected ? 'select' : 'found',
    )
    findings.push({ruleId: 'property-dead', args: {actual: deadProperty}, range})
  }
  return findings
}

// Properties that are read in earnest elsewhere, and what they do not tell.
const misread: readonly {
  readonly property: RegExp
  readonly wrong: (result: string, step: string) => boolean
  readonly reason: string
  readonly fix: string
}[] = [
  {
    property: /\ballowedToUseSSPR\b/,
    wrong: result => !/\badministrator/i.test(result),
    reason: 'it is the switch of administrators; no API reads the one of users',
    fix: 'name administrators in the texts of the read, or take the judgement out',
  },
  {
    property: /\b(onPremisesLastPasswordSyncDateTime|passwordSyncEnabled)\b/,
    wrong: (result, step) => /\bwrite[- ]?back\b/i.test(result + step),
    reason: 'password hash synchronisation says nothing about writeback',
    fix: 'take `expect` out and say that it tells nothing about writeback',
  },
]

function checkJudgement(
  read: ReadEntry,
  {step, press}: Pick<Call, 'step' | 'press'>,
  places: Places,
): readonly Finding[] {
  if (read.expect === undefined) return []
  const {label, verified} = step.presses?.find(({id}) => id === press) ?? {}
  const result = [verified, ...Object.values(read.says)].join('\n')
  const about = [step.on, step.label, step.why, label].join('\n')
  return misread
    .filter(({property, wrong}) => property.test(read.value) && wrong(result, about))
    .map(({property, reason, fix}) => ({
      ruleId: 'property-misread',
      args: {actual: property.exec(read.value)?.[0] ?? '', reason, fix},
      range: places.value(read, 'value'),
    }))
}

function findDead<Key extends string>(
  entry: Readonly<Partial<Record<Key, unknown>>>,
  keys: readonly Key[],
  places: Places,
): readonly Finding[] {
  const key = keys.find(each => JSON.stringify(entry[each] ?? '').includes(deadProperty))
  if (key === undefined) return []
  return [{ruleId: 'property-dead', args: {actual: deadProperty}, range: places.value(entry, key)}]
}

/** The placeholders of a text, `{found}`, each as often as it stands there. */
export function placeholdersOf(text: string): readonly string[] {
  return text.match(/\{[A-Za-z][A-Za-z0-9.]*\}/g) ?? []
}
