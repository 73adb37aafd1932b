import {afterEach, expect, test, vi} from 'vitest'
import {noteSwitch, takeSwitch} from '../../../src/components/LocaleSwitch/arrival.ts'

const there = 'https://passerelle.example/fr-FR/reset'

afterEach(() => vi.unstubAllGlobals())

test('a noted switch is taken once, by the page it led to', () => {
  const kept = new Map<string, string>()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
  expect(takeSwitch(there)).toBe(false)
  noteSwitch(there)
  expect([takeSwitch(there), takeSwitch(there)]).toEqual([true, false])
  noteSwitch(there)
  expect([takeSwitch(`${there}#save`), takeSwitch(there)]).toEqual([false, false])
})

test('without storage nothing is noted and nothing breaks', () => {
  const refuse = () => {
    throw new DOMException('denied', 'SecurityError')
  }
  vi.stubGlobal('sessionStorage', {getItem: refuse, setItem: refuse, removeItem: refuse})
  noteSwitch(there)
  expect(takeSwitch(there)).toBe(false)
})
