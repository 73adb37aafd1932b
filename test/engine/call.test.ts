import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {GraphRead} from '../../src/model/action.ts'
import {toCall} from '../../src/engine/call.ts'

const read: GraphRead = {id: 'r', path: '/v1.0/users', scopes: [], value: 'id', says: {}, source: ''}
const account = 'o-1'

test.each<{readonly name: string; readonly more: Partial<GraphRead>; readonly url: string}>([
  {name: 'a path alone', more: {}, url: '/v1.0/users'},
  {name: 'selected fields', more: {select: ['id', 'displayName']}, url: '/v1.0/users?$select=id,displayName'},
  {name: 'a count', more: {top: 1, count: true}, url: '/v1.0/users?$top=1&$count=true'},
  {
    name: 'all of it',
    more: {filter: "principalId eq '{account}'", expand: 'roleDefinition', orderby: 'at desc', top: 5},
    url: "/v1.0/users?$filter=principalId%20eq%20'o-1'&$expand=roleDefinition&$orderby=at%20desc&$top=5",
  },
])('$name', ({more, url}) => {
  expect(toCall({...read, ...more}, {account})).toEqual({id: 'r', url, headers: {}})
})

test('time and headers', () => {
  const call = toCall(
    {...read, filter: 'activityDateTime ge {since}', headers: {ConsistencyLevel: 'eventual'}},
    {account, since: '2026-11-22T09:00:00.000Z'},
  )
  expect(decodeURIComponent(call.url)).toBe(
    '/v1.0/users?$filter=activityDateTime ge 2026-11-22T09:00:00.000Z',
  )
  expect(call.headers).toEqual({ConsistencyLevel: 'eventual'})
})

test('a time that is not given is refused', () => {
  expect(() => toCall({...read, filter: 'at ge {since}'}, {account})).toThrow('call-not-compiled')
})

// What a path or a literal could be left with: slashes, dots, encoded ones, quotes, signs of a query, other scripts.
const leaving = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '/',
      '..',
      '.',
      '%2F',
      '%2e',
      '%',
      '\\',
      "'",
      "''",
      '"',
      '&',
      '?',
      '#',
      '=',
      '+',
      ' ',
      '\n',
    ),
    fc.string({unit: 'grapheme', minLength: 1, maxLength: 1}),
  ),
})

test('a value that could leave its place is refused', () => {
  fc.assert(
    fc.property(leaving, value => {
      fc.pre(!/^[\dA-Za-z-]{1,64}$/.test(value))
      const filtered = {...read, filter: "id eq '{account}' and at ge {since}"}
      expect(() => toCall(filtered, {account: value, since: '2026-11-22T09:00:00.000Z'})).toThrow(
        'call-not-compiled',
      )
      expect(() => toCall(filtered, {account, since: value})).toThrow('call-not-compiled')
    }),
  )
})

test('what is sent stays below its path and within its parameter', () => {
  fc.assert(
    fc.property(leaving, leaving, (literal, selected) => {
      const text = literal.replace(/[{}]/g, '')
      const {url} = toCall(
        {...read, filter: `id eq '{account}' or name eq '${text}'`, select: ['id', selected]},
        {account},
      )
      const sent = new URL(url, 'https://graph.microsoft.com')
      expect(sent.pathname).toBe('/v1.0/users')
      expect(sent.hash).toBe('')
      expect([...sent.searchParams.keys()]).toEqual(['$select', '$filter'])
      expect(sent.searchParams.get('$filter')).toBe(`id eq '${account}' or name eq '${text}'`)
    }),
  )
})
