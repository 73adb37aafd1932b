import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {batchLimit, batchPath, fromBatch, portions, toBatch} from '../../src/graph/batch.ts'

const call = (id: string, url: string, headers: Readonly<Record<string, string>> = {}) => ({id, url, headers})

test('a batch names paths below its version, since Graph refuses absolute ones', () => {
  const calls = [
    call('a', '/v1.0/organization?$select=id'),
    call('b', '/v1.0/domains', {ConsistencyLevel: 'eventual'}),
  ]
  expect(batchPath(calls)).toBe('/v1.0/$batch')
  expect(toBatch(calls)).toEqual({
    requests: [
      {id: '0', method: 'GET', url: '/organization?$select=id'},
      {id: '1', method: 'GET', url: '/domains', headers: {ConsistencyLevel: 'eventual'}},
    ],
  })
})

test('answers are put in the order of the calls, whatever the order in which they came', () => {
  const calls = [call('a', '/v1.0/a'), call('b', '/v1.0/b'), call('c', '/v1.0/c')]
  const body = {
    responses: [
      {id: '1', status: 429, headers: {'Retry-After': '7'}, body: {error: {code: 'TooManyRequests'}}},
      {id: '0', status: 200, body: {value: [1]}},
    ],
  }
  const [first, second, third] = fromBatch(body, calls)
  expect(first?.body).toEqual({value: [1]})
  expect(second?.headers).toEqual({'retry-after': '7'})
  expect(third).toBeNull()
})

describe.each([
  ['no object', 'text'],
  ['no responses', {}],
  ['responses that are no list', {responses: {}}],
  ['a response without a status', {responses: [{id: '0'}]}],
])('an answer with %s', (_, body) => {
  test('gives no item', () => {
    expect(fromBatch(body, [call('a', '/v1.0/a')])).toEqual([null])
  })
})

test('portions hold every call once, of one version, at most 20', () => {
  const calls = fc.array(fc.constantFrom('/v1.0/a', '/beta/b', '/v1.0/c'), {maxLength: 70})
  fc.assert(
    fc.property(calls, urls => {
      const all = urls.map((url, at) => call(String(at), url))
      const made = portions(all)
      expect(
        made
          .flat()
          .map(({id}) => id)
          .sort(),
      ).toEqual(all.map(({id}) => id).sort())
      for (const portion of made) {
        expect(portion.length).toBeLessThanOrEqual(batchLimit)
        expect(new Set(portion.map(({url}) => url.split('/')[1])).size).toBe(1)
      }
    }),
  )
})
