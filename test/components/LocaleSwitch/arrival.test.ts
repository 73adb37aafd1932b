import {afterEach, expect, test, vi} from 'vitest'
import {noteSwitch, takeSwitch} from '../../../src/components/LocaleSwitch/arrival.ts'
import {denyStorage, stubStorage} from '../../storage.ts'

const there = 'https://passerelle.example/fr-FR/reset'

afterEach(() => vi.unstubAllGlobals())

test('a noted switch is taken once, by the page it led to', () => {
  stubStorage('sessionStorage')
  expect(takeSwitch(there)).toBe(false)
  noteSwitch(there)
  expect([takeSwitch(there), takeSwitch(there)]).toEqual([true, false])
  noteSwitch(there)
  expect([takeSwitch(`${there}#save`), takeSwitch(there)]).toEqual([false, false])
})

test('without storage nothing is noted and nothing breaks', () => {
  denyStorage('sessionStorage')
  noteSwitch(there)
  expect(takeSwitch(there)).toBe(false)
})
