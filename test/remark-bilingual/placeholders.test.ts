import {expect, test} from 'vitest'
import {pair} from '../bilingual/flagship.ts'
import {toHtml} from './pipelines.ts'

test.each([
  [
    'a placeholder of several words',
    'Run x <user principal name> now',
    '<p>Run x &#x3C;user principal name> now</p>',
  ],
  ['a placeholder that looks like a closing tag', 'a </Listeners> b', '<p>a &#x3C;/Listeners> b</p>'],
  ['a placeholder in a strong text', '**<tenant>**', '<p><strong>&#x3C;tenant></strong></p>'],
  ['an element of HTML', 'a<br>b <u>c</u>', '<p>a<br>b <u>c</u></p>'],
  [
    'an autolink',
    '<https://contoso.example>',
    '<p><a href="https://contoso.example">https://contoso.example</a></p>',
  ],
  ['a comment', 'a <!-- c --> b', '<p>a <!-- c --> b</p>'],
])('%s', async (_, words, html) => {
  expect(await toHtml(pair('0a1b2-102', 'x', words), {side: 'source'})).toBe(html)
})

test.each([
  ['a placeholder alone on its line', '<CustomDomain>', '<p>&#x3C;CustomDomain></p>'],
  [
    'placeholders in lines of their own',
    '<Listeners>\n<Listener>\n</Listeners>',
    '<p>&#x3C;Listeners>\n&#x3C;Listener>\n&#x3C;/Listeners></p>',
  ],
  ['a block of HTML', '<div class="a">\n<b>x</b>\n</div>', '<div class="a">\n<b>x</b>\n</div>'],
  ['a comment of its own', '<!-- c -->', '<!-- c -->'],
])('%s', async (_, markdown, html) => {
  const written = `${pair('0a1b2-102', 'x', 'Words')}\n\n${markdown}\n`
  expect(await toHtml(written, {side: 'source'})).toBe(`<p>Words</p>\n${html}`)
})
