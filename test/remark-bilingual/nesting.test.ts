import {describe, expect, test} from 'vitest'
import {findTooDeep} from '../../plugins/remark-bilingual/index.ts'
import {toHtml} from './pipelines.ts'

const deep = 5000

describe('what nests too deep is shown as it is written', () => {
  test.each([
    ['quotes', '> '.repeat(deep)],
    ['bullets', `${'- '.repeat(deep)}x`],
    ['numbers', `${'1. '.repeat(deep)}x`],
    ['a list below many columns', `${' '.repeat(300)}- x`],
    ['brackets', '['.repeat(deep)],
    ['images', `${'!['.repeat(deep)}x${'](u)'.repeat(deep)}`],
    ['what follows fenced code', `\`\`\`\na\n\`\`\`\n\n${'['.repeat(deep)}`],
    ['what follows a fence in a quote', `> \`\`\`\n\n${'['.repeat(deep)}`],
    ['what follows a fence in a list', `- a\n\n  \`\`\`\n\n${'['.repeat(deep)}`],
    ['what follows a fence in a comment', `<!--\n\n\`\`\`\n\n-->\n\n${'['.repeat(deep)}`],
    ['what follows a fence in HTML', `<div>\n\`\`\`\n\n${'['.repeat(deep)}`],
    ['what follows a code span over lines', `a\n\`\`\`b\`\`\`\n\n${'['.repeat(deep)}`],
    ['emphasis', `${'*a '.repeat(deep)}x`],
    ['stars', `${'*'.repeat(deep)}x${'*'.repeat(deep)}`],
  ])('%s', async (_, markdown) => {
    expect(findTooDeep(markdown)).not.toBeNull()
    const html = await toHtml(markdown, {side: 'source'})
    expect(html.startsWith('<p>') && html.endsWith('</p>')).toBe(true)
    // Blanks at the edges of lines are none of HTML's.
    const shown = html.slice(3, -4).replaceAll('&#x3C;', '<')
    expect(shown.replace(/^[ \t]+/gm, '')).toBe(markdown.trim().replace(/^[ \t]+/gm, ''))
  })
})

test.each([
  ['a rule of many signs', `${'- '.repeat(deep)}\n\n${'*'.repeat(deep)}\n`],
  ['many paragraphs with a bracket each', 'a [ b\n\n'.repeat(deep)],
  ['escaped brackets', '\\['.repeat(deep)],
  ['many links', '[a](https://x.example) '.repeat(deep)],
  ['many strong words', '**a** '.repeat(deep)],
  ['code below many columns', `${' '.repeat(300)}x`],
  ['fenced code', `a\n\n\`\`\`text\n${'['.repeat(deep)}\n\n${'> '.repeat(deep)}\n\`\`\`\n\nb\n`],
  ['fenced code behind a comment', `<!-- a -->\n\n\`\`\`\n${'['.repeat(deep)}\n\`\`\`\n`],
  ['fenced code with tildes, to the end', `~~~\r\n${'['.repeat(deep)}\r\n`],
  ['ten levels of quotes and lists', '> - '.repeat(10)],
])('%s is no nesting', (_, markdown) => {
  expect(findTooDeep(markdown)).toBeNull()
})

test('elements that nest too deep are shown as text from there on', async () => {
  const html = await toHtml('<b>'.repeat(deep), {side: 'source'})
  expect(html.match(/<b>/g)).toHaveLength(100)
  expect(html.match(/&#x3C;b>/g)).toHaveLength(deep - 100)
})
