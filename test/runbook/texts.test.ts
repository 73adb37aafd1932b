import {describe, expect, test} from 'vitest'
import {fillTexts} from '../../plugins/runbook/index.ts'
import {compile, messagesOf, readTenant, rulesOf, swap} from './read-tenant.ts'

const {texts} = compile()

describe('a new locale', () => {
  const filled = fillTexts('', texts)

  test('gets every key, empty, with the hash of its source', () => {
    const entries = JSON.parse(filled) as Record<string, unknown>
    expect(Object.keys(entries)).toEqual(texts.map(({key}) => key))
    expect(entries['topic']).toEqual({message: '', description: `source ${texts[0]?.hash ?? ''}`})
  })

  test('shows English until it is translated', () => {
    const compiled = compile({json: filled})
    expect(rulesOf(compiled)).toEqual(['text-empty'])
    const catalogue = compiled.page('fr-FR')?.catalogue
    expect(catalogue?.texts).toEqual({})
    expect(catalogue?.fallbacks['topic']).toBe('Examples')
  })

  test('without a file has one finding, and a page', () => {
    const compiled = compile({json: null})
    expect(messagesOf(compiled)).toEqual(['fr-FR.json:1:1 texts-missing'])
    expect(compiled.page('fr-FR')?.catalogue.fallbacks['topic']).toBe('Examples')
  })
})

test('filling keeps what is translated, outdated or an orphan, and adds what is missing', () => {
  const edited = readTenant.json
    .replace(/ {2}"summary".*\n/, '')
    .replace('"description": "source sha256-', '"description": "source sha256-0')
    .replace('{\n', '{\n  "orphan": {"message": "x"},\n')
  const before = JSON.parse(edited) as Record<string, unknown>
  const after = JSON.parse(fillTexts(edited, texts)) as Record<string, unknown>
  expect(after).toMatchObject(before)
  expect(after['summary']).toMatchObject({message: ''})
  expect(Object.keys(after).at(-1)).toBe('orphan')
})

test('filling a complete file changes no value', () => {
  expect(JSON.parse(fillTexts(readTenant.json, texts))).toEqual(JSON.parse(readTenant.json))
})

test('filling leaves a file alone that cannot be read', () => {
  expect(fillTexts('{"topic": ', texts)).toBe('{"topic": ')
})

describe('a file with a fault', () => {
  test('that is no JSON says so in the words of JSON, once', () => {
    const compiled = compile({json: readTenant.json.replace('"topic":', 'topic:')})
    expect(messagesOf(compiled)).toEqual(['fr-FR.json:2:3 texts-invalid'])
    expect(compiled.diagnostics.at(-1)?.messages[0]?.reason).toContain('expected a key in double quotes')
  })

  test('in one entry hides no other finding', () => {
    const json = readTenant.json
      .replace(/"topic": \{.*\}/, '"topic": "Exemples"')
      .replace(/ {2}"summary".*\n/, '')
      .replace(/("steps.start.label": \{"message": )"[^"]*"/, '$1""')
    expect([...rulesOf(compile({json}))].sort()).toEqual(['text-empty', 'text-missing', 'texts-invalid'])
  })

  test('of a key twice names it, and the fix takes one out', () => {
    const json = readTenant.json.replace(/( {2}"topic".*\n)/, '$1$1').replace(/ {2}"summary".*\n/, '')
    const compiled = compile({json})
    expect([...rulesOf(compiled)].sort()).toEqual(['text-missing', 'texts-invalid'])
    const message = compiled.diagnostics.at(-1)?.messages.find(each => each.ruleId === 'texts-invalid')
    expect(message).toMatchObject({line: 3, column: 3, note: 'take one `topic` out'})
    expect(message?.reason).toContain('the key topic stands twice')
  })
})

test('a text that is out of date stands in English', () => {
  const compiled = compile({yaml: swap(readTenant.yaml, 'topic: Examples', 'topic: Worked examples')})
  expect(messagesOf(compiled)).toEqual(['fr-FR.json:2:51 text-outdated'])
  expect(compiled.page('fr-FR')?.catalogue.fallbacks).toEqual({topic: 'Worked examples'})
})

test('portal labels stand beside the locale’s own', () => {
  const labels = (locale: string) => compile().page(locale)?.catalogue.labels['steps.settings.portal.path.1']
  expect(labels('fr-FR')).toEqual({'en-US': 'Settings'})
  expect(labels('en-US')).toEqual({'fr-FR': 'Réglages'})
})
