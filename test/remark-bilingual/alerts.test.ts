import {describe, expect, test} from 'vitest'
import {pair} from '../bilingual/flagship.ts'
import {mdxToHtml, toHtml, toTree} from './pipelines.ts'

const segment = pair('0a1b2-102', 'Mots', 'Words')
const source = {side: 'source'} as const

test.each([
  ['note', `> [!NOTE]\n> ${segment}`, 'note'],
  ['tip', `> [!TIP]\n> ${segment}`, 'tip'],
  ['important', `> [!IMPORTANT]\n> ${segment}`, 'important'],
  ['warning', `> [!WARNING]\n> ${segment}`, 'warning'],
  ['caution', `> [!CAUTION]\n> ${segment}`, 'caution'],
  ['mixed case and no blank', `>[!Note] \n>${segment}`, 'note'],
  ['a hard break behind the kind', `> [!NOTE]  \n> ${segment}`, 'note'],
  ['a paragraph of its own', `> [!NOTE]\n>\n> ${segment}`, 'note'],
  ['the words on the same line', `> [!NOTE] ${segment}`, 'note'],
])('%s becomes an alert', async (_, markdown, kind) => {
  const expected = `<div class="alert is-${kind}" role="note">\n<p>Words</p>\n</div>`
  expect(await toHtml(markdown, source)).toBe(expected)
  expect(await mdxToHtml(markdown, source)).toBe(expected)
})

test('an alert inside a step stays in the step', async () => {
  const html = await toHtml(
    `1. ${segment}\n\n    > [!NOTE]\n    > ${pair('0a1b2-103', 'x', 'Wait')}\n`,
    source,
  )
  expect(html).toMatch(
    /<li>\s*<p>Words<\/p>\s*<div class="alert is-note" role="note">\s*<p>Wait<\/p>\s*<\/div>\s*<\/li>/,
  )
})

test.each([
  ['an unknown kind', `> [!TIPS]\n> ${segment}`, '[!TIPS]'],
  ['a video', `> [!VIDEO https://www.example.com/v]\n>\n> ${segment}`, '[!VIDEO'],
  ['a name every object has', `> [!constructor]\n> ${segment}`, '[!constructor]'],
  ['a quote', `> ${segment}`, '<p>Words</p>'],
])('%s stays a quote', async (_, markdown, kept) => {
  const html = await toHtml(markdown, source)
  expect(html).toMatch(/^<blockquote>/)
  expect(html).toContain(kept)
})

describe('as a directive, for admonitions', () => {
  test.each([
    ['NOTE', 'note'],
    ['TIP', 'tip'],
    ['IMPORTANT', 'info'],
    ['WARNING', 'warning'],
    ['CAUTION', 'danger'],
  ])('%s', async (kind, name) => {
    const {tree} = await toTree(`> [!${kind}]\n> ${segment}\n>\n> > [!TIP]\n> > x\n`, {
      ...source,
      alerts: 'directive',
    })
    expect(tree.children).toMatchObject([
      {
        type: 'containerDirective',
        name,
        children: [
          {type: 'paragraph', children: [{type: 'text', value: 'Words'}]},
          {type: 'containerDirective', name: 'tip'},
        ],
      },
    ])
  })
})
