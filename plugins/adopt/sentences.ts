import {endsInAbbreviation} from './abbreviations.ts'

/** Where the sentences of a text begin, the first at 0. `locale` is a BCP-47 tag. */
export type Sentences = (words: string) => readonly number[]

/**
 * Cuts words of one language, markup taken away, into sentences: by `Intl.Segmenter`, mended where that knows no
 * abbreviation and takes what stands behind a UI label for a sentence.
 *
 * `Select More..., e.g. Reset. Then wait.` → 0, 29
 */
export function sentencesOf(locale: string): Sentences {
  const segmenter = new Intl.Segmenter(locale, {granularity: 'sentence'})
  const {language} = new Intl.Locale(locale)
  return words => {
    const starts = Array.from(segmenter.segment(words), ({index}) => beforeTurn(words, index))
    for (const match of words.matchAll(beforeNumber)) starts.push(match.index + match[0].length)
    return [...new Set(starts)]
      .sort((a, b) => a - b)
      .filter(start => start === 0 || isBoundary(words, start, language))
  }
}

// A number cannot show by a capital letter that a sentence begins, so the segmenter looks on to the next word.
const beforeNumber = /(?<=[\p{L}\p{N})\]"”»][.?!]["”»)\]]?)[ \u00A0]+(?=\p{N})/gu

// Behind these no blank stands.
const wideStop = /[。！？｡．]["”»」』）〉》】〕)\]]*\s*$/u

// They have no width and turn the direction of what follows.
const turns = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu
const turnsLast = /(?<=\s)[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+$/u
const opening = /^[\p{L}\p{N}\p{M}\p{Ps}\p{Pi}\p{Sc}"'“‘«¿¡…*#@\\&]/u

/** The segmenter counts a mark of direction with what stands before it, a blank too; it turns what follows. */
function beforeTurn(words: string, start: number): number {
  const [last = ''] = turnsLast.exec(words.slice(Math.max(0, start - 8), start)) ?? []
  return start - last.length
}

function isBoundary(words: string, start: number, language: string): boolean {
  // What decides stands close by, so that a long paragraph costs no more than its length.
  const before = words.slice(Math.max(0, start - 40), start).replace(turns, '')
  const after = words.slice(start, start + 8).replace(turns, '')
  if (wideStop.test(before)) return true
  return (
    /\s$/.test(before) &&
    opening.test(after) &&
    !/^\p{Ll}/u.test(after) &&
    !endsInAbbreviation(before, after, language)
  )
}
