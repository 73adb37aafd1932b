import {describe, expect, test} from 'vitest'
import enUS from '../../../src/components/runbook/words/en-US.ts'
import frFR from '../../../src/components/runbook/words/fr-FR.ts'
import laterEnUS from '../../../src/components/runbook/words/later.en-US.ts'
import laterFrFR from '../../../src/components/runbook/words/later.fr-FR.ts'
import shellEnUS from '../../../src/components/runbook/words/shell.en-US.ts'
import shellFrFR from '../../../src/components/runbook/words/shell.fr-FR.ts'
import type {CardId} from '../../../src/engine/index.ts'
import {problemCodes} from '../../../src/model/run.ts'
import {situations} from '../../../src/practice/index.ts'
import {differing, englishFaults, flat, keysWhere} from '../words.ts'

const english = flat({...enUS, ...laterEnUS, shell: shellEnUS})
const french = flat({...frFR, ...laterFrFR, shell: shellFrFR})

// Exhaustive by type: a code without a line here does not compile.
const states: Readonly<Record<CardId, true>> = {
  throttled: true,
  running: true,
  consent: true,
  failed: true,
  'could-not-check': true,
  'output-disagrees': true,
  'not-as-required': true,
  'role-eligible': true,
  'opposite-event': true,
  'evidence-found': true,
  'confirmed-by-output': true,
  'read-verified': true,
  'not-read-since': true,
  reported: true,
  'marked-done': true,
  'earlier-event': true,
  'nothing-found': true,
  'ticked-not-saved': true,
  'output-inconclusive': true,
  'output-too-old': true,
  'output-not-understood': true,
  'to-tick': true,
  unsigned: true,
  'not-started': true,
  'sign-in': true,
  'ready-portal': true,
  'ready-read': true,
  'sent-unknown': true,
  stale: true,
  'change-done': true,
  undone: true,
  accepted: true,
  'already-so': true,
  'ready-change': true,
  blocked: true,
  skipped: true,
  'out-of-date': true,
  'done-by-other': true,
  'operation-failed': true,
}

describe('both languages', () => {
  test('have the same keys', () => {
    expect([...french.keys()].sort()).toEqual([...english.keys()].sort())
  })

  test('leave no text empty but the reason that has no word', () => {
    for (const words of [english, french]) {
      expect(keysWhere(words, text => text.trim() === '')).toEqual(['why.other'])
    }
  })

  test('name the same values and the same plural forms', () => {
    expect(differing(english, french)).toEqual([])
  })

  test.each([
    ['en-US', english],
    ['fr-FR', french],
  ])('%s: every problem says first what happened to the tenant, and what to do', (_, words) => {
    for (const code of problemCodes) {
      expect(words.get(`problem.${code}`)).toMatch(/Nothing|nothing|Rien|rien|stopped|arrêtée/)
      expect(words.get(`remedy.${code}`)).toBeTruthy()
    }
  })

  test.each([
    ['en-US', english],
    ['fr-FR', french],
  ])('%s: every state of a card and every situation of the practice tenant has words', (_, words) => {
    for (const state of Object.keys(states)) expect(words.get(`state.${state}`), state).toBeTruthy()
    for (const {id} of situations) expect(words.get(`situation.${id}`), id).toBeTruthy()
  })

  test.each([
    ['en-US', english, /permission/i, /\brole\b/i],
    ['fr-FR', french, /autorisation/i, /rôle/i],
  ] as const)('%s: a refusal names the permission or the role, never both', (_, words, permission, role) => {
    const named = problemCodes.map(code => {
      const text = `${words.get(`problem.${code}`) ?? ''} ${words.get(`remedy.${code}`) ?? ''}`
      return {code, permission: permission.test(text), role: role.test(text)}
    })
    expect(named.filter(each => each.permission && each.role).map(({code}) => code)).toEqual([])
    expect(named.find(({code}) => code === 'consent-required')).toMatchObject({permission: true})
    expect(named.find(({code}) => code === 'role-missing')).toMatchObject({role: true})
  })

  test.each([
    ['a state', 'state.nothing-found'],
    ['an announcement', 'announce.nothing-found'],
    ['a line of the record', 'event.evidence-nothing'],
    ['a result', 'log.nothing'],
  ])('nothing found never reads as off: %s', (_, key) => {
    expect(english.get(key)).toMatch(/in the log/)
    expect(french.get(key)).toMatch(/dans le journal/)
    if (key !== 'state.nothing-found') {
      expect(english.get(key)).toMatch(/does not mean/)
      expect(french.get(key)).toMatch(/ne veut pas dire/)
    }
  })
})

test.each(englishFaults)('no English text has %s', (_, fault) => {
  expect(keysWhere(english, text => fault.test(text))).toEqual([])
})
