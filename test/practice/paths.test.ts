import {expect, test} from 'vitest'
import {placesIn} from '../../src/practice/paths.ts'

const user = '/v1.0/users/{id}'

test.each([
  ['no placeholder', '/v1.0/me', '/v1.0/me', []],
  ['another case', '/v1.0/subscribedSkus', '/V1.0/SUBSCRIBEDSKUS', []],
  ['one', user, '/v1.0/users/a', ['a']],
  [
    'two',
    `${user}/authentication/operations/{operation}`,
    '/v1.0/users/a/authentication/operations/B',
    ['a', 'B'],
  ],
  ['encoded', user, '/v1.0/users/noor%23EXT%23@contoso.example', ['noor#EXT#@contoso.example']],
  [
    'an apostrophe, encoded and not',
    `${user}/x/{y}`,
    "/v1.0/users/o%27neill/x/o'neill",
    ["o'neill", "o'neill"],
  ],
  ['a slash that was encoded', user, '/v1.0/users/a%2Fb', ['a/b']],
  ['too few segments', user, '/v1.0/users', null],
  ['too many', user, '/v1.0/users/a/b', null],
  ['an empty segment', user, '/v1.0/users/', null],
  ['what cannot be decoded', user, '/v1.0/users/%E0%A4', null],
  ['another path', user, '/v1.0/groups/a', null],
])('%s', (_, template, path, places) => expect(placesIn(template, path)).toEqual(places))
