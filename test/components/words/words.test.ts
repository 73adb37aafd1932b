import {expect, test} from 'vitest'
import consentEnUS from '../../../src/components/words/consent.en-US.ts'
import consentFrFR from '../../../src/components/words/consent.fr-FR.ts'
import homeEnUS from '../../../src/components/words/home.en-US.ts'
import homeFrFR from '../../../src/components/words/home.fr-FR.ts'
import notFoundEnUS from '../../../src/components/words/notFound.en-US.ts'
import notFoundFrFR from '../../../src/components/words/notFound.fr-FR.ts'
import {differing, englishFaults, flat, keysWhere} from '../words.ts'

const english = flat({...homeEnUS, notFound: notFoundEnUS, consent: consentEnUS})
const french = flat({...homeFrFR, notFound: notFoundFrFR, consent: consentFrFR})

test('both languages have the same keys, and none is empty', () => {
  expect([...french.keys()].sort()).toEqual([...english.keys()].sort())
  for (const words of [english, french]) expect(keysWhere(words, text => text.trim() === '')).toEqual([])
})

test('both languages name the same values and the same plural forms', () => {
  expect(differing(english, french)).toEqual([])
})

test.each(englishFaults)('no English text has %s', (_, fault) => {
  expect(keysWhere(english, text => fault.test(text))).toEqual([])
})
