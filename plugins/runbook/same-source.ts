import {visit} from 'unist-util-visit'
import type {Finding} from '../bilingual/finding.ts'
import type {Range, Segment} from '../bilingual/segment.ts'
import {createPlaces, normalise, project, type Scan} from '../bilingual/index.ts'
import {parseBody} from './parse.ts'
import {rangeOf} from './steps.ts'

/**
 * Where an article has other English than the bilingual file of the same article in another locale: a finding at the
 * first sentence that differs, and one at the first code block. Sentences are compared as one text, for languages merge
 * them differently.
 */
export function checkSameSource(article: Scan, other: Scan, path: string): readonly Finding[] {
  const placeOf = (offset: number) => {
    const {line, column} = createPlaces(other.text)(offset)
    return `${path}:${line}:${column}`
  }
  return [...checkSentences(article, other, placeOf), ...checkCode(article, other, placeOf)]
}

type PlaceOf = (offset: number) => string

function checkSentences(article: Scan, other: Scan, placeOf: PlaceOf): readonly Finding[] {
  const [ours, theirs] = [lettersOf(article), lettersOf(other)]
  const at = firstDifference(ours, theirs)
  if (at === null) return []
  // Where a sentence only got longer or shorter, one text has gone on to the next while the other has not.
  const back = ours.borders.has(at.ours) === theirs.borders.has(at.theirs) ? 0 : 1
  const own = segmentAt(ours, at.ours - back)
  const its = segmentAt(theirs, at.theirs - back)
  const end = article.text.trimEnd().length
  return [
    {
      ruleId: 'source-differs',
      args: {
        actual: shown(own?.source.text),
        expected: shown(its?.source.text),
        place: placeOf(its?.source.range.start ?? other.text.trimEnd().length),
      },
      range: own?.source.range ?? {start: end, end},
    },
  ]
}

/** Code is no sentence: it stands in the file once, for all of its languages. */
function checkCode(article: Scan, other: Scan, placeOf: PlaceOf): readonly Finding[] {
  const [ours, theirs] = [codeOf(article), codeOf(other)]
  const length = Math.max(ours.length, theirs.length)
  for (let at = 0; at < length; at += 1) {
    const [own, its] = [ours[at], theirs[at]]
    if (own?.value === its?.value) continue
    const end = article.text.trimEnd().length
    const place = placeOf(its?.range.start ?? other.text.trimEnd().length)
    const args = {actual: shown(own?.value), expected: shown(its?.value), place}
    return [{ruleId: 'source-differs', args, range: own?.range ?? {start: end, end}}]
  }
  return []
}

function codeOf(article: Scan): readonly {readonly value: string; readonly range: Range}[] {
  const projection = project(article, 'source')
  const blocks: {readonly value: string; readonly range: Range}[] = []
  // Parsing is what a check takes its time for, and most articles have no code.
  if (!/^(?:[ \t>]*(?:```|~~~)|(?: {4}|\t))/m.test(projection.text)) return blocks
  visit(parseBody(projection), 'code', node => {
    blocks.push({value: node.value, range: rangeOf(node, projection)})
  })
  return blocks
}

interface Letters {
  readonly text: string
  readonly segments: readonly {readonly end: number; readonly segment: Segment}[]
  /** Offsets at which segments end. */
  readonly borders: ReadonlySet<number>
}

// The service that translates writes its own locale into addresses on both sides.
const addressLocale = /(microsoft\.com)\/[a-z]{2,3}(?:-[a-z]{4})?-[a-z]{2}(?=[/?#)])/gi

// White space counts between words only: what stands beside a mark differs from one language's file to the other's.
const loose = /(?<![\p{L}\p{N}]) | (?![\p{L}\p{N}])/gu

function lettersOf({segments}: Scan): Letters {
  const parts: string[] = []
  let end = 0
  const ends = segments.map(segment => {
    const letters = normalise(segment.source.text).replace(addressLocale, '$1').replace(loose, '')
    parts.push(letters)
    end += letters.length
    return {end, segment}
  })
  return {text: parts.join(''), segments: ends, borders: new Set(ends.map(each => each.end))}
}

/** Where two texts part; null where they do not. Of two sentences in one pair a blank is where the pairs of the other join. */
function firstDifference(a: Letters, b: Letters): {readonly ours: number; readonly theirs: number} | null {
  let [ours, theirs] = [0, 0]
  while (ours < a.text.length || theirs < b.text.length) {
    if (a.text[ours] === b.text[theirs]) {
      ours += 1
      theirs += 1
    } else if (a.text[ours] === ' ' && b.borders.has(theirs)) ours += 1
    else if (b.text[theirs] === ' ' && a.borders.has(ours)) theirs += 1
    else return {ours, theirs}
  }
  return null
}

function segmentAt({segments}: Letters, at: number): Segment | undefined {
  return segments.find(({end}) => end > at)?.segment
}

function shown(written = ''): string {
  const text = normalise(written)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
