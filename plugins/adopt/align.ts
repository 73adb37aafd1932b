import type {Range} from '../bilingual/segment.ts'
import type {Block} from './blocks.ts'
import type {Document} from './document.ts'
import {segmentsOf} from './segments.ts'
import type {Sentences} from './sentences.ts'

/** What becomes one pair: a sentence, or several whose translation has another number of them. */
export interface Match {
  readonly source: Range
  /** Null where there is no translation. */
  readonly target: Range | null
  /** Sentences of the source in it. */
  readonly sentences: number
  /** Sentences of the target in it. */
  readonly others: number
}

/** How the sentences of one language are found. */
export interface Reading {
  readonly document: Document
  readonly sentences: Sentences
}

/** The matches of a block of the source without a translation. */
export function matchesOf(block: Block, source: Reading): readonly Match[] {
  return block.runs.flatMap(run =>
    segmentsOf(run, source.document.text, source.sentences).map(range => ({
      source: range,
      target: null,
      sentences: 1,
      others: 1,
    })),
  )
}

/**
 * The matches of a block and its translation: sentence by sentence, or the whole run in one where the languages have
 * another number of sentences, or the whole block where they have another number of runs.
 */
export function matchesOfPair(block: Block, twin: Block, source: Reading, target: Reading): readonly Match[] {
  const ours = block.runs.map(run => segmentsOf(run, source.document.text, source.sentences))
  const theirs = twin.runs.map(run => segmentsOf(run, target.document.text, target.sentences))
  if (ours.length !== theirs.length) return merged(ours.flat(), theirs.flat())
  const matches = ours.map((ranges, run) => {
    const others = theirs[run] ?? []
    if (ranges.length !== others.length) return merged(ranges, others)
    return ranges.map((range, at) => ({source: range, target: others[at] ?? null, sentences: 1, others: 1}))
  })
  // The id of several sentences is that of their block, so a block has one such match.
  const several = matches.flat().filter(match => match.sentences > 1)
  return several.length > 1 ? merged(ours.flat(), theirs.flat()) : matches.flat()
}

/** Matches with the white space behind them where that is not the same in both languages: outside there is room for one. */
export function withOwnBlanks(
  matches: readonly Match[],
  source: Document,
  target: Document,
): readonly Match[] {
  return matches.map((match, index) => {
    if (match.target === null) return match
    const next = matches[index + 1]
    const ours = blanksBehind(source.text, match.source.end, next?.source.start)
    const theirs = blanksBehind(target.text, match.target.end, next?.target?.start)
    if (ours === null || theirs === null || ours === theirs) return match
    return {
      ...match,
      source: {start: match.source.start, end: match.source.end + ours.length},
      target: {start: match.target.start, end: match.target.end + theirs.length},
    }
  })
}

/** The white space from a match to the next, or to the end of the line; null where something else stands between. */
function blanksBehind(text: string, end: number, next?: number): string | null {
  blanks.lastIndex = end
  const between = next === undefined ? (blanks.exec(text)?.[0] ?? '') : text.slice(end, next)
  return between.trim() === '' ? between : null
}

const blanks = /[^\S\r\n]*/y

function merged(source: readonly Range[], target: readonly Range[]): readonly Match[] {
  return [{source: around(source), target: around(target), sentences: source.length, others: target.length}]
}

function around(ranges: readonly Range[]): Range {
  return {start: ranges[0]?.start ?? 0, end: ranges.at(-1)?.end ?? 0}
}
