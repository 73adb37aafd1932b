import type {Root} from 'mdast'
import type {MdxJsxTextElement} from 'mdast-util-mdx-jsx'
import rehypeRaw from 'rehype-raw'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import {VFile} from 'vfile'
import remarkBilingual, {type Options} from '../../plugins/remark-bilingual/index.ts'

/** HTML of a Markdown text; `gfm` also loads tables and the like. */
export async function toHtml(text: string, options: Options, gfm: 'gfm' | 'plain' = 'gfm'): Promise<string> {
  const processor = unified()
    .use(remarkParse)
    .use(remarkBilingual, options)
    .use(gfm === 'gfm' ? [remarkGfm] : [])
    .use(remarkRehype, {allowDangerousHtml: true})
    .use(rehypeRaw)
    .use(rehypeStringify)
  return String(await processor.process(text))
}

/** HTML of an MDX text without components. */
export async function mdxToHtml(text: string, options: Options): Promise<string> {
  const processor = unified()
    .use(remarkParse)
    .use(remarkMdx)
    .use(remarkBilingual, options)
    .use(remarkRehype, {handlers: {mdxJsxTextElement: toElement}})
    .use(rehypeStringify)
  return String(await processor.process(text))
}

function toElement(_: unknown, node: MdxJsxTextElement) {
  return {type: 'element' as const, tagName: node.name ?? 'span', properties: {}, children: []}
}

/** The transformed tree of a text, and its file. */
export async function toTree(
  text: string,
  options: Options,
): Promise<{readonly tree: Root; readonly file: VFile}> {
  const processor = unified().use(remarkParse).use(remarkBilingual, options).use(remarkGfm)
  const file = new VFile(text)
  const tree = await processor.run(processor.parse(file), file)
  return {tree: tree as Root, file}
}
