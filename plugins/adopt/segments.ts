import type {Range} from '../bilingual/segment.ts'
import {isLetter, type Run, type Sign} from './runs.ts'
import type {Sentences} from './sentences.ts'

/** Places of the sentences of a run, white space at their ends left out; no boundary cuts markup. */
export function segmentsOf({range, signs}: Run, text: string, sentences: Sentences): readonly Range[] {
  const starts = sentences(signs.map(sign => sign.text).join('')).filter(
    at => at === 0 || cutsNoMarkup(signs, at),
  )
  const pieces: {start: number; end: number}[] = []
  let start = range.start
  let isWritten = false
  for (const [index, at] of starts.entries()) {
    const next = starts[index + 1]
    isWritten ||= signs.slice(at, next).some(isLetter)
    const end = offsetAt(signs, next) ?? range.end
    const last = pieces.at(-1)
    // What holds no letter, a lone quotation mark for example, belongs to the sentence after it, or to the last one.
    if (isWritten) pieces.push({start, end})
    else if (next === undefined && last !== undefined) last.end = end
    if (!isWritten) continue
    start = end
    isWritten = false
  }
  return pieces.map(piece => trimmed(piece, text))
}

function cutsNoMarkup(signs: readonly Sign[], at: number): boolean {
  const within = signs[at]?.within ?? null
  return within === null || within !== signs[at - 1]?.within
}

function offsetAt(signs: readonly Sign[], at: number | undefined): number | undefined {
  const sign = at === undefined ? undefined : signs[at]
  return sign?.within?.start ?? sign?.offset
}

function trimmed({start, end}: Range, text: string): Range {
  const written = text.slice(start, end)
  return {
    start: start + (written.length - written.trimStart().length),
    end: end - (written.length - written.trimEnd().length),
  }
}
