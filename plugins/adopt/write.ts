import type {Range} from '../bilingual/segment.ts'
import type {Match} from './align.ts'
import type {Block} from './blocks.ts'
import type {Document} from './document.ts'

/** A block with its twin and with what become its pairs. */
export type PairedBlock = Omit<WrittenBlock, 'ids'>

/** A block of the article that is written, with its pairs. */
export interface WrittenBlock {
  readonly block: Block
  /** The same block of the translation; null where there is none. */
  readonly twin: Block | null
  readonly matches: readonly Match[]
  readonly ids: readonly string[]
}

/** What the body becomes: the target's text, or the source's where there is none, with pairs in place of its sentences. */
export function writeBody(
  source: Document,
  target: Document | null,
  blocks: readonly WrittenBlock[],
  slugOf: (heading: string) => string,
): string {
  const base = target ?? source
  const parts: string[] = []
  let at = base.frontMatter.end
  const put = (range: Range, written: string): void => {
    parts.push(base.text.slice(at, range.start), written)
    at = range.end
  }
  for (const {block, twin, matches, ids} of blocks) {
    const {range, title} = twin ?? block
    if (title !== '') {
      const names = namesIn(base.text, range)
      const own = namesIn(source.text, block.range)
      const slug = slugOf(block.title)
      const kept = source.text.slice(own.start, own.end) || base.text.slice(names.start, names.end)
      put(names, kept || `<a name="${slug}"></a>`)
    }
    for (const [index, match] of matches.entries()) {
      const english = textAt(source, match.source)
      const other = target === null || match.target === null ? '' : textAt(target, match.target)
      put(match.target ?? match.source, pair(ids[index] ?? '', other, english))
    }
  }
  return parts.join('') + base.text.slice(at)
}

/** The sides of a match as they are written. */
export function textAt({text}: Document, {start, end}: Range): string {
  return text.slice(start, end)
}

function pair(id: string, target: string, source: string): string {
  return `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`
}

/** Where the names of a heading stand, `<a name="…"></a>` with the blanks behind them; empty where they would begin. */
function namesIn(text: string, {start, end}: Range): Range {
  const heading = text.slice(start, end)
  const from = /^(?:#{1,6}[ \t]+)?/.exec(heading)?.[0].length ?? 0
  const names = /^(?:<a name="[^"<>]*"><\/a>[ \t]*)*/.exec(heading.slice(from))?.[0].length ?? 0
  return {start: start + from, end: start + from + names}
}
