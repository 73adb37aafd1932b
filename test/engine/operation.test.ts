import fc from 'fast-check'
import {expect, test} from 'vitest'
import {isOperation, operationOf, statusOf} from '../../src/engine/operation.ts'

const path = '/v1.0/users/{key}/authentication/operations/{operation}'
const key = '7f7a2c3e-5d1b-4a7e-9c65-0d1f2b3a4c5d'
const below = `/v1.0/users/${key}/authentication/operations/2b8e4e1b-0000;ab.c`

test.each<[name: string, location: string, call: string | null]>([
  ['below the host', below, below],
  [
    'whole, with the query that it needs',
    `https://graph.microsoft.com${below}?aadgdc=DUB02P&aadgsu=ssprprod-a`,
    `${below}?aadgdc=DUB02P&aadgsu=ssprprod-a`,
  ],
  ['of another host: the path is sent to ours', `https://elsewhere.example${below}`, below],
  [
    'in another case: what was compiled is sent',
    below.replace('/users/', '/Users/').replace(key, key.toUpperCase()),
    below,
  ],
  ['of another user', below.replace(key, '00000000-0000-4000-8000-000000000000'), null],
  ['without an operation', below.replace(/[^/]+$/, ''), null],
  ['one segment longer', `${below}/cancel`, null],
  ['with a step up', `/v1.0/users/${key}/authentication/operations/..`, null],
  ['with a query that says more', `${below}?$filter=a eq b`, null],
  ['with a fragment', `${below}#a`, null],
  ['of something else', '/v1.0/organization', null],
  ['empty', '', null],
])('a Location %s', (_, location, call) => expect(operationOf(path, key, location)).toBe(call))

test('without a Location there is nothing to follow', () =>
  expect(operationOf(path, key, undefined)).toBeNull())

test('what is followed is always below the compiled path, for this user, and may stand in a record', () =>
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.webPath().map(tail => below + tail),
        fc.webQueryParameters().map(query => `${below}?${query}`),
      ),
      location => {
        const call = operationOf(path, key, location)
        if (call === null) return
        expect(call).toMatch(
          new RegExp(`^/v1\\.0/users/${key}/authentication/operations/[^/?#]+(\\?[^#]*)?$`, 'i'),
        )
        expect(isOperation(call)).toBe(true)
      },
    ),
  ))

test.each([
  ['succeeded', 'succeeded'],
  ['notStarted', 'notStarted'],
  ['unknownFutureValue', 'other'],
  [null, 'other'],
  [7, 'other'],
])('the state %j is %s', (status, read) => expect(statusOf(status)).toBe(read))
