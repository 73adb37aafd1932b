import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {VFile} from 'vfile'
import {VFileMessage} from 'vfile-message'
import {describe, expect, test} from 'vitest'
import remarkBilingual, {placeOf} from '../../plugins/remark-bilingual/index.ts'
import {flagship, pair} from '../bilingual/flagship.ts'
import {mdxToHtml, toHtml, toTree} from './pipelines.ts'

const id = 'enable-password-writeback-in-azure-ad-connect'

describe.each([
  [
    'source',
    'Enable password writeback in Azure AD Connect',
    'On the <strong>Welcome</strong> page, click <strong>Configure</strong>.',
  ],
  [
    'target',
    "Activer l'écriture différée de mot de passe dans Azure AD Connect",
    'Sur la page <strong>Bienvenue</strong>, cliquez sur <strong>Configurer</strong>.',
  ],
] as const)('the flagship’s %s side', (side, title, sentence) => {
  test.each([
    ['plain unified', () => toHtml(flagship, {side}, 'plain')],
    ['unified with GFM', () => toHtml(flagship, {side})],
    ['MDX', () => mdxToHtml(flagship, {side})],
  ])('%s renders it without a trace of the other side', async (_, render) => {
    const html = await render()
    expect(html).toContain(`<h1 id="${id}">${title}</h1>`)
    expect(html).toContain(`<li>${sentence}</li>`)
    expect(html.match(/<ol>/g)).toHaveLength(2)
    expect(html.match(/<li>/g)?.length).toBeGreaterThanOrEqual(13)
    expect(html).not.toMatch(/data-[ts]tu-id|sxs-lookup|<a name/)
    expect(html).not.toContain(side === 'source' ? 'Bienvenue' : 'Welcome')
  })
})

test('segments and projection stand on the file’s data', async () => {
  const {file} = await toTree(flagship, {side: 'source'})
  const {bilingual} = file.data
  expect(bilingual?.segments).toHaveLength(21)
  expect(bilingual?.scan.text).toBe(flagship)
  expect(bilingual?.text).not.toContain('sxs-lookup')
})

test('an article without a segment is only parsed', async () => {
  const html = await toHtml('# <a name="x"></a>Guide\n\n[here](/docs) <foo>\n\n> [!NOTE]\n> Words\n', {
    side: 'target',
  })
  expect(html).toContain('<a name="x"></a>Guide')
  expect(html).toContain('href="/docs"')
  expect(html).toContain('<blockquote>')
})

test('without a parser to wrap, the order of the plugins is named', () => {
  const processor = unified().use(remarkBilingual, {side: 'source'}).use(remarkParse)
  expect(() => processor.freeze()).toThrow('use remark-parse before remark-bilingual')
})

describe('places', () => {
  test.each(['source', 'target'] as const)(
    'a node of the %s side leads to its text in the authored file',
    async side => {
      const {tree, file} = await toTree(flagship, {side})
      let seen = 0
      visit(tree, 'strong', node => {
        const place = placeOf(file, node)
        const [text] = node.children
        expect(flagship.slice(place?.start.offset, place?.end.offset)).toBe(
          `**${text?.type === 'text' ? text.value : ''}**`,
        )
        const line = flagship.split('\n')[(place?.start.line ?? 0) - 1] ?? ''
        expect(line.slice((place?.start.column ?? 0) - 1)).toMatch(/^\*\*/)
        seen += 1
      })
      expect(seen).toBeGreaterThan(15)
    },
  )

  test('a byte order mark shifts nothing', async () => {
    const text = `\uFEFF${pair('0a1b2-1', 'mot', 'word **x**')}`
    const {tree, file} = await toTree(text, {side: 'source'})
    visit(tree, 'strong', node => {
      expect(placeOf(file, node)?.start).toMatchObject({line: 1, column: text.indexOf('**')})
    })
  })

  test('a node that was made has none', async () => {
    const {file} = await toTree(flagship, {side: 'source'})
    expect(placeOf(file, {type: 'text'})).toBeUndefined()
  })

  test('a file that was not projected has its own places', () => {
    const file = new VFile('a\nb')
    const tree = unified().use(remarkParse).parse(file)
    expect(placeOf(file, tree)).toMatchObject({start: {line: 1, column: 1}, end: {line: 2, column: 2}})
  })

  test('a parser’s error is at its place in the authored file', () => {
    const text = `# ${pair('0a1b2-1', 'mot', 'word')}\n\n${pair('0a1b2-2', 'un', 'one')} {x +\n`
    const processor = unified().use(remarkParse).use(remarkMdx).use(remarkBilingual, {side: 'target'})
    try {
      processor.parse(new VFile(text))
      expect.unreachable()
    } catch (cause) {
      if (!(cause instanceof VFileMessage)) throw cause
      expect(cause.line).toBe(text.split('\n').findIndex(line => line.includes('{x +')) + 1)
      expect(cause.column).toBeGreaterThan(text.split('\n')[2]?.indexOf('{x +') ?? 0)
    }
  })
})
