import {describe, expect, test} from 'vitest'
import {pair} from '../bilingual/flagship.ts'
import {mdxToHtml, toHtml, toTree} from './pipelines.ts'

const segment = pair('0a1b2-102', 'Mots', 'Words')

describe.each([
  ['plain unified', toHtml],
  ['MDX', mdxToHtml],
] as const)('%s', (_, render) => {
  test.each([
    ['an anchor', `## <a name="x-y"></a>${segment}`, '<h2 id="x-y">Words</h2>'],
    ['an anchor and a blank', `## <a name="x"></a> ${segment}`, '<h2 id="x">Words</h2>'],
    ['an anchor around the words', `## <a name="x">${segment}</a>`, '<h2 id="x">Words</h2>'],
    ['no anchor', `## ${segment}`, '<h2>Words</h2>'],
    ['an anchor in a paragraph', `<a name="x"></a>${segment}`, 'Words</p>'],
  ])('a heading with %s', async (__, markdown, html) => {
    expect(await render(markdown, {side: 'source'})).toContain(html)
  })
})

test('of two anchors the first is the id and the second can still be reached', async () => {
  const html = await toHtml(`## <a name="x"></a><a name="X"></a> ${segment}`, {side: 'source'})
  expect(html).toBe('<h2 id="x"><a name="X"></a> Words</h2>')
})

test('the id is on the node too, where tables of contents read it', async () => {
  const {tree} = await toTree(`## <a name="x"></a>${segment}`, {side: 'target'})
  expect(tree.children[0]).toMatchObject({type: 'heading', data: {id: 'x', hProperties: {id: 'x'}}})
})
