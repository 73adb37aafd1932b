import type {Match} from './align.ts'
import type {Block} from './blocks.ts'

/**
 * Gives the ids of a document's matches in order: five digits for the file, then 100 and the ordinal of the sentence, those
 * of front matter and descriptions of images counted too. Several sentences in one have `p` and the ordinal of their
 * block among those of several sentences.
 *
 * `3e638-102`, `3e638-p101`
 */
export function createIds(
  prefix: string,
  before: readonly number[],
): (block: Block, matches: readonly Match[]) => readonly string[] {
  let sentence = 100 + before.reduce((sum, count) => sum + count, 0)
  let paragraph = 100 + before.filter(count => count > 1).length
  return ({images}, matches) => {
    const total = matches.reduce((sum, match) => sum + match.sentences, 0)
    if (total > 1) paragraph += 1
    let passed = 0
    const ids = matches.map(match => {
      const inFront = images.filter(({range}) => range.start < match.source.start).length
      sentence += inFront - passed + 1
      passed = inFront
      const first = sentence
      sentence += match.sentences - 1
      return match.sentences > 1 ? `${prefix}-p${paragraph}` : `${prefix}-${first}`
    })
    sentence += images.length - passed
    return ids
  }
}
