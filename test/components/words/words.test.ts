import {expect, test} from 'vitest'
import homeEnUS from '../../../src/components/words/home.en-US.ts'
import homeFrFR from '../../../src/components/words/home.fr-FR.ts'
import notFoundEnUS from '../../../src/components/words/notFound.en-US.ts'
import notFoundFrFR from '../../../src/components/words/notFound.fr-FR.ts'

/** `banks.local` → text. */
function flat(
  groups: Readonly<Record<string, Readonly<Record<string, string>>>>,
): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(groups).flatMap(([group, words]) =>
      Object.entries(words).map(([key, text]) => [`${group}.${key}`, text] as const),
    ),
  )
}

const english = flat({...homeEnUS, notFound: notFoundEnUS})
const french = flat({...homeFrFR, notFound: notFoundFrFR})
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort().join()
const forms = (text: string) => text.split('|').length

test('both languages have the same keys, and none is empty', () => {
  expect([...french.keys()].sort()).toEqual([...english.keys()].sort())
  expect([...english, ...french].filter(([, text]) => text.trim() === '')).toEqual([])
})

test('both languages name the same values and the same plural forms', () => {
  const differing = [...english].filter(([key, text]) => {
    const other = french.get(key) ?? ''
    return placeholders(other) !== placeholders(text) || forms(other) !== forms(text)
  })
  expect(differing.map(([key]) => key)).toEqual([])
})

test.each([
  ['an exclamation mark', /!/],
  ['a straight quote', /["']/],
  ['a sign that is not in the font', /[→≥✓]/],
])('no English text has %s', (_, fault) => {
  expect([...english].filter(([, text]) => fault.test(text)).map(([key]) => key)).toEqual([])
})
