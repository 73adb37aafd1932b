import {expect, test} from 'vitest'
import {addressOn, anchorOf, rooted} from '../../../src/components/LocaleSwitch/address.ts'

const origin = 'https://passerelle.example'

test.each([
  ['a page', '/reset', '/reset'],
  ['the home page', '/', '/'],
  ['another host', '//evil.example/x', '/evil.example/x'],
  ['another host behind backslashes', '/\\\\evil.example', '/evil.example'],
  ['another host behind a tab', '/\t/evil.example', '/evil.example'],
  ['another scheme', 'https://evil.example', '/https://evil.example'],
])('a path stays on this site: %s', (_, path, expected) => {
  expect(rooted(path)).toBe(expected)
  const url = new URL(addressOn({origin, search: '?a=1', hash: '#save'}, path))
  expect([url.origin, url.search, url.hash]).toEqual([origin, '?a=1', '#save'])
})

test.each([
  ['an id', '#save', 'save'],
  ['an encoded id', '#%C3%A9tape', 'étape'],
  ['an id that is not well encoded', '#%E0%A4%A', '%E0%A4%A'],
  ['none', '', ''],
])('the anchor: %s', (_, hash, expected) => {
  expect(anchorOf(hash)).toBe(expected)
})
