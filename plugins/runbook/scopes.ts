import type {Finding} from '../bilingual/finding.ts'
import type {ScopeUse} from '../../src/model/page.ts'
import type {Call} from './calls.ts'
import {scopeWordsOf} from './scope-words.ts'
import type {Places} from './yaml-places.ts'

/** The scopes of a runbook: per step, press and phase each scope once, with the calls that need it. */
export function scopeUses(calls: readonly Call[]): readonly ScopeUse[] {
  const uses = new Map<string, ScopeUse>()
  for (const {step, press, phase, call, scopes} of calls) {
    for (const scope of scopes) {
      const key = `${step.id} ${press} ${phase} ${scope}`
      const known = uses.get(key)?.calls ?? []
      uses.set(key, {step: step.id, press, phase, scope, calls: [...new Set([...known, call])]})
    }
  }
  return [...uses.values()]
}

/** Scopes that write where only a read is made, that reach the whole directory, or that nobody put into plain words. */
export function checkScopes(calls: readonly Call[], places: Places): readonly Finding[] {
  return calls.flatMap(({entry, phase, scopes}) =>
    scopes.flatMap((actual, index): Finding[] => {
      const range = places.value(entry.scopes, index)
      if (phase === 'look' && !isReading(actual)) return [{ruleId: 'scope-writes', args: {actual}, range}]
      return [
        ...(actual.startsWith('Directory.') ? [{ruleId: 'scope-too-wide', args: {actual}, range}] : []),
        ...(scopeWordsOf(actual) === null ? [{ruleId: 'scope-unexplained', args: {actual}, range}] : []),
      ]
    }),
  )
}

/** True for `User.Read`, `User.ReadBasic.All`; false for `ReadWrite`, `AccessAsUser`, `Send` and all else. */
export function isReading(scope: string): boolean {
  return scope.split('.').some(part => /^Read(?!Write)/.test(part))
}
