import {expect, test} from 'vitest'
import {withShortKeys} from '../../plugins/docusaurus-plugin-runbook/short-keys.ts'
import type {RunbookPage} from '../../src/model/page.ts'
import {compileFlagship} from '../runbook/flagship.ts'

const compiled = compileFlagship()

test.each(['en-US', 'fr-FR'])('%s: every text stands where it stood, and no long key is left', locale => {
  const page = compiled.page(locale) as RunbookPage
  const short = withShortKeys(page)
  const {texts, fallbacks} = page.catalogue
  const told = stringsIn(page.model).map(key => texts[key] ?? fallbacks[key] ?? key)
  const {texts: shortTexts, fallbacks: shortFallbacks} = short.catalogue
  expect(stringsIn(short.model).map(key => shortTexts[key] ?? shortFallbacks[key] ?? key)).toEqual(told)
  expect(Object.values(short.catalogue.labels)).toEqual(Object.values(page.catalogue.labels))
  expect(Object.keys(texts).filter(key => key.includes('.')).length).toBeGreaterThan(100)
  const left = [...Object.keys(shortTexts), ...stringsIn(short.model)]
  expect(left.filter(key => key in texts && key.includes('.'))).toEqual([])
})

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}
