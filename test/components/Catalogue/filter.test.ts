import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {
  effectsOf,
  groupByTopic,
  licencesOf,
  selectRunbooks,
} from '../../../src/components/Catalogue/filter.ts'
import type {RunbookEffect, RunbookSummary} from '../../../src/model/summary.ts'

const runbook = (
  id: string,
  topic: string,
  effect: RunbookEffect,
  licence: string | null,
): RunbookSummary => ({
  runbook: id,
  slug: id,
  topic,
  title: id,
  summary: '',
  minutes: 10,
  steps: [],
  languages: ['en-US'],
  effect,
  licence,
  fallbacks: [],
})
const catalogue = [
  runbook('writeback', 'Writeback', 'none', 'P1'),
  runbook('soft-match', 'Synchronisation', 'reversible', null),
  runbook('pilot', 'Writeback', 'irreversible', 'P1'),
]

describe('selectRunbooks', () => {
  test.each([
    ['no filter leaves all', {effect: '', licence: ''}, ['writeback', 'soft-match', 'pilot']],
    ['by effect', {effect: 'reversible', licence: ''}, ['soft-match']],
    ['by licence', {effect: '', licence: 'P1'}, ['writeback', 'pilot']],
    ['by both', {effect: 'irreversible', licence: 'P1'}, ['pilot']],
    [
      'an address nobody offers leaves all',
      {effect: 'x', licence: 'P9'},
      ['writeback', 'soft-match', 'pilot'],
    ],
  ])('%s', (_, filter, ids) => {
    expect(selectRunbooks(catalogue, filter).map(({runbook: id}) => id)).toEqual(ids)
  })

  test('whatever one filter leaves, it leaves again', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', 'none', 'reversible', 'irreversible'),
        fc.string(),
        (effect, licence) => {
          const once = selectRunbooks(catalogue, {effect, licence})
          expect(selectRunbooks(once, {effect, licence})).toEqual(once)
        },
      ),
    )
  })
})

test('topics keep the order of their first runbook', () => {
  expect(groupByTopic(catalogue).map(([topic, members]) => [topic, members.length])).toEqual([
    ['Writeback', 2],
    ['Synchronisation', 1],
  ])
})

test('only effects and licences that occur are offered', () => {
  expect(effectsOf(catalogue.slice(1))).toEqual(['reversible', 'irreversible'])
  expect(licencesOf(catalogue)).toEqual(['P1'])
  expect(licencesOf([])).toEqual([])
})
