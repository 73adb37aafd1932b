import {afterEach, expect, test, vi} from 'vitest'
import {noteSwitch, takeSwitch} from '../../../src/components/LocaleSwitch/arrival.ts'

afterEach(() => vi.unstubAllGlobals())

test('a noted switch is taken once', () => {
  const kept = new Map<string, string>()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
  expect(takeSwitch()).toBe(false)
  noteSwitch()
  expect([takeSwitch(), takeSwitch()]).toEqual([true, false])
})

test('without storage nothing is noted and nothing breaks', () => {
  const refuse = () => {
    throw new DOMException('denied', 'SecurityError')
  }
  vi.stubGlobal('sessionStorage', {getItem: refuse, setItem: refuse, removeItem: refuse})
  noteSwitch()
  expect(takeSwitch()).toBe(false)
})
