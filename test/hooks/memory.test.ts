import {beforeEach, describe, expect, test} from 'vitest'
import {openRun, recall, remember, rememberedMode} from '../../src/hooks/memory.ts'
import {denyStorage, stubStorage} from '../storage.ts'

describe('where the browser keeps something', () => {
  let kept: ReadonlyMap<string, string>

  beforeEach(() => {
    kept = stubStorage('localStorage')
  })

  test('a preference comes back until it is forgotten', () => {
    expect(recall('name')).toBeNull()
    remember('name', 'Amira Haddad')
    expect(recall('name')).toBe('Amira Haddad')
    remember('name', null)
    expect([recall('name'), kept.size]).toEqual([null, 0])
  })

  test('names are the site’s own, and an open run that of its runbook', () => {
    remember(openRun('writeback'), 'r1')
    expect([...kept]).toEqual([['passerelle.run.writeback', 'r1']])
  })

  test.each([
    {mode: null, is: 'practice'},
    {mode: 'practice', is: 'practice'},
    {mode: 'unsigned', is: 'unsigned'},
    {mode: 'graph', is: 'graph'},
    {mode: 'anything', is: 'practice'},
  ])('the mode that was chosen last: $mode is $is', ({mode, is}) => {
    remember('mode', mode)
    expect(rememberedMode()).toBe(is)
  })
})

test('where storage is off nothing is remembered and nothing breaks', () => {
  denyStorage('localStorage')
  remember('name', 'Amira Haddad')
  remember('name', null)
  expect([recall('name'), rememberedMode()]).toEqual([null, 'practice'])
})
