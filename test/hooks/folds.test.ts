import {expect, test, vi} from 'vitest'
import {createFolds} from '../../src/hooks/folds.ts'

test('a page begins unfolded, and says what is folded from then on', () => {
  const folds = createFolds()
  expect(folds.getSnapshot()).toEqual([])
  const heard = vi.fn()
  const stop = folds.subscribe(heard)
  folds.set([['wizard', 'welcome'], ['exit']])
  expect(folds.getSnapshot()).toEqual([['wizard', 'welcome'], ['exit']])
  stop()
  folds.set([])
  expect(heard).toHaveBeenCalledOnce()
})

test('opening a step unfolds its own row and no other', () => {
  const folds = createFolds()
  folds.set([['wizard', 'welcome'], ['exit']])
  folds.open('welcome')
  expect(folds.getSnapshot()).toEqual([['exit']])
  folds.open('nowhere')
  expect(folds.getSnapshot()).toEqual([['exit']])
})
