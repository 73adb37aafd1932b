// Every call of an action file, and what Graph or this project forbids of it.
import type {Finding} from '../bilingual/finding.ts'
import type {
  ActionFile,
  ChangeEntry,
  ChangeReadEntry,
  FollowEntry,
  ReadEntry,
  StepEntry,
} from './action-file.ts'
import {nameOf, placeholdersFor, placeholdersOf} from './placeholders.ts'
import type {InputKinds} from './placeholders.ts'
import type {Places} from './yaml-places.ts'

/** Presses that the page has of its own: the search for evidence, the look and the question of a change, its request. */
export const reservedPresses: readonly string[] = ['evidence', 'change', 'send']

/** One call with the step and the press it belongs to: a read, and of a change its look, its request and what follows. */
export type Call = {
  readonly step: StepEntry
  readonly press: string
  readonly phase: 'look' | 'change'
  /** `GET /v1.0/organization`. */
  readonly call: string
  readonly scopes: readonly string[]
} & (
  | {readonly kind: 'read'; readonly entry: ReadEntry}
  | {readonly kind: 'look'; readonly entry: ChangeReadEntry}
  | {readonly kind: 'request'; readonly entry: ChangeEntry}
  | {readonly kind: 'follow'; readonly entry: FollowEntry}
)

/** All calls of an action file in the order of the file, reads before the request of their step. */
export function callsOf(file: ActionFile): readonly Call[] {
  return file.steps.flatMap(step => [
    ...(step.presses ?? []).flatMap(press => press.reads.map(read => readCall(step, press.id, read))),
    ...(step.evidence === undefined ? [] : [readCall(step, 'evidence', step.evidence.read)]),
    ...(step.change === undefined ? [] : changeCalls(step, step.change)),
  ])
}

/** Faults of paths, placeholders, dead properties and of conclusions that a property does not allow. */
export function checkCalls(calls: readonly Call[], inputs: InputKinds, places: Places): readonly Finding[] {
  return calls.flatMap(({press, step, ...call}) => {
    switch (call.kind) {
      case 'request':
        return [
          ...checkPath(writePath(call.entry), inputs, places),
          ...call.entry.properties.flatMap(property => findDead(property, ['value', 'at'], places)),
        ]
      case 'look':
        return [
          ...checkPath(readPath(call.entry), inputs, places),
          ...findDead(call.entry, ['select'], places),
        ]
      case 'follow':
        return checkPath(followPath(call.entry), inputs, places)
      case 'read': {
        const {entry} = call
        const path = {
          entry,
          key: 'get',
          path: entry.get,
          beta: entry.beta === true,
          placeholders: [],
        } as const
        return [
          // The search for evidence is the page's own: nothing is put into its path.
          ...checkPath(path, press === 'evidence' ? new Map() : inputs, places),
          ...checkRead(entry, press, places),
          ...checkJudgement(entry, {step, press}, places),
        ]
      }
    }
  })
}

function readCall(step: StepEntry, press: string, read: ReadEntry): Call {
  return {step, press, phase: 'look', call: `GET ${read.get}`, scopes: read.scopes, kind: 'read', entry: read}
}

function changeCalls(step: StepEntry, change: ChangeEntry): readonly Call[] {
  const {read, scopes, follow} = change
  const of = {step, press: 'change'}
  const {method, path} = requestOf(change)
  const request = {
    ...of,
    phase: 'change',
    call: `${method} ${path}`,
    scopes,
    kind: 'request',
    entry: change,
  } as const
  const look = {
    ...of,
    phase: 'look',
    call: `GET ${read.get}`,
    scopes: read.scopes,
    kind: 'look',
    entry: read,
  } as const
  if (follow === undefined) return [look, request]
  const end = {...of, phase: 'change', call: `GET ${follow.get}`, scopes: follow.scopes} as const
  return [look, request, {...end, kind: 'follow', entry: follow}]
}

/** Verb and path of the request of a change; both keys, or none, have a finding of their own. */
export function requestOf({patch, post}: ChangeEntry): {
  readonly method: 'PATCH' | 'POST'
  readonly path: string
} {
  return post === undefined ? {method: 'PATCH', path: patch ?? ''} : {method: 'POST', path: post}
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
  readonly key: 'get' | 'patch' | 'post'
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
  const {method, path} = requestOf(change)
  const key = method === 'POST' ? 'post' : 'patch'
  return {entry: change, key, path, beta: null, placeholders: ['{key}']}
}

function followPath(follow: FollowEntry): PathUse {
  const placeholders = ['{key}', '{operation}']
  return {entry: follow, key: 'get', path: follow.get, beta: null, placeholders}
}

/** Faults of a path; none where there is no path. */
export function checkPath(
  {entry, key, path, beta, placeholders}: PathUse,
  inputs: InputKinds,
  places: Places,
): readonly Finding[] {
  if (path === '') return []
  const range = places.value(entry, key)
  const refusal = refused.find(each => each.path.test(path))
  if (refusal !== undefined)
    return [{ruleId: 'path-refused', args: {actual: path, reason: refusal.reason}, range}]
  const expected = expectedPath(path, beta)
  if (expected !== null) return [{ruleId: 'path-invalid', args: {actual: path, expected}, range}]
  const known = [...placeholders, ...placeholdersFor(inputs, ['upn', 'option'])]
  return placeholdersOf(path).flatMap((actual): Finding[] => {
    const kind = inputs.get(nameOf(actual))
    if (kind === undefined && !placeholders.includes(actual))
      return [{ruleId: 'placeholder-unknown', args: {actual, expected: known}, range}]
    const isWhole = path.split('/').includes(actual)
    // What is wrong with the key of a change has a finding of its own.
    if (actual === '{key}' || (isWhole && kind !== 'country')) return []
    const expected = isWhole ? 'an input of kind `upn` or `option`' : 'it as one whole segment'
    return [{ruleId: 'placeholder-misplaced', args: {actual, where: `the path \`${path}\``, expected}, range}]
  })
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
