import {expect, test} from 'vitest'
import enUS from '../../../src/components/runbook/words/en-US.ts'
import frFR from '../../../src/components/runbook/words/fr-FR.ts'
import {formatDate} from '../../../src/components/runbook/shell/format.ts'
import {
  formatMoment,
  formatOffset,
  formatTime,
  tellTime,
} from '../../../src/components/runbook/runtime/format.ts'

const now = Date.parse('2026-11-22T10:43:00Z')

test.each([
  ['en-US', '3 November 2026'],
  ['fr-FR', '3 novembre 2026'],
])('%s writes dates out, day first', (locale, expected) => {
  expect(formatDate('2026-11-03', locale)).toBe(expected)
})

test.each(['en-US', 'fr-FR'])('%s writes times as 10:43, of another day with the date', locale => {
  expect(formatTime(now, locale, now)).toMatch(/^\d\d:43$/)
  expect(formatTime('2025-03-12T09:00:00Z', locale, now)).toMatch(/12.*2025/)
})

test.each([
  ['ahead', 60, '10:43 UTC+01:00'],
  ['behind', -210, '06:13 UTC-03:30'],
  ['at UTC', 0, '09:43 UTC+00:00'],
])('a moment stands in the zone where it was entered: %s', (_, offset, expected) => {
  expect(formatMoment('2026-11-22T09:43:00Z', offset, 'fr-FR')).toBe(expected)
})

test.each([
  [0, '+00:00'],
  [330, '+05:30'],
  [-30, '-00:30'],
])('%i minutes are %s', (minutes, expected) => {
  expect(formatOffset(minutes)).toBe(expected)
})

test.each([
  ['the same day', '2026-11-22T09:00:00Z', 'since 09:00', 'depuis 09:00'],
  ['another day', '2026-11-21T09:00:00Z', 'since 21 Nov at 09:00', 'depuis le 21 nov. à 09:00'],
  ['another year', '2025-03-12T09:00:00Z', 'since 12 Mar 2025 at 09:00', 'depuis le 12 mars 2025 à 09:00'],
])('a time reads within a sentence: %s', (_, time, en, fr) => {
  const local = new Date(new Date(time).getTime() + new Date(time).getTimezoneOffset() * 60_000)
  const today = now + new Date(now).getTimezoneOffset() * 60_000
  expect(`since ${tellTime(local.getTime(), 'en-US', enUS.found, today)}`).toBe(en)
  expect(`depuis ${tellTime(local.getTime(), 'fr-FR', frFR.found, today)}`).toBe(fr)
})
