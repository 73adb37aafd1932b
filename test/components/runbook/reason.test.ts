import {describe, expect, test} from 'vitest'
import {reasonOf, untold, withReason} from '../../../src/components/runbook/runtime/reason.ts'
import enUS from '../../../src/components/runbook/words/en-US.ts'
import frFR from '../../../src/components/runbook/words/fr-FR.ts'
import laterEnUS from '../../../src/components/runbook/words/later.en-US.ts'
import laterFrFR from '../../../src/components/runbook/words/later.fr-FR.ts'
import type {CardChip} from '../../../src/engine/index.ts'
import {cardOf, stepNumbered} from './cards.ts'

const cause = {code: 'licence-missing', status: 400, errorCode: null, requestId: 'r1', scopes: []} as const
const unchecked: CardChip = {id: 'could-not-check', because: 'licence', cause}
const step = stepNumbered('2.1')
const refused = {outcome: 'unknown', requestId: 'r1'} as const

describe('the reason of a read that told nothing', () => {
  test.each([
    ['the card says so', refused, cardOf(step, unchecked), 'licence'],
    ['the card says so beside something else', refused, cardOf(step, {also: [unchecked]}), 'licence'],
    ['another request was refused', {...refused, requestId: 'r2'}, cardOf(step, unchecked), null],
    ['the request has no id', {...refused, requestId: null}, cardOf(step, unchecked), null],
    ['the read told something', {...refused, outcome: 'read'}, cardOf(step, unchecked), null],
    ['nothing is known of the card', refused, undefined, null],
  ] as const)('%s', (_, result, card, reason) => {
    expect(reasonOf(result, card)).toBe(reason)
  })
})

test.each([
  ['Eligible roles: could not check.', 'licence', enUS, 'Eligible roles: could not check (licence).'],
  [
    'Rôles éligibles\u00A0: impossible à vérifier.',
    'role',
    frFR,
    'Rôles éligibles\u00A0: impossible à vérifier (rôle).',
  ],
  ['Nothing came.', 'other', enUS, 'Nothing came.'],
  ['Nothing came.', null, enUS, 'Nothing came.'],
] as const)('%s with %s', (sentence, reason, words, said) => {
  expect(withReason(sentence, reason, words)).toBe(said)
})

test('a result without a text of its own says that it told nothing', () => {
  expect(untold({outcome: 'unknown', read: 'eligible'}, laterEnUS)).toBe('eligible: could not check.')
  expect(untold({outcome: 'read', read: 'eligible'}, laterFrFR)).toBe('eligible')
})
