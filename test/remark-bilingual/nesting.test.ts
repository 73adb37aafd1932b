import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import {asWritten, findTooDeep} from '../../plugins/remark-bilingual/index.ts'
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
    ['brackets over lines that end as on Windows', '[\r\n'.repeat(deep)],
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
  ['many links', '[a](https://x.example) '.repeat(4000)],
  ['many links in paragraphs of their own', '[a](https://x.example)\r\n\r\n'.repeat(deep)],
  ['many strong words', '**a** '.repeat(300)],
  ['many strong words in paragraphs of their own', '**a**\r\n \r\n'.repeat(deep)],
  ['code below many columns', `${' '.repeat(300)}x`],
  ['fenced code', `a\n\n\`\`\`text\n${'['.repeat(deep)}\n\n${'> '.repeat(deep)}\n\`\`\`\n\nb\n`],
  ['fenced code behind a comment', `<!-- a -->\n\n\`\`\`\n${'['.repeat(deep)}\n\`\`\`\n`],
  ['fenced code with tildes, to the end', `~~~\r\n${'['.repeat(deep)}\r\n`],
  ['ten levels of quotes and lists', '> - '.repeat(10)],
])('%s is no nesting', (_, markdown) => {
  expect(findTooDeep(markdown)).toBeNull()
})

test.each([
  ['comments begun', 'a <!--'.repeat(deep)],
  ['instructions begun', 'a <?'.repeat(deep)],
  ['ends of links', 'a]('.repeat(deep)],
  ['links', '[a](u) '.repeat(deep)],
  ['signs of emphasis', '_a* '.repeat(deep)],
  ['strokes', '~~a~~ '.repeat(deep)],
  ['code in backticks of all lengths', Array.from({length: 50}, (_, index) => '`'.repeat(index)).join(' ')],
  ['columns', `${'|a'.repeat(deep)}|\n${'|-'.repeat(deep)}|\n${'|x|\n'.repeat(deep)}`],
])('%s beyond number are shown as they are written', async (_, markdown) => {
  expect(findTooDeep(markdown)).not.toBeNull()
  expect(await toHtml(markdown, {side: 'source'})).toMatch(/^<p>[^]*<\/p>$/)
})

test('elements that nest too deep are shown as text from there on', async () => {
  const html = await toHtml('<b>'.repeat(deep), {side: 'source'})
  expect(html.match(/<b>/g)).toHaveLength(100)
  expect(html.match(/&#x3C;b>/g)).toHaveLength(deep - 100)
})

test('no two nodes of a tree that shows a text as it is written share a place', () => {
  const points: unknown[] = []
  visit(asWritten('a\nb'), ({position}) => void points.push(position?.start, position?.end))
  expect(points).toHaveLength(6)
  expect(new Set(points).size).toBe(6)
})
