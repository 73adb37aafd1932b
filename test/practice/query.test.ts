import {describe, expect, test} from 'vitest'
import {QueryError, applyQuery} from '../../src/practice/query.ts'

const shape = {
  type: 'microsoft.graph.domain',
  properties: ['id', 'isDefault'],
  expandable: ['owner'],
  directoryObject: true,
}
const rows = ['c', 'a', 'b'].map(id => ({id, isDefault: id === 'a', owner: {id: 'o'}}))
const ids = (query: string, eventual = false) =>
  applyQuery(rows, shape, new URLSearchParams(query), eventual).rows.map(row => row['id'])

test.each([
  ['nothing asked', '', ['c', 'a', 'b']],
  ['an order', '$orderby=id', ['a', 'b', 'c']],
  ['a descending order', '$orderby=id desc', ['c', 'b', 'a']],
  ['a filter', '$filter=isDefault eq true', ['a']],
  ['the first', '$top=1', ['c']],
  ['the next', '$top=1&$skiptoken=1', ['a']],
])('%s', (_, query, expected) => expect(ids(query)).toEqual(expected))

test('only what was selected and expanded is there', () => {
  const page = (query: string) => applyQuery(rows, shape, new URLSearchParams(query), false).rows[0]
  expect(page('$select=id')).toEqual({id: 'c'})
  expect(page('')).toEqual({id: 'c', isDefault: false})
  expect(page('$select=id&$expand=owner')).toEqual({id: 'c', owner: {id: 'o'}})
})

test('a page that is not the last says where the next begins', () => {
  const next = (query: string) => applyQuery(rows, shape, new URLSearchParams(query), false).next
  expect([next('$top=2'), next('$top=2&$skiptoken=2'), next('')]).toEqual([2, null, null])
})

describe('a loud 400', () => {
  test.each([
    ['an unknown property', '$select=nope', 'BadRequest'],
    ['an unknown property in a filter', "$filter=nope eq 'x'", 'BadRequest'],
    ['an unknown property in an order', '$orderby=nope', 'BadRequest'],
    ['an expansion that is none', '$expand=id', 'BadRequest'],
    ['a filter outside the subset', '$filter=owner/any()', 'BadRequest'],
    ['an order outside the subset', '$orderby=id,isDefault', 'BadRequest'],
    ['a search', '$search="x"', 'BadRequest'],
    ['a top that is no number', '$top=all', 'BadRequest'],
    ['an advanced filter', '$filter=isDefault ne true', 'Request_UnsupportedQuery'],
  ])('%s', (_, query, code) => {
    expect(() => ids(query)).toThrow(expect.objectContaining({code}) as QueryError)
  })
})

test('an advanced filter passes with ConsistencyLevel eventual and $count=true', () => {
  expect(ids('$filter=isDefault ne true&$count=true', true)).toEqual(['c', 'b'])
  expect(() => ids('$filter=isDefault ne true', true)).toThrow(QueryError)
})

test.each([
  ['all that match, not only those of the page', '$top=1&$count=true', true, 3],
  ['only what matches', '$filter=isDefault ne true&$count=true', true, 2],
  ['nothing where nobody asked', '$top=1', true, null],
  ['nothing without the header', '$count=true', false, null],
])('a count says %s', (_, query, eventual, expected) =>
  expect(applyQuery(rows, shape, new URLSearchParams(query), eventual).count).toBe(expected),
)
