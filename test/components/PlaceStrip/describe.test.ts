import {describe, expect, test} from 'vitest'
import {describeStrip, type StripWords} from '../../../src/components/PlaceStrip/describe.ts'
import type {StepSign, SummaryStep} from '../../../src/model/summary.ts'

const counted = (one: string, other: string) => (count: number) => `${count} ${count === 1 ? one : other}`
const words: StripWords = {
  places: {
    'on-premises': counted('on-premises step', 'on-premises steps'),
    cloud: counted('cloud step', 'cloud steps'),
  },
  signs: {
    tick: counted('by hand', 'by hand'),
    read: counted('read', 'reads'),
    portal: counted('in the portal', 'in the portal'),
    change: counted('change', 'changes'),
    irreversible: counted('irreversible change', 'irreversible changes'),
  },
  then: ', then ',
  colon: ': ',
}
const local: SummaryStep = {place: 'on-premises', sign: 'tick'}
const cloud = (...signs: readonly StepSign[]): SummaryStep[] => signs.map(sign => ({place: 'cloud', sign}))

describe('describeStrip', () => {
  test.each([
    ['nothing', [], ''],
    ['one bank only', [local, local], '2 on-premises steps'],
    [
      'the flagship',
      [...Array.from({length: 8}, () => local), ...cloud('read', 'read', 'portal', 'portal', 'read')],
      '8 on-premises steps, then 5 cloud steps: 3 reads, 2 in the portal',
    ],
    [
      'back and forth, changes named apart from reads',
      [...cloud('read', 'irreversible', 'change'), local, ...cloud('read')],
      '3 cloud steps: 1 read, 1 change, 1 irreversible change, then 1 on-premises step, then 1 cloud step: 1 read',
    ],
  ])('%s', (_, steps, sentence) => {
    expect(describeStrip(steps, words)).toBe(sentence)
  })
})
