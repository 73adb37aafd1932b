// Whether our runbooks ask for no more than their calls need: by the table of this project, and by Graph's own where it is.
import {describe, expect, test} from 'vitest'
import {isReading} from '../../plugins/runbook/scopes.ts'
import type {PageModel} from '../../src/model/page.ts'
import {compileBlockMatching} from './block-matching.ts'
import {compileFlagship} from './flagship.ts'
import {readGraphMetadata, tabled} from './graph-metadata.ts'
import {compileRunbook, licence, writebackProof} from './runbooks.ts'
import {scopeSets} from './scope-sets.ts'

const metadata = readGraphMetadata('the scopes of our runbooks against the permission table of Graph')

/** What is asked for at one time, and the calls that it is asked for. */
interface Asked {
  readonly name: string
  readonly phase: 'look' | 'change'
  readonly scopes: readonly string[]
  readonly calls: readonly string[]
}

const models = [
  compileFlagship(),
  compileBlockMatching(),
  ...[licence, writebackProof].map(files => compileRunbook(files)),
].map(({model}) => model as PageModel)

const asked = models.flatMap(askedBy)
const enough = new Map(scopeSets.map(set => [tabledCall(set.call), set.enough]))

test('every call of every runbook stands in the table, and nothing else', () => {
  const calls = new Set(models.flatMap(model => model.calls.map(tabledCall)))
  expect([...calls].filter(call => !enough.has(call))).toEqual([])
  expect([...enough.keys()].filter(call => !calls.has(call))).toEqual([])
})

test('no look asks for a scope that writes, and no runbook for one that reaches the whole directory', () => {
  const looks = asked.filter(({phase}) => phase === 'look').flatMap(({scopes}) => scopes)
  expect(looks.filter(scope => !isReading(scope))).toEqual([])
  expect(asked.flatMap(({scopes}) => scopes).filter(scope => scope.startsWith('Directory.'))).toEqual([])
  expect(asked.some(({phase}) => phase === 'change')).toBe(true)
})

test('the flagship has no call that writes and asks for no scope that does', () => {
  const flagship = models[0]
  expect(flagship?.calls.filter(call => !call.startsWith('GET '))).toEqual([])
  expect(flagship?.scopes.filter(({phase, scope}) => phase === 'change' || !isReading(scope))).toEqual([])
})

describe.each(asked.map(each => [each.name, each] as const))('%s', (_, {scopes, calls}) => {
  test('can send each of its calls', () => {
    expect(calls.filter(call => !isEnough(scopes, call))).toEqual([])
  })

  test('needs each of its scopes', () => {
    const needless = scopes.filter(scope => calls.every(call => isEnough(without(scopes, scope), call)))
    expect(needless).toEqual([])
  })

  test('has no scope in whose place a narrower one would do', () => {
    const all = new Set(scopeSets.flatMap(set => set.enough))
    expect(narrower({scopes, calls}, all, callsInTable)).toEqual([])
  })

  test.skipIf(metadata === null)('has none in the table of Graph either', () => {
    if (metadata === null) return
    const candidates = new Set(calls.flatMap(call => [...allowedFor(call)]))
    expect(narrower({scopes, calls}, candidates, scope => metadata.callsOf(scope))).toEqual([])
  })
})

describe.skipIf(metadata === null)('the table, against that of Graph:', () => {
  test.each(scopeSets.map(set => [set.call, set] as const))('%s', (call, {enough: own, not = {}}) => {
    const allowed = allowedFor(call)
    expect(own.filter(scope => !allowed.has(scope))).toEqual([])
    expect(Object.keys(not).filter(scope => !allowed.has(scope) || own.includes(scope))).toEqual([])
  })
})

test('control: a scope too many and one that is too wide are seen', () => {
  const calls = ['GET /v1.0/subscribedSkus']
  const wide = {scopes: ['Organization.Read.All'], calls}
  const all = new Set(['LicenseAssignment.Read.All', 'Organization.Read.All'])
  expect(narrower(wide, all, scope => new Set(scope.startsWith('License') ? ['a'] : ['a', 'b']))).toEqual([
    'Organization.Read.All → LicenseAssignment.Read.All',
  ])
  expect(isEnough([], calls[0] ?? '')).toBe(false)
  expect(isEnough(without(['User.Read', 'LicenseAssignment.Read.All'], 'User.Read'), calls[0] ?? '')).toBe(
    true,
  )
})

/** Each press of a runbook, its look and its change apart: that is how scopes are asked for. */
function askedBy({runbook, scopes: uses}: PageModel): readonly Asked[] {
  const keys = [...new Set(uses.map(({step, press, phase}) => `${step} ${press} ${phase}`))]
  return keys.map(key => {
    const own = uses.filter(({step, press, phase}) => `${step} ${press} ${phase}` === key)
    return {
      name: `${runbook} ${key}`,
      phase: own[0]?.phase ?? 'look',
      scopes: [...new Set(own.map(({scope}) => scope))],
      calls: [...new Set(own.flatMap(each => each.calls))],
    }
  })
}

function tabledCall(call: string): string {
  const [method = '', path = ''] = call.split(' ')
  return `${method} ${tabled(path)}`
}

function isEnough(scopes: readonly string[], call: string): boolean {
  return (enough.get(tabledCall(call)) ?? []).some(scope => scopes.includes(scope))
}

function without(scopes: readonly string[], scope: string): readonly string[] {
  return scopes.filter(each => each !== scope)
}

/** Scopes that are enough for a call here, by the table of this project, of those that allow it. */
function allowedFor(call: string): ReadonlySet<string> {
  const [method = '', path = ''] = call.split(' ')
  return metadata?.allowed(method, path.replace(/\/microsoft\.graph\.\w+$/, '')) ?? new Set()
}

function callsInTable(scope: string): ReadonlySet<string> {
  return new Set(scopeSets.filter(set => set.enough.includes(scope)).map(({call}) => call))
}

/** Exchanges of one scope for one that allows a strict part of its calls, with which every call can still be sent. */
function narrower(
  {scopes, calls}: Pick<Asked, 'scopes' | 'calls'>,
  candidates: ReadonlySet<string>,
  allows: (scope: string) => ReadonlySet<string>,
): readonly string[] {
  return scopes.flatMap(scope => {
    const had = allows(scope)
    const rest = without(scopes, scope)
    return [...candidates]
      .filter(other => !other.startsWith('Directory.') && !scopes.includes(other))
      .filter(other => allows(other).size < had.size && [...allows(other)].every(call => had.has(call)))
      .filter(other => calls.every(call => suffices([...rest, other], call)))
      .map(other => `${scope} → ${other}`)
  })
}

/** With the table of Graph, a scope is enough that allows the call, unless the table of this project knows why not. */
function suffices(scopes: readonly string[], call: string): boolean {
  const set = scopeSets.find(each => tabledCall(each.call) === tabledCall(call))
  return scopes.some(
    scope =>
      set?.enough.includes(scope) || (allowedFor(call).has(scope) && !Object.hasOwn(set?.not ?? {}, scope)),
  )
}
