import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {GraphRead} from '../../src/model/action.ts'
import {toCall} from '../../src/engine/call.ts'

const read: GraphRead = {id: 'r', path: '/v1.0/users', scopes: [], value: 'id', says: {}, source: ''}
const account = 'o-1'

test.each<{readonly name: string; readonly more: Partial<GraphRead>; readonly url: string}>([
  {name: 'a path alone', more: {}, url: '/v1.0/users'},
  {name: 'selected fields', more: {select: ['id', 'displayName']}, url: '/v1.0/users?$select=id,displayName'},
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

test('a time that is not given is empty', () => {
  expect(toCall({...read, filter: 'at ge {since}'}, {account}).url).toBe('/v1.0/users?$filter=at%20ge%20')
})

test('no value ends its literal or adds a parameter', () => {
  fc.assert(
    fc.property(fc.string({unit: 'grapheme'}), value => {
      const {url} = toCall({...read, filter: "id eq '{account}'"}, {account: value})
      const query = new URLSearchParams(url.slice(url.indexOf('?') + 1))
      expect([...query.keys()]).toEqual(['$filter'])
      const literal = query.get('$filter')?.slice("id eq '".length, -1) ?? ''
      expect(literal.replaceAll("''", '')).not.toContain("'")
      expect(literal.replaceAll("''", "'")).toBe(value)
    }),
  )
})
