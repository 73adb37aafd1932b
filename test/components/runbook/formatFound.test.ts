import {expect, test} from 'vitest'
import enUS from '../../../src/components/runbook/words/en-US.ts'
import frFR from '../../../src/components/runbook/words/fr-FR.ts'
import {formatFound} from '../../../src/components/runbook/runtime/formatFound.ts'

const now = Date.parse('2026-11-22T10:43:00Z')
const english = {locale: 'en-US', words: enUS.found, now}
const french = {locale: 'fr-FR', words: frFR.found, now}

test.each([
  ['a boolean', true, 'text', 'yes', 'oui'],
  ['nothing', null, 'text', enUS.found.none, frFR.found.none],
  ['an empty list', [], 'list', enUS.found.none, frFR.found.none],
  ['a list', ['A', 'B'], 'list', 'A and B', 'A et B'],
  ['a number', 1284, 'number', '1,284', '1\u202F284'],
  ['an age', '2026-11-22T10:31:00Z', 'age', '12 minutes ago', 'il y a 12 minutes'],
  ['an age of days', '2026-11-20T10:43:00Z', 'age', '2 days ago', 'il y a 2 jours'],
  ['an age that is none', 'never', 'age', 'never', 'never'],
] as const)('%s reads as its language has it', (_, value, as, en, fr) => {
  expect(formatFound(value, as, english)).toBe(en)
  expect(formatFound(value, as, french)).toBe(fr)
})

test('a list of times, each as a sentence has it', () => {
  const [today, tomorrow] = [new Date(2026, 10, 22, 14, 30), new Date(2026, 10, 23, 2, 30)]
  const times = [today.toISOString(), tomorrow.toISOString()]
  const noon = new Date(2026, 10, 22, 12).getTime()
  expect(formatFound(times, 'dateTime', {...english, now: noon})).toBe('14:30 and 23 Nov at 02:30')
  expect(formatFound(times, 'dateTime', {...french, now: noon})).toBe('14:30 et le 23 nov. à 02:30')
})
