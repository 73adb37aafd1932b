import {describe, expect, test} from 'vitest'
import {checkRoute, pageFileOf, slugOf} from '../../plugins/runbook/route.ts'

// As Docusaurus computes them with `routeBasePath: '/'` and no number prefixes.
test.each([
  ['reset.md', 'reset'],
  ['identity/reset.md', 'identity/reset'],
  ['identity/sspr/reset.md', 'identity/sspr/reset'],
  ['01-identity/02-reset.md', '01-identity/02-reset'],
  ['a.b.md', 'a.b'],
  ['reset.mdx', 'reset'],
  ['index.md', ''],
  ['README.md', ''],
  ['identity/index.md', 'identity'],
  ['identity/ReadMe.md', 'identity'],
  ['identity/Identity.md', 'identity'],
  ['identity/sspr/identity.md', 'identity/sspr/identity'],
])('%s is the page /%s', (below, slug) => {
  expect(slugOf(below)).toBe(slug)
})

test('no page is kept where the catalogue is', () => {
  expect(['runbooks', 'identity/reset'].map(pageFileOf)).toEqual([
    'pages/runbooks.json',
    'pages/identity/reset.json',
  ])
})

describe('an address of the site is none for a page', () => {
  test.each(['', '404', 'runs', 'Runs', 'approval', 'consent', 'auth/redirect', 'fr-FR', 'fr-fr/reset'])(
    '/%s',
    slug => {
      expect(checkRoute(slug, ['fr-FR'])).toMatchObject([
        {ruleId: 'route-reserved', args: {actual: `/${slug}`}},
      ])
    },
  )

  test.each(['runbooks', 'runs/reset', 'identity/runs', 'auth', 'de-DE', 'guides/fr-FR'])(
    'but /%s is',
    slug => {
      expect(checkRoute(slug, ['fr-FR'])).toEqual([])
    },
  )
})
