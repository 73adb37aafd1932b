import type {Root} from 'mdast'
import rehypeRaw from 'rehype-raw'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import {VFile} from 'vfile'
import type {LocaleTag} from '../../src/model/locale.ts'
import type {Side} from '../bilingual/index.ts'
import remarkBilingual, {asWritten, findTooDeep, finish, refuseMarkup} from '../remark-bilingual/index.ts'

/** The HTML of an article's body. */
export interface Rendered {
  readonly html: string
  /** Its outermost elements, each with the lines of Markdown that it comes from, from 1. */
  readonly blocks: readonly {readonly html: string; readonly lines: readonly [first: number, last: number]}[]
}

/** HTML of one side of a bilingual text, as a unified pipeline with `remark-bilingual` writes it. */
export function renderSide(body: string, side: Side, locale: LocaleTag | null): Rendered {
  const options = {side, ...(locale !== null && {locale})}
  const processor = unified().use(remarkParse).use(remarkBilingual, options).use(remarkGfm)
  const file = new VFile(body)
  return toHtml(processor.runSync(processor.parse(file), file) as Root)
}

/** HTML of a published text, which knows no pairs: parsed by remark alone, then finished as an article is. */
export function renderPublished(body: string, locale: LocaleTag | null): Rendered {
  const markdown = body.replace(/^\uFEFF/, '')
  const tree = findTooDeep(markdown) === null ? plain.parse(markdown) : asWritten(markdown)
  finish(tree, locale)
  refuseMarkup(tree)
  return toHtml(tree)
}

const plain = unified().use(remarkParse).use(remarkGfm).freeze()
const rehype = unified().use(remarkRehype, {allowDangerousHtml: true}).use(rehypeRaw).freeze()
const written = unified().use(rehypeStringify).freeze()

function toHtml(tree: Root): Rendered {
  const root = rehype.runSync(tree)
  const elements = root.children.filter(each => each.type === 'element')
  return {
    html: written.stringify(root),
    blocks: elements.map(each => ({
      html: written.stringify({type: 'root', children: [each]}),
      lines: [each.position?.start.line ?? 0, each.position?.end.line ?? 0],
    })),
  }
}
