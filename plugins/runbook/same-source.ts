import type {Finding} from '../bilingual/finding.ts'
import type {Segment} from '../bilingual/segment.ts'
import {createPlaces, normalise, type Scan} from '../bilingual/index.ts'

/**
 * Where an article has other English than the bilingual file of the same article in another locale: a finding at the
 * first segment that differs. Compared as one text without white space, for languages merge sentences differently.
 */
export function checkSameSource(article: Scan, other: Scan, path: string): readonly Finding[] {
  const [ours, theirs] = [lettersOf(article), lettersOf(other)]
  if (ours.text === theirs.text) return []
  const at = firstDifference(ours.text, theirs.text)
  // Where a sentence only got longer or shorter, one text has gone on to the next while the other has not.
  const grew = isBorder(ours, at) !== isBorder(theirs, at)
  const [own, its] = [ours, theirs].map(each => segmentAt(each, grew ? at - 1 : at))
  const {line, column} = createPlaces(other.text)(its?.source.range.start ?? other.text.trimEnd().length)
  const end = article.text.trimEnd().length
  const place = `${path}:${line}:${column}`
  return [
    {
      ruleId: 'source-differs',
      args: {actual: shown(own), expected: shown(its), place},
      range: own?.source.range ?? {start: end, end},
    },
  ]
}

interface Letters {
  readonly text: string
  readonly segments: readonly {readonly end: number; readonly segment: Segment}[]
}

// The service that translates writes its own locale into addresses on both sides.
const addressLocale = /(microsoft\.com)\/[a-z]{2,3}(?:-[a-z]{4})?-[a-z]{2}(?=[/?#)])/gi

function lettersOf({segments}: Scan): Letters {
  const parts: string[] = []
  let end = 0
  const ends = segments.map(segment => {
    const letters = normalise(segment.source.text).replace(addressLocale, '$1').replace(/ /g, '')
    parts.push(letters)
    end += letters.length
    return {end, segment}
  })
  return {text: parts.join(''), segments: ends}
}

function firstDifference(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  return at
}

function isBorder({segments}: Letters, at: number): boolean {
  return segments.some(({end}) => end === at)
}

function segmentAt({segments}: Letters, at: number): Segment | undefined {
  return segments.find(({end}) => end > at)?.segment
}

function shown(segment: Segment | undefined): string {
  const text = normalise(segment?.source.text ?? '')
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
