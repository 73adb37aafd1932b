import {expect, test} from 'vitest'
import {findElsewhere} from '../../../src/components/NotFoundPage/elsewhere.ts'

const bases = [
  {locale: 'en-US', baseUrl: '/'},
  {locale: 'fr-FR', baseUrl: '/fr-FR/'},
]

test.each([
  [
    'a French address with an English page',
    '/fr-FR/reset',
    ['/reset'],
    'fr-FR',
    [{locale: 'en-US', href: '/reset'}],
  ],
  [
    'an English address with a French page',
    '/reset',
    ['/fr-FR/reset'],
    'en-US',
    [{locale: 'fr-FR', href: '/fr-FR/reset'}],
  ],
  [
    'an address whose page would be another site',
    '/fr-FR//evil.example/x',
    ['/evil.example/x'],
    'fr-FR',
    [{locale: 'en-US', href: '/evil.example/x'}],
  ],
  [
    'the same with other slashes',
    '/fr-FR/\\/evil.example/x',
    ['/evil.example/x'],
    'fr-FR',
    [{locale: 'en-US', href: '/evil.example/x'}],
  ],
  ['a page that exists nowhere', '/fr-FR/lost', ['/reset'], 'fr-FR', []],
])('%s', async (_, path, pages, here, found) => {
  const answer = await findElsewhere(path, bases, async href => pages.includes(href))
  expect(answer.here?.locale).toBe(here)
  expect(answer.found).toEqual(found)
})

test('an address outside every locale asks for nothing', async () => {
  const answer = await findElsewhere('/x', [{locale: 'fr-FR', baseUrl: '/fr-FR/'}], () => {
    throw new Error('must not ask')
  })
  expect(answer).toEqual({here: null, found: []})
})
