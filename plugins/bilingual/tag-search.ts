// Where the pieces of a pair begin and end among the tags of a text. All searches run forward from where the reading
// stands and stop at the next tag of the format, so that the whole stays linear.
import type {Range} from './segment.ts'
import type {Tag} from './tags.ts'

/** Where a source ends. */
export interface End {
  readonly sourceEnd: number
  readonly end: number
  /** Index of the tag after the pair. */
  readonly next: number
}

/**
 * The `</span></span>` that ends a source. A single `</span>` is text, for stray ones occur; in a longer run those come
 * first that close a span opened inside the source.
 */
export function endOf(tags: readonly Tag[], from: number, to: number): End | undefined {
  let depth = 0
  let at = from
  while (at < to) {
    const run = runOfCloses(tags, at, to)
    const length = run - at
    if (length >= 2) {
      const last = at + Math.min(depth, length - 2)
      const [first, second] = [tags[last], tags[last + 1]]
      if (first === undefined || second === undefined) return undefined
      return {sourceEnd: first.range.start, end: second.range.end, next: last + 2}
    }
    depth = Math.max(0, depth + (length === 1 ? -1 : 1))
    at += 1
  }
  return undefined
}

/** Index after the adjacent closing tags that begin at `at`. */
function runOfCloses(tags: readonly Tag[], at: number, to: number): number {
  let index = at
  while (index < to && tags[index]?.kind === 'close') {
    if (index > at && tags[index]?.range.start !== tags[index - 1]?.range.end) break
    index += 1
  }
  return index
}

/** The first closing tag that belongs to no span opened after `from`. */
export function closeOf(tags: readonly Tag[], from: number, to: number): Tag | undefined {
  let depth = 0
  for (let at = from; at < to; at += 1) {
    const tag = tags[at]
    if (tag?.kind === 'open') depth += 1
    else if (tag?.kind === 'close' && depth === 0) return tag
    else if (tag?.kind === 'close') depth -= 1
  }
  return undefined
}

/** The last closing tag of a stretch. */
export function lastClose(tags: readonly Tag[], from: number, to: number): Tag | undefined {
  for (let at = to - 1; at >= from; at -= 1) if (tags[at]?.kind === 'close') return tags[at]
  return undefined
}

/** Index of the next tag of the format itself. */
export function nextMark(tags: readonly Tag[], from: number): number {
  let at = from
  while (tags[at]?.kind === 'open' || tags[at]?.kind === 'close') at += 1
  return at
}

/** What stands between two tags; undefined where they touch. */
export function gapBetween(left: Tag, right: Tag): Range | undefined {
  return left.range.end === right.range.start ? undefined : {start: left.range.end, end: right.range.start}
}
