// What a translation should have in common with its sentence, whatever the language. Never a reason to write nothing.
import type {Finding} from '../bilingual/finding.ts'
import type {Range} from '../bilingual/segment.ts'
import type {Match} from './align.ts'
import {leftOf, marksOf, type Marks} from './marks.ts'

/** A sentence and its translation, with the words of both. */
export interface Translation {
  readonly match: Match
  readonly source: string
  readonly target: string
}

// A sentence that changed its place stands among the next few.
const reach = 8

/**
 * Where sentences may not be each other's translation: other code, links or numbers, a name that stands in another
 * sentence near by, or several sentences in one pair. At most one finding for each reason and pair, at the target;
 * `placeOf` says where something stands in the source.
 */
export function findDoubts(
  translations: readonly Translation[],
  placeOf: (offset: number) => string,
): readonly Finding[] {
  const sources = translations.map(each => marksOf(each.source))
  const targets = translations.map(each => marksOf(each.target))
  return translations.flatMap(({match}, index) => {
    const range = match.target ?? match.source
    const place = placeOf(match.source.start)
    return [...findMerged(match, range, place), ...findMoved({sources, targets, index}, range, place)]
  })
}

function findMerged({sentences, others}: Match, range: Range, place: string): readonly Finding[] {
  if (sentences === others) return []
  return [{ruleId: 'pair-merged', args: {actual: others, expected: sentences, place}, range}]
}

interface Reading {
  readonly sources: readonly Marks[]
  readonly targets: readonly Marks[]
  readonly index: number
}

function findMoved({sources, targets, index}: Reading, range: Range, place: string): readonly Finding[] {
  const [source, target] = [sources[index], targets[index]]
  if (source === undefined || target === undefined) return []
  const ours = {own: sources, other: targets, index}
  const theirs = {own: targets, other: sources, index}
  for (const kind of ['code', 'link', 'number', 'name'] as const) {
    const [expected, actual] = [leftOf(source[kind], target[kind]), leftOf(target[kind], source[kind])]
    // Code and addresses are the same in every language; a number may be a word in one of them.
    const isStrict = kind === 'code' || kind === 'link'
    const isOther = kind === 'number' && expected.length === actual.length
    const [gone, come] =
      isStrict || isOther
        ? [expected, actual]
        : [
            expected.filter(mark => isElsewhere(mark, kind, ours)),
            actual.filter(mark => isElsewhere(mark, kind, theirs)),
          ]
    if (gone.length + come.length > 0)
      return [
        {
          ruleId: 'pair-doubtful',
          args: {what: kind, actual: shown(come, target), expected: shown(gone, source), place},
          range,
        },
      ]
  }
  return []
}

function shown(marks: readonly string[], {written}: Marks): readonly string[] {
  return marks.map(mark => written.get(mark) ?? mark)
}

interface Sides {
  readonly own: readonly Marks[]
  readonly other: readonly Marks[]
  readonly index: number
}

/** Whether a mark that stands in no other sentence near by stands, in the other language, in one other. */
function isElsewhere(mark: string, kind: 'number' | 'name', {own, other, index}: Sides): boolean {
  const near = (all: readonly Marks[]) => all.slice(Math.max(0, index - reach), index + reach + 1)
  const holds = (marks: Marks) => marks[kind].includes(mark)
  // A name that the other language writes small, or has in another word, is no other one.
  const reads = (marks: Marks) =>
    kind === 'number' ? holds(marks) : marks.words.includes(mark.toLowerCase())
  const [twin] = other.slice(index, index + 1)
  if (twin === undefined || reads(twin)) return false
  return near(own).filter(reads).length === 1 && near(other).filter(holds).length === 1
}
