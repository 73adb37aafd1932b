import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {readInterfaceStrings} from './interface-strings.ts'

type CodeTranslations = Readonly<Record<string, {readonly message: string}>>

const english = readInterfaceStrings('src')
const french = JSON.parse(readFileSync('i18n/fr-FR/code.json', 'utf8')) as CodeTranslations
const ours = [...english].filter(([id]) => !id.startsWith('theme.'))
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()

test('every interface string has an id and an English text', () => {
  expect([...english.keys()]).toContain('shell.footer')
  expect([...english].filter(([id, message]) => !id || !message)).toEqual([])
})

test('every interface string is there in French, and none too many', () => {
  expect(ours.filter(([id]) => !french[id]?.message).map(([id]) => id)).toEqual([])
  const known = new Set(english.keys())
  expect(Object.keys(french).filter(id => !id.startsWith('theme.') && !known.has(id))).toEqual([])
})

test('both languages name the same values and the same plural forms', () => {
  const forms = (text: string) => text.split('|').length
  const differing = ours.filter(([id, message]) => {
    const other = french[id]?.message ?? ''
    return (
      placeholders(other).join() !== placeholders(message).join() ||
      (forms(message) > 1 && forms(other) !== forms(message))
    )
  })
  expect(differing.map(([id]) => id)).toEqual([])
})
