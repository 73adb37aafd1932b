import type {Finding} from '../bilingual/finding.ts'
import type {Range} from '../bilingual/segment.ts'
import type {Document} from './document.ts'

/**
 * What the article cannot keep of the source because the format has room for one language only: the description, and
 * those of images where the translation has its own.
 */
export function findLosses(source: Document, target: Document): readonly Finding[] {
  const {description} = source.attributes
  const described =
    typeof description === 'string' && description !== ''
      ? [lossOf('description', description, placeOf(source))]
      : []
  const images = source.blocks.flatMap((block, index) =>
    block.images.flatMap(({alt, range}, at) => {
      const own = target.blocks[index]?.images[at]?.alt ?? ''
      return alt === '' || alt === own ? [] : [lossOf('description of an image', alt, range)]
    }),
  )
  return [...described, ...images]
}

/** What the title of the translation is taken from where its front matter has none. */
export function findTitle(target: Document, source: Document): readonly Finding[] {
  if (target.attributes['title'] !== undefined) return []
  const heading = target.blocks.find(each => each.title !== '')
  const {title} = source.attributes
  const other = typeof title === 'string' ? title : source.blocks.find(each => each.title !== '')?.title
  const range = heading?.range ?? {start: target.frontMatter.start, end: target.frontMatter.start}
  if (heading === undefined && other === undefined) return []
  const isOwn = heading === undefined ? '' : 'own'
  return [{ruleId: 'title-taken', args: {actual: heading?.title ?? other ?? '', isOwn}, range}]
}

function lossOf(what: string, actual: string, range: Range): Finding {
  return {ruleId: 'source-lost', args: {what, actual}, range}
}

function placeOf({text, frontMatter}: Document): Range {
  const at = text.slice(0, frontMatter.end).search(/^description[ \t]*:/m)
  const start = Math.max(at, frontMatter.start)
  return {start, end: at === -1 ? frontMatter.end : start + 'description'.length}
}
