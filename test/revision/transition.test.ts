import fc from 'fast-check'
import {expect, test} from 'vitest'
import {backboneOf} from '../../plugins/revision/backbone.ts'
import {readRevision, transit} from '../../plugins/revision/index.ts'
import {articleOf, type Listed} from './articles.ts'

const step = fc.constantFrom(
  'Click **Next**.',
  'Click **Save**.',
  'Open the page of the person in the portal.',
  'Open the page of the group in the portal.',
  'Open the page of a person in the portal.',
  'Choose the mailbox that you want to keep, and wait.',
  'Choose the mailbox that you want to keep, and do not wait.',
  'Choose a mailbox that you want to keep, and wait.',
)
const procedure = fc
  .tuple(
    fc.constantFrom('Do this:', 'Do that:', 'Then do all of this:'),
    fc.array(step, {minLength: 1, maxLength: 7}),
  )
  .map(([intro, steps]): Listed => [intro, ...steps])
const article = fc
  .array(procedure, {minLength: 1, maxLength: 4})
  .map(each => readRevision(articleOf(...each)))

test('what is carried forwards is carried backwards, and in the same state', () => {
  fc.assert(
    fc.property(article, article, (old, now) => {
      expect(transit(old, now).inconsistent).toEqual([])
    }),
    {numRuns: 300},
  )
})

test('the same article keeps all', () => {
  fc.assert(
    fc.property(article, old => {
      const {forwards, backwards} = transit(old, old)
      expect([...forwards, ...backwards].filter(each => each.state !== 'kept')).toEqual([])
    }),
  )
})

test('what keeps its order crosses nothing, and is the same whichever revision is the old one', () => {
  const pairs = fc
    .shuffledSubarray([0, 1, 2, 3, 4, 5, 6], {minLength: 7})
    .map(order => order.map((now, was) => ({was, now})))
  fc.assert(
    fc.property(pairs, all => {
      const kept = backboneOf(all)
      for (const a of kept)
        for (const b of kept) expect((a.was - b.was) * (a.now - b.now)).toBeGreaterThanOrEqual(0)
      const turned = backboneOf(all.map(({was, now}) => ({was: now, now: was})))
      const names = (list: typeof kept) => list.map(each => `${each.was} ${each.now}`).sort()
      expect(names(turned.map(({was, now}) => ({was: now, now: was})))).toEqual(names(kept))
    }),
  )
})
