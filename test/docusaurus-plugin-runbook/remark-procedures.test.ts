import {readFileSync} from 'node:fs'
import type {Root, RootContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import remarkProcedures from '../../plugins/docusaurus-plugin-runbook/remark-procedures.ts'
import remarkBilingual from '../../plugins/remark-bilingual/index.ts'
import type {StepPlace} from '../../plugins/runbook/index.ts'
import type {Side} from '../../plugins/bilingual/segment.ts'

const flagship = readFileSync(new URL('../fixtures/flagship/article.md', import.meta.url), 'utf8')

function blocksOf(
  markdown: string,
  {
    side = 'source',
    isRunbook = true,
    bulleted = [],
  }: {side?: Side; isRunbook?: boolean; bulleted?: number[]} = {},
) {
  const file = new VFile({path: 'article.md', value: markdown})
  const processor = unified()
    .use(remarkParse)
    .use(remarkBilingual, {side, locale: side === 'source' ? 'en-US' : 'fr-FR'})
    .use(remarkProcedures, {isRunbook: () => isRunbook, bulletedIn: () => bulleted})
  return (processor.runSync(processor.parse(file), file) as Root).children
}

/** The tree as lines: names, their attributes, the words of what holds no element. */
function outline(blocks: readonly RootContent[], depth = 0): readonly string[] {
  return blocks.flatMap(block => {
    const indent = '  '.repeat(depth)
    if (block.type !== 'mdxJsxFlowElement') return [`${indent}${block.type}: ${toString(block).slice(0, 60)}`]
    const attributes = block.attributes.flatMap(each =>
      each.type === 'mdxJsxAttribute' && typeof each.value === 'string' ? [`${each.name}=${each.value}`] : [],
    )
    const head = `${indent}${[block.name, ...attributes].join(' ')}`
    if (block.name === 'StepSentence') return [`${head}: ${toString(block).slice(0, 60)}`]
    return [head, ...outline(block.children, depth + 1)]
  })
}

test('the flagship becomes lead, two parts of 8 and 5 steps, and a crossing', () => {
  const lines = outline(blocksOf(flagship)).filter(
    line => !line.includes('yaml') && !line.includes('thematicBreak'),
  )
  expect(lines.filter(line => /^ {2}RunbookStep number=1\./.test(line))).toHaveLength(8)
  expect(lines.filter(line => /^ {2}RunbookStep number=2\./.test(line))).toHaveLength(5)
  const top = lines.filter(line => !line.startsWith('    ') && !line.includes('RunbookStep'))
  expect(top.slice(top.findIndex(line => line.startsWith('RunbookLead')))).toMatchInlineSnapshot(`
    [
      "RunbookLead",
      "  paragraph: To enable self-service password reset writeback, first enabl",
      "RunbookPart part=1",
      "  paragraph: From your Azure AD Connect server, complete the following st",
      "RunbookCrossing from=1 to=2",
      "  paragraph: With password writeback enabled in Azure AD Connect, configu",
      "RunbookPart part=2",
      "  paragraph: To enable password writeback in SSPR, complete the following",
      "paragraph: For more information, see Enable Azure Active Directory self",
      "blockquote: When an administrator resets a user's password in the Azure ",
    ]
  `)
})

test('both sides give the same elements', () => {
  const shape = (side: Side) => outline(blocksOf(flagship, {side})).map(line => line.replace(/:.*/, ''))
  expect(shape('target')).toEqual(shape('source'))
})

test('a bulleted list is a part of steps where it is named', () => {
  const markdown = '# Title\n\n- prose\n\nDo this:\n\n- One\n- Two\n'
  expect(outline(blocksOf(markdown, {bulleted: [1]})).filter(line => line.includes('Runbook'))).toEqual([
    'RunbookLead',
    'RunbookPart part=1',
    '  RunbookStep number=1.1',
    '  RunbookStep number=1.2',
  ])
})

test('no word is lost or said twice', () => {
  const words = (blocks: readonly RootContent[]) =>
    blocks
      .map(block => toString(block))
      .join(' ')
      .replace(/\s+/g, '')
  for (const side of ['source', 'target'] as const)
    expect(words(blocksOf(flagship, {side}))).toBe(words(blocksOf(flagship, {side, isRunbook: false})))
})

describe('shapes of articles', () => {
  test('an article without an action file keeps its lists', () => {
    expect(outline(blocksOf('# Title\n\n1. One\n', {isRunbook: false}))).toEqual([
      'heading: Title',
      'list: One',
    ])
  })

  test('a list that goes on after prose stays one part', () => {
    expect(outline(blocksOf('# Title\n\nDo this:\n\n1. One\n\n> Careful.\n\n2. Two\n'))).toEqual([
      'heading: Title',
      'RunbookLead',
      'RunbookPart part=1',
      '  paragraph: Do this:',
      '  RunbookStep number=1.1',
      '    StepSentence: One',
      '  blockquote: Careful.',
      '  RunbookStep number=1.2',
      '    StepSentence: Two',
    ])
  })

  test('what follows the first paragraph of an item is its prose', () => {
    expect(outline(blocksOf('1. One\n\n   More.\n\n   - a\n'))).toEqual([
      'RunbookLead',
      'RunbookPart part=1',
      '  RunbookStep number=1.1',
      '    StepSentence: One',
      '    StepProse',
      '      paragraph: More.',
      '      list: a',
    ])
  })
})

describe('a page with other steps than it is compiled with is none', () => {
  const run = (steps: readonly StepPlace[]) => {
    const file = new VFile({path: 'article.md', value: 'Do:\n\n1. One\n2. Two\n'})
    const processor = unified()
      .use(remarkParse)
      .use(remarkProcedures, {isRunbook: () => true, stepsIn: () => steps})
    return () => processor.runSync(processor.parse(file), file)
  }

  test('the same steps at the same places are a page', () => {
    expect(
      run([
        {number: '1.1', start: 8},
        {number: '1.2', start: 15},
      ]),
    ).not.toThrow()
  })

  test.each([
    ['a step less', [{number: '1.1', start: 8}], '1.1'],
    [
      'another number',
      [
        {number: '1.1', start: 8},
        {number: '2.1', start: 15},
      ],
      '1.1, 2.1',
    ],
    [
      'another place',
      [
        {number: '1.1', start: 8},
        {number: '1.2', start: 40},
      ],
      '1.1, 1.2',
    ],
    ['no steps', [], 'none'],
  ])('%s', (_, steps, compiled) => {
    expect(run(steps)).toThrow(
      `article.md: Unexpected steps 1.1, 1.2 on the page, expected those it is compiled with, ${compiled}, at their places`,
    )
  })
})
