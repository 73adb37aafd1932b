import type {Finding} from './finding.ts'
import type {Range, Segment} from './segment.ts'
import {literal, type Tag} from './tags.ts'

/**
 * What is left of a pair whose own tags can no longer be known for such: an attribute outside a tag, a tag that ends
 * nowhere, a closing tag that ends nothing. Linear. The last two are looked for in bilingual files only, because other
 * Markdown may hold spans of its own.
 */
export function findScraps(
  {text, tags, segments}: {text: string; tags: readonly Tag[]; segments: readonly Segment[]},
  others: readonly Finding[],
): readonly Finding[] {
  const attributes = looseAttributes(text, tags)
  if (segments.length + others.length + attributes.length === 0) return []
  const isCut = others.some(({args}) => args['by'] === 'end-of-file')
  const ended = tags.filter(({closed, range}) => !isCut || closed || range.end < text.length)
  const scraps = [...attributes, ...cutTags(text, ended), ...strayCloses(tags, segments)]
  const known = [...others].sort((a, b) => a.range.start - b.range.start)
  return scraps.filter(isNew(known)).map(range => {
    const tag = text.slice(range.start, range.end)
    return {ruleId: 'segment-malformed', args: {tag, expected: `${literal.target}…`}, range}
  })
}

const attribute = /data-[ts]tu-id\s*=\s*["']?[^\s"'<>]*["']?>?|class\s*=\s*["']?sxs-lookup["']?>?/gi

function looseAttributes(text: string, tags: readonly Tag[]): readonly Range[] {
  const ranges: Range[] = []
  let at = 0
  const within = (start: number, end: number): void => {
    for (const match of text.slice(start, end).matchAll(attribute)) {
      ranges.push({start: start + match.index, end: start + match.index + match[0].length})
    }
  }
  for (const {range} of tags) {
    within(at, range.start)
    at = range.end
  }
  within(at, text.length)
  return ranges
}

// Every attribute with a value: that is a span of its own. Words without one are a text that a cut tag ran into.
const whole = /^<span(?:\s+[a-z_:][\w.:-]*\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))*\s*\/?>$/i

function cutTags(text: string, tags: readonly Tag[]): readonly Range[] {
  return tags
    .filter(({kind, range}) => kind === 'open' && !whole.test(text.slice(range.start, range.end)))
    .map(({range}) => range)
}

/** Closing tags of the skeleton that close no tag of the skeleton. */
function strayCloses(tags: readonly Tag[], segments: readonly Segment[]): readonly Range[] {
  const ranges: Range[] = []
  let depth = 0
  let index = 0
  for (const {kind, range} of tags) {
    while ((segments[index]?.range.end ?? Infinity) <= range.start) index += 1
    if ((segments[index]?.range.start ?? Infinity) <= range.start) continue
    if (kind !== 'close') depth += 1
    else if (depth > 0) depth -= 1
    else ranges.push(range)
  }
  return ranges
}

/** Whether a range lies outside all findings, which are in the order of their places. */
function isNew(known: readonly Finding[]): (range: Range) => boolean {
  let index = 0
  let reach = -1
  let last = -1
  return range => {
    // The kinds of scrap follow each other, each in order: a step back begins anew.
    if (range.start < last) [index, reach] = [0, -1]
    last = range.start
    for (; (known[index]?.range.start ?? Infinity) <= range.start; index += 1) {
      reach = Math.max(reach, known[index]?.range.end ?? -1)
    }
    return range.end > reach
  }
}
