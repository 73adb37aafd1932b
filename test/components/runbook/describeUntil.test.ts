import {expect, test} from 'vitest'
import {describeUntil} from '../../../src/components/runbook/runtime/describeUntil.ts'
import laterEnUS from '../../../src/components/runbook/words/later.en-US.ts'
import laterFrFR from '../../../src/components/runbook/words/later.fr-FR.ts'

const now = new Date(2026, 10, 22, 10, 43).getTime()

test.each([
  ['today', new Date(2026, 10, 22, 14, 30), 'Role active until 14:30', 'Rôle actif jusqu’à 14:30'],
  [
    'tomorrow',
    new Date(2026, 10, 23, 2, 30),
    'Role active until 23 Nov at 02:30',
    'Rôle actif jusqu’au 23 nov. à 02:30',
  ],
])('%s', (_, until, english, french) => {
  expect(describeUntil(until.toISOString(), {locale: 'en-US', later: laterEnUS}, now)).toBe(english)
  expect(describeUntil(until.toISOString(), {locale: 'fr-FR', later: laterFrFR}, now)).toBe(french)
})
