import {expect, test} from 'vitest'
import {readFrontMatter, readOrigin, scan} from '../../plugins/bilingual/index.ts'
import {flagship} from './flagship.ts'

test('the flagship says where its translation comes from', () => {
  expect(readOrigin(readFrontMatter(scan(flagship), 'target').attributes)).toEqual({
    sourceHash: '1e90aedab20c8abaa021ed980e868cea0503b7b1',
    sourceCommit: 'db95fd628c45d9810e5af5c5a4e6388c793339ac',
    translatedBy: 'human',
    locale: 'fr-FR',
    handedOff: '2021-02-03',
    fileId: '50093353',
  })
})

test.each([
  ['the order of the United States', '12/31/2020', '2020-12-31'],
  ['a month that is none', '31/12/2020', null],
  ['a day that the month does not have', '02/30/2021', null],
  ['another form', '2020-12-31', null],
  ['a number', 2020, null],
])('a date in %s', (_, written, iso) => {
  expect(readOrigin({'ms.lasthandoff': written}).handedOff).toBe(iso)
})

test('an article without localisation keys has no origin', () => {
  expect(Object.values(readOrigin({title: 'x', 'ms.translationtype': 'constructor'}))).toEqual(
    Array(6).fill(null),
  )
})
