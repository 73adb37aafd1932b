import {expect, describe, test} from 'vitest'
import {pair} from '../bilingual/flagship.ts'
import {toHtml} from './pipelines.ts'

describe('what may stand', () => {
  test.each([
    [
      'a placeholder of several words',
      'Run x <user principal name> now',
      '<p>Run x &#x3C;user principal name> now</p>',
    ],
    ['a placeholder that looks like a closing tag', 'a </Listeners> b', '<p>a &#x3C;/Listeners> b</p>'],
    ['a placeholder in a strong text', '**<tenant>**', '<p><strong>&#x3C;tenant></strong></p>'],
    ['a bare tag', 'a<br>b <u>c</u><BR/>', '<p>a<br>b <u>c</u><br></p>'],
    [
      'words that no tool translates',
      'a <span class="notranslate">Azure</span> <SPAN translate=\'no\' class=notranslate>B</SPAN>',
      '<p>a <span>Azure</span> <span>B</span></p>',
    ],
    ['the name of a place', 'a <a name="x"></a>b', '<p>a <a name="x"></a>b</p>'],
    [
      'an image of its own',
      "a <img src='data:image/png;base64,iVBO/+=' />",
      '<p>a <img src="data:image/png;base64,iVBO/+="></p>',
    ],
    [
      'an autolink',
      '<https://contoso.example>',
      '<p><a href="https://contoso.example">https://contoso.example</a></p>',
    ],
    ['a page of Windows’ settings', '[a](ms-settings:display)', '<p><a href="ms-settings:display">a</a></p>'],
    ['a comment, which is left out', 'a<!-- <b> --> b', '<p>a b</p>'],
  ])('%s', async (_, words, html) => {
    expect(await toHtml(pair('0a1b2-102', 'x', words), {side: 'source'})).toBe(html)
    expect(await toHtml(words, {side: 'source'})).toBe(html)
  })

  test.each([
    ['a placeholder alone on its line', '<CustomDomain>', '\n<p>&#x3C;CustomDomain></p>'],
    [
      'placeholders in lines of their own',
      '<Listeners>\n<Listener>\n</Listeners>',
      '\n<p>&#x3C;Listeners>\n&#x3C;Listener>\n&#x3C;/Listeners></p>',
    ],
    ['a block of bare tags', '<div>\n<b>x</b>\n</div>', '\n<div>\n<b>x</b>\n</div>'],
    ['a comment of its own', '<!-- c -->', ''],
  ])('%s', async (_, markdown, html) => {
    const written = `${pair('0a1b2-102', 'x', 'Words')}\n\n${markdown}\n`
    expect(await toHtml(written, {side: 'source'})).toBe(`<p>Words</p>${html}`)
  })
})

