import {expect, test} from 'vitest'
import {countries, nameCountry} from '../../../src/components/runbook/runtime/countries.ts'

test.each(['en-US', 'fr-FR'])(
  '%s: every country once, under its name, in the order of the alphabet',
  locale => {
    const listed = countries(locale)
    const codes = listed.map(({code}) => code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.length).toBeGreaterThan(240)
    expect(codes.length).toBeLessThan(255)
    for (const code of ['FR', 'DE', 'GB', 'CH', 'US']) expect(codes).toContain(code)
    // No groups, no codes that were given up, no synonyms.
    for (const code of ['EU', 'UN', 'SU', 'UK', 'AN', 'ZZ', 'QO']) expect(codes).not.toContain(code)
    const names = listed.map(({name}) => name)
    expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other, locale)))
  },
)

test.each([
  ['DE', 'Allemagne (DE)', 'Germany (DE)'],
  ['ZQ', 'ZQ', 'ZQ'],
  ['de', 'de', 'de'],
])('%s is told as %s', (code, french, english) => {
  expect(nameCountry(code, 'fr-FR')).toBe(french)
  expect(nameCountry(code, 'en-US')).toBe(english)
})
