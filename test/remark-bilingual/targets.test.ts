import fc from 'fast-check'
import {expect, test} from 'vitest'
import {isImageRefused, isLinkRefused} from '../../plugins/remark-bilingual/targets.ts'

test.each([
  'https://learn.microsoft.com/x.svg',
  '//learn.microsoft.com/x.svg',
  'mailto:a@contoso.com',
  'ms-settings:display',
  'https://<tenant>.sharepoint.com',
  '#anchor',
  '?a=b',
  '.',
  '../other-article',
  './other.md#part',
  '/microsoft-365/compliance/prepare-tls-1.2-in-office-365',
  'media/menu.png',
  'files/check.ps1',
  'files/R%C3%A9seau.CSV?raw=1#top',
])('a link to %s may stand', url => {
  expect(isLinkRefused(url)).toBe(false)
})

test.each([
  'javascript:alert(1)',
  'pathname:///evil',
  './evil.svg',
  'evil.xhtml',
  '../guides/evil.SVG?a.png',
  'evil.svg#a.png',
  './evil.s%76g',
  '.\\evil.svg',
  'evil..svg',
  'evil.svg/',
  '/evil.svg',
  '/img/evil.xml',
  'https:evil.svg',
  'evil.html',
  'evil.unheard-of',
  '@site/docs/evil',
  '@site/.env.txt',
  // A file with a question mark in its name is to webpack the file before it.
  'evil.svg%3Fx.png',
  'evil.svg%23x.png',
  'evil.svg%00.png',
  'evil.svg%0A.png',
  '%.png',
  // What stands before `!` is code that runs in the build.
  'a.txt?!./b.txt',
  'a.txt%21./b.txt',
])('a link to %s is refused', url => {
  expect(isLinkRefused(url)).toBe(true)
})

test.each(['media/menu.png', './MENU.JPG', '/img/menu.webp', 'data:image/png;base64,AAAA'])(
  'an image %s may stand',
  url => {
    expect(isImageRefused(url)).toBe(false)
  },
)

test.each([
  'https://images.example/menu.png',
  '//images.example/menu.png',
  './evil.svg',
  'evil',
  'evil.svg?x.png',
  'evil.xhtml',
  'menu.pdf',
  'menu.png?!./evil.svg',
  'data:image/svg+xml;base64,AAAA',
])('an image %s is refused', url => {
  expect(isImageRefused(url)).toBe(true)
})

test.each([
  ['../package.json', 0],
  ['../../package.json', 1],
  ['a/../../package.json', 0],
  ['%2e%2e/package.json', 0],
  ['..%2Fpackage.json', 0],
  ['..\\package.json', 0],
  [' ../package.json', 0],
  ['./..//../a/../../package.json?a#b', 1],
  ['/../package.json', undefined],
  ['/a/../../package.json', 5],
])('a file at %s, %s folders below the root, is refused', (url, depth) => {
  expect(isLinkRefused(url, depth)).toBe(true)
  expect(isImageRefused(url.replace('package.json', 'a.png'), depth)).toBe(true)
})

test.each([
  ['../media/a.png', 1],
  ['../../media/a.png', 2],
  ['a/../media/a.png', 0],
  ['../media/a.png', undefined],
  ['/img/a.png', 0],
])('a file at %s, %s folders below the root, may stand', (url, depth) => {
  expect(isLinkRefused(url, depth)).toBe(false)
  expect(isImageRefused(url, depth)).toBe(false)
})

test('a page above is no file, and may be linked', () => {
  for (const url of ['../other', '../../other.md#part', 'https://x.example/../../a.png', '..'])
    expect(isLinkRefused(url, 0)).toBe(false)
})

test('no file that runs script is linked or shown, however its address is spelt', () => {
  const type = fc.mixedCase(fc.constantFrom('svg', 'xhtml', 'xht', 'html', 'xml', 'mjs', 'js'))
  const spelt = fc
    .tuple(type, fc.boolean())
    .map(([name, encoded]) =>
      encoded ? name.replace(/./g, letter => `%${letter.charCodeAt(0).toString(16)}`) : name,
    )
  const folder = fc.constantFrom('', './', '../', 'a/b/', '/', '.\\', 'https:', '%2e/')
  const tail = fc.constantFrom('', '?a.png', '#a.png', '?#.md')
  fc.assert(
    fc.property(folder, fc.stringMatching(/^[\w.-]*\w$/), spelt, tail, (path, name, end, more) => {
      const url = `${path}${name}.${end}${more}`
      expect(isLinkRefused(url)).toBe(true)
      expect(isImageRefused(url)).toBe(true)
    }),
  )
})
