import {describe, expect, test} from 'vitest'
import {pair} from '../bilingual/flagship.ts'
import {mdxToHtml, toHtml} from './pipelines.ts'

const front = '---\nms.contentlocale: fr-FR\n---\n'
const words = (html: string) => `<span lang="en" dir="ltr" class="untranslated">${html}</span>`
const mark = ' <span class="untranslated-mark">(anglais)</span>'

describe('an empty target', () => {
  test.each([
    [
      'a whole paragraph',
      pair('0a1b2-102', '', 'Hello **you**.'),
      `<p>${words('Hello <strong>you</strong>.')}${mark}</p>`,
    ],
    [
      'a heading, whose name stays its id',
      `# <a name="x"></a>${pair('0a1b2-102', '', 'Title')}`,
      `<h1 id="x">${words('Title')}${mark}</h1>`,
    ],
    [
      'between translations',
      [
        pair('0a1b2-102', 'Un.', 'One.'),
        pair('0a1b2-103', '', 'Two \\* & [three](/a).'),
        pair('0a1b2-104', 'Quatre.', 'Four.'),
      ].join(' '),
      `<p>Un. ${words('Two * &#x26; <a href="https://learn.microsoft.com/fr-fr/a">three</a>.')}${mark} Quatre.</p>`,
    ],
    [
      'two in a row, with one mark',
      [pair('0a1b2-102', '', 'One.'), pair('0a1b2-103', ' ', 'Two.')].join(' '),
      `<p>${words('One. Two.')}${mark}</p>`,
    ],
    [
      'the words of a link',
      `[${pair('0a1b2-102', '', 'Words')}](https://example.org)`,
      `<p><a href="https://example.org">${words('Words')}${mark}</a></p>`,
    ],
    [
      'an address in brackets, to which GFM gives no place',
      pair('0a1b2-102', '', 'See (it)[https://example.org].'),
      `<p>${words('See (it)[<a href="https://example.org">https://example.org</a>].')}${mark}</p>`,
    ],
    [
      'an item',
      `1. ${pair('0a1b2-102', '', 'Click **OK**.')}`,
      `<ol>\n<li>${words('Click <strong>OK</strong>.')}${mark}</li>\n</ol>`,
    ],
    ['an alert', `> [!NOTE]\n> ${pair('0a1b2-102', '', 'Careful.')}`, `<p>${words('Careful.')}${mark}</p>`],
  ])('%s shows the source, marked', async (_, markdown, expected) => {
    expect(await toHtml(front + markdown, {side: 'target', locale: 'fr-FR'})).toContain(expected)
  })

  test('a cell of a table shows it too', async () => {
    const html = await toHtml(`| a |\n| - |\n| ${pair('0a1b2-102', '', 'cell')} |`, {
      side: 'target',
      locale: 'fr-FR',
    })
    expect(html).toContain(`<td>${words('cell')}${mark}</td>`)
  })

  test('is no stand-in on the source side', async () => {
    const html = await toHtml(pair('0a1b2-102', '', 'Hello.'), {side: 'source'})
    expect(html).toBe('<p>Hello.</p>')
  })

  test.each([
    ['ar-SA', '(الإنجليزية)'],
    ['ja-JP', '(英語)'],
  ])('is marked in the words of %s', async (locale, expected) => {
    expect(await toHtml(pair('0a1b2-102', '', 'Hello.'), {side: 'target', locale})).toContain(expected)
  })

  test('is marked by its tag where the target has no locale', async () => {
    expect(await toHtml(pair('0a1b2-102', '', 'Hello.'), {side: 'target'})).toContain('(en)')
  })

  test('is marked in MDX', async () => {
    expect(await mdxToHtml(pair('0a1b2-102', '', 'Hello **you**.'), {side: 'target', locale: 'fr-FR'})).toBe(
      `<p>${words('Hello <strong>you</strong>.')}${mark}</p>`,
    )
  })
})
