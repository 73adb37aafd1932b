import {expect, test} from 'vitest'
import {faults, readFrenchTexts} from './typography.ts'

const french = await readFrenchTexts()
const places = [...french.keys()]

test.each([
  ['interface strings', /code\.json /, 20],
  ['the texts of action files', /docusaurus-plugin-runbook\/[\w-]+\.json /, 80],
  ['the words of the home page', /words\/home\.fr-FR\.ts /, 40],
  ['the words of the 404', /words\/notFound\.fr-FR\.ts /, 2],
  ['the words of the served page', /words\/shell\.fr-FR\.ts /, 40],
  ['the words of the cards', /words\/fr-FR\.ts /, 80],
  ['the later words', /words\/later\.fr-FR\.ts /, 80],
])('%s are read', (_, place, least) => {
  expect(places.filter(at => place.test(at)).length).toBeGreaterThan(least)
})

test.each(faults)('no French text has %s', (_, fault) => {
  expect([...french].filter(([, text]) => fault.test(text)).map(([at]) => at)).toEqual([])
})

test.each([
  ['a plain space before a high sign', 'Prêt : oui'],
  ['a high sign without its space', 'Prêt?'],
  ['a high sign without its space', '«Prêt\u00A0»'],
  ['a colon without its space', 'Prêt: oui'],
  ['a narrow space', 'Prêt\u202F: oui'],
  ['a straight apostrophe', "l'étape"],
  ['an exclamation mark', 'Prêt\u00A0!'],
  ['a sign that is not in the font', '1 → 2'],
])('%s is seen: %s', (name, text) => {
  expect(faults.find(([known]) => known === name)?.[1].test(text)).toBe(true)
})
