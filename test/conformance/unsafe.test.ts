import fc from 'fast-check'
import {expect, test} from 'vitest'
import {renderSide} from '../../plugins/conformance/html.ts'
import {findUnsafe} from '../../plugins/conformance/unsafe.ts'
import {pair} from '../bilingual/flagship.ts'

test.each([
  ['a script', '<p><script>x</script></p>', ['<script>']],
  ['a handler', '<p onclick="x()">a</p>', ['onclick="x()"']],
  ['a link that runs', '<a href=" JavaScript:x()">a</a>', ['href=" JavaScript:x()"']],
  ['a link that a tab hides', '<a href="java&#9;script:x()">a</a>', ['href="java\tscript:x()"']],
  ['a link of data', '<a href="data:text/html,x">a</a>', ['href="data:text/html,x"']],
  ['a frame', '<iframe srcdoc="x"></iframe>', ['<iframe>', 'srcdoc="x"']],
  ['an SVG', '<svg></svg>', ['<svg>']],
  ['a style', '<div style="x">a</div>', ['style="x"']],
  ['an image of another host', '<img src="//x.example/a.png">', ['src="//x.example/a.png"']],
  [
    'an image that is a page',
    '<img src="data:image/svg+xml;base64,AA">',
    ['src="data:image/svg+xml;base64,AA"'],
  ],
  ['a field to write in', '<input type="text">', ['<input>']],
  ['text that names them', '<p>&lt;script> javascript:</p>', []],
  [
    'what articles hold',
    '<h1 id="a">b</h1><a href="https://x.example">c</a><img src="media/a.png" alt="d">',
    [],
  ],
])('%s is known', (_, html, found) => {
  expect(findUnsafe(html)).toEqual(found)
})

const pieces = fc.constantFrom(
  '<script>',
  '</script>',
  'alert(1)',
  '<img src=x ',
  'onerror=alert(1)',
  '>',
  '<',
  '/>',
  '"',
  "'",
  '`',
  '<svg',
  '<math',
  '<style>',
  '<!--',
  '-->',
  '--!>',
  '<![CDATA[',
  ']]>',
  '<?',
  '?>',
  '<iframe srcdoc="',
  '<a href="',
  '<a name="',
  'javascript:',
  'JaVa&Tab;Script:',
  'data:text/html,',
  '//x.example/',
  '[a](',
  '![a](',
  '[r]: ',
  '[r]',
  ')',
  '\n',
  '\n\n',
  '\n> ',
  '\n- ',
  '\n| a | b |\n|---|---|\n| ',
  '\t',
  '\\',
  '\u0000',
  '&#x3c;script&#x3e;',
  '<template>',
  '<noscript>',
  '<plaintext>',
  '<b>',
  '<div>',
  '</div>',
  '<span>',
  '</span>',
  'x',
  ' ',
)
const texts = fc.array(pieces, {maxLength: 14}).map(parts => parts.join(''))

test('no composition of unsafe HTML and links reaches a page, as skeleton or as either text of a pair', () => {
  fc.assert(
    fc.property(texts, texts, texts, (before, target, source) => {
      const text = `${before}${pair('0a1b2-1', target, source)}${before}`
      for (const side of ['target', 'source'] as const) {
        expect(findUnsafe(renderSide(text, side, null).html)).toEqual([])
      }
    }),
    {numRuns: 600},
  )
})
