import type {Segment} from '../bilingual/index.ts'
import {patch, scan, type Scan} from '../bilingual/index.ts'
import {createRandom} from './random.ts'

/** What trying patches of an article came to. */
export interface PatchTrial {
  /** Every target patched with the text it has: not a byte changes. */
  readonly isIdentity: boolean
  /** Segments patched alone; fewer than all where the article is too long to read as often as it has segments. */
  readonly tried: number
  /** Ids of those whose patch touched a byte or a segment outside its own text. */
  readonly spread: readonly string[]
}

// Each trial reads the whole text twice: with this many characters in all an article takes about a second.
const affordable = 40_000_000
const sample = 60

/** Patches each segment of an article alone, of a very long one a sample that its length chooses. */
export function tryPatches(article: Scan): PatchTrial {
  const {segments, text} = article
  const own = patch(article, new Map(segments.map(({id, target}) => [id, target.text])))
  const chosen = text.length * segments.length <= affordable ? segments : sampleOf(segments, text.length)
  return {
    isIdentity: own.ok && own.text === text,
    tried: chosen.length,
    spread: chosen.filter(segment => !isConfined(article, segment)).map(({id}) => id),
  }
}

function sampleOf(segments: readonly Segment[], seed: number): readonly Segment[] {
  const random = createRandom(seed)
  const places = new Set(Array.from({length: sample}, () => random.below(segments.length)))
  return segments.filter((_, index) => places.has(index))
}

const words = 'Autre texte, 別のテキスト, نص آخر'

function isConfined(article: Scan, segment: Segment): boolean {
  const {start, end} = segment.target.range
  const patched = patch(article, new Map([[segment.id, words]]))
  if (!patched.ok) return false
  if (patched.text !== article.text.slice(0, start) + words + article.text.slice(end)) return false
  const again = scan(patched.text).segments
  return (
    again.length === article.segments.length &&
    article.segments.every(({id, source, target}, index) => {
      const now = again[index]
      const wanted = id === segment.id ? words : target.text
      return now?.id === id && now.source.text === source.text && now.target.text === wanted
    })
  )
}