const payloads: readonly (readonly [string, string])[] = [
  ['a script', '<script>alert(1)</script>'],
  ['a script in capitals', '<SCRIPT SRC=//x.example>'],
  ['a script over lines', 'a <script\nsrc="//x.example"\n>'],
  ['a frame with a page inside', '<iframe srcdoc="<script>alert(1)</script>"></iframe>'],
  ['a base', '<base href="//x.example/">'],
  ['a refresh', '<meta http-equiv="refresh" content="0;url=//x.example">'],
  ['a style', '<style>*{display:none}</style>'],
  ['a form', '<form action="//x.example"><input name="p"></form>'],
  ['a style sheet', '<link rel="stylesheet" href="//x.example">'],
  ['an object', '<object data="//x.example"></object><embed src="//x.example">'],
  ['a handler', 'a <img src=x onerror=alert(1)>'],
  ['a handler on a bare tag', 'a <b onclick="x()">b</b>'],
  ['a style on a bare tag', '<div style="position:fixed">a</div>'],
  ['an anchor that leads away', 'a <a href="//x.example">b</a>'],
  ['words that no tool translates with more', 'a <span class="notranslate" onclick="x()">b</span>'],
  ['words that no tool translates with another class', 'a <span class="notranslate alert">b</span>'],
  ['a name with more', 'a <a name="x" href="//x.example">b</a>'],
  ['an image with more', "a <img src='data:image/png;base64,AA' onload=x />"],
  ['an SVG', '<svg onload="x()"><animate onbegin="x()"/></svg>'],
  ['a MathML link', '<math><mi xlink:href="//x.example">a</mi></math>'],
  ['an element of any name', 'a <x-y onclick="x()">b</x-y>'],
  ['a tag behind a comment', '<!-- a --><script>alert(1)</script>'],
  ['a tag behind a comment of no letter', '<!--> <script>alert(1)</script> -->'],
  ['a tag that a comment hides', '<scr<!-- -->ipt>alert(1)</scr<!-- -->ipt>'],
  ['a comment without an end', '<!-- <script>alert(1)</script>'],
  ['a comment in a comment', 'a <!-- --!> <script>alert(1)</script> -->'],
  ['a declaration', '<!DOCTYPE x [<!ENTITY a "b">]><script>alert(1)</script>'],
  ['character data', 'a <![CDATA[<script>alert(1)</script>]]>'],
  ['an instruction', '<?x <script>alert(1)</script> ?>'],
  ['a block that begins harmless', '<div>\n<script>alert(1)</script>\n</div>'],
  ['a block with a placeholder', '<Listeners>\n<script>alert(1)</script>'],
  ['a plain text', '<plaintext><textarea><title><noscript><xmp>'],
  ['a link that runs', '[a](javascript:alert(1))'],
  ['a link that runs, in capitals and blanks', '[a](< JaVa&Tab;Script:alert(1)>)'],
  ['a link that runs, as the page’s own path', '[a](pathname://javascript:alert(1))'],
  ['a link of data', '[a](data:text/html,<script>alert(1)</script>)'],
  ['an autolink', '<vbscript:alert(1)>'],
  ['a link by reference', '[a][r]\n\n[r]: javascript:alert(1)'],
  ['a link around an image', '[![a](https://x.example/a.png)](javascript:alert(1))'],
  ['an image of another host', '![a](https://x.example/a.png)'],
  ['an image without a scheme', '![a](//x.example/a.png)'],
  ['an image with backslashes', '![a](<\\\\\\\\x.example/a.png>)'],
  ['an image by reference', '![a][r]\n\n[r]: http://x.example/a.png'],
  ['an image that is a page', '![a](data:image/svg+xml;base64,AA)'],
]

// Elements that Markdown itself gives to these texts, without any attribute but a harmless one.
const allowed = /<\/?(?:p|b|br|div|ul|ol|li|blockquote|h2|table|thead|tbody|tr|th|td|strong|span|a)>|\n/g

describe.each(payloads)('%s', (_, payload) => {
  const inList = `- x\n\n${payload.replace(/^/gm, '  ')}\n`
  const [half, rest] = [payload.slice(0, 4), payload.slice(4)]

  test.each([
    ['a block of an article without segments', payload, 'source'],
    ['inside words', `x ${payload}`, 'source'],
    ['a list item', inList, 'source'],
    ['a quote', payload.replace(/^/gm, '> '), 'source'],
    ['an alert', `> [!NOTE]\n${payload.replace(/^/gm, '> ')}`, 'source'],
    ['a heading', `## x ${payload}`, 'source'],
    ['the target half only', pair('0a1b2-1', payload, 'words'), 'target'],
    ['two segments', `${pair('0a1b2-1', half, 'x')}${pair('0a1b2-2', rest, 'y')}`, 'target'],
    ['a segment and what follows', `${pair('0a1b2-1', half, 'x')}${rest}`, 'target'],
  ] as const)('in %s, reaches no page', async (__, markdown, side) => {
    const html = await toHtml(markdown, {side})
    const left = html.replace(/ class="alert is-note" role="note"/, '').replace(allowed, '')
    expect(left).not.toMatch(/<[^ ]/)
    expect(html).not.toMatch(/<(?:a|img)\b[^>]*(?:href|src)=/)
  })
})

test('text shown stays whole', async () => {
  expect(await toHtml('x <script>alert(1)</script> y', {side: 'source'})).toBe(
    '<p>x &#x3C;script>alert(1)&#x3C;/script> y</p>',
  )
  expect(
    await toHtml('[a *b*](javascript:x) ![c](//x.example/d) [e][r]\n\n[r]: data:x', {side: 'source'}),
  ).toBe('<p>a <em>b</em> c e</p>')
})
