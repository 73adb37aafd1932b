import {webcrypto} from 'node:crypto'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {readBuiltPage} from '../../plugins/docusaurus-plugin-runbook/built-page.ts'

/** The source of a text, by another implementation than the build's. */
async function sourceOf(text: string): Promise<string> {
  const digest = await webcrypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`
}

const page = (body: string) => `<!doctype html><html lang=en><head><meta charset=UTF-8></head><body>${body}`

test('the hash is that of the published example', () => {
  // CSP Level 2, §4.2.5: script and digest as they stand there.
  const {scripts} = readBuiltPage(page("<script>alert('Hello, world.');</script>"))
  expect(scripts).toEqual(["'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"])
})

test('the hash is that of every text between the tags, as a browser reads it', async () => {
  const text = fc
    .string({unit: 'grapheme'})
    .filter(written => !/[\0\uD800-\uDFFF]|<(!--|\/?script)/iu.test(written) && written !== '')
  await fc.assert(
    fc.asyncProperty(text, async written => {
      const {scripts} = readBuiltPage(page(`<script>${written}</script>`))
      expect(scripts).toEqual([await sourceOf(written.replaceAll(/\r\n?/g, '\n'))])
    }),
  )
})

describe('a script', () => {
  test.each([
    ['without a type', '<script>x</script>'],
    ['of an empty type', '<script type>x</script>'],
    ['of a JavaScript type', '<script type=" Text/JavaScript ">x</script>'],
    ['of an old name', '<script type=application/x-ecmascript>x</script>'],
    ['that is a module', '<script type=module>x</script>'],
    ['that maps imports', '<script type=importmap>x</script>'],
    ['of an SVG image', '<svg><script>x</script></svg>'],
  ])('%s is run', async (_, html) => {
    expect(readBuiltPage(page(html)).scripts).toEqual([await sourceOf('x')])
  })

  test.each([
    ['that is data', '<script type=application/ld+json>{}</script>'],
    ['with parameters in its type', '<script type="text/javascript; charset=utf-8">x</script>'],
    ['that is a file', '<script src=/x.js></script>'],
    ['in a comment', '<!-- <script>x</script> -->'],
    ['in text', '<textarea><script>x</script></textarea>'],
    ['for browsers without any', '<noscript><script>x</script></noscript>'],
  ])('%s is none that a policy must name', (_, html) => {
    expect(readBuiltPage(page(html)).scripts).toEqual([])
  })
})

test('style attributes are taken as they are meant, each once', async () => {
  const {styles} = readBuiltPage(page('<p style="a&amp;b"><svg style="display: none;"/><i style="a&amp;b">'))
  expect(styles).toEqual([await sourceOf('a&b'), await sourceOf('display: none;')])
})

test.each([
  ['as Docusaurus writes it', '<!doctype html><html lang=en><head>', '<meta charset=UTF-8></head>'],
  ['with attributes and lines', '<!doctype html>\r\n<html>\r\n<HEAD\r\n id="a>b">', '\r\n<title>x</title>'],
  ['after letters beyond ASCII', '<!doctype html><!-- é 𝒳 --><html><head>', '<title>x</title>'],
])('the head begins where its tag ends: %s', (_, before, after) => {
  expect(readBuiltPage(before + after).headStart).toBe(before.length)
})

test('a head whose tag is not written has no place', () => {
  expect(readBuiltPage('<!doctype html><title>x</title>').headStart).toBeNull()
})

test('a policy of its own is seen', () => {
  const own = `<head><meta HTTP-EQUIV="content-security-policy" content="default-src 'none'">`
  expect(readBuiltPage(own).hasPolicy).toBe(true)
  expect(readBuiltPage(page('<meta http-equiv=refresh>')).hasPolicy).toBe(false)
})
