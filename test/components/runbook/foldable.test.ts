import {expect, test} from 'vitest'
import {foldable} from '../../../src/components/runbook/runtime/foldable.ts'
import {cardOf, cardsBy, markedDone, stepNumbered} from './cards.ts'

const steps = ['1.1', '1.2', '1.3', '2.1', '2.2'].map(number => stepNumbered(number))
const [one, two, three, four, five] = steps.map(step => step.id)

test.each([
  ['nothing done', [null, null, null, null, null], []],
  ['one step alone', ['Amira', null, 'Amira', null, null], []],
  ['three in a row', ['Amira', 'Amira', 'Amira', null, null], [[one, two, three]]],
  ['two people', ['Amira', 'Amira', 'Karim', 'Karim', null], [[one, two]]],
  [
    'two parts',
    [null, 'Amira', 'Amira', 'Amira', 'Amira'],
    [
      [two, three],
      [four, five],
    ],
  ],
])('%s', (_, names, expected) => {
  const cards = steps.map((step, index) => {
    const name = names[index] ?? null
    return name === null ? cardOf(step) : markedDone(step, name)
  })
  expect(foldable({steps}, cardsBy(cards))).toEqual(expected)
})

test('a step with a note stays open', () => {
  const noted = steps.map(step => {
    const card = markedDone(step, 'Amira')
    return step.number === '1.2' ? {...card, record: {...card.record, note: 'the server was slow'}} : card
  })
  expect(foldable({steps}, cardsBy(noted))).toEqual([[four, five]])
})
