import type {List, RootContent} from 'mdast'

/** One procedure of a tree: the lists it is written in, each with the number its first item shows. */
export interface ListedProcedure {
  /** From 1, in the order of the article. */
  readonly part: number
  readonly lists: readonly {readonly list: List; readonly start: number}[]
}

/**
 * The ordered lists among the blocks of an article as procedures, and those bulleted ones that are named by their place
 * among all its lists, from 0. A list that begins with the number after the last step goes on with the procedure before
 * it, unless a heading or a bulleted procedure stands between.
 *
 * `1. Open\n\n> note\n\n2. Save` → one procedure of two lists.
 */
export function listProcedures(
  blocks: readonly RootContent[],
  bulleted: readonly number[] = [],
): readonly ListedProcedure[] {
  const procedures: {part: number; lists: {list: List; start: number}[]}[] = []
  let next: number | null = null
  let place = -1
  for (const block of blocks) {
    if (block.type === 'heading') next = null
    if (block.type !== 'list') continue
    place++
    if (block.ordered !== true && !bulleted.includes(place)) continue
    const start = block.start ?? 1
    const goesOn = block.ordered === true && start !== 1 && start === next
    if (!goesOn) procedures.push({part: procedures.length + 1, lists: []})
    procedures.at(-1)?.lists.push({list: block, start})
    next = block.ordered === true ? start + block.children.length : null
  }
  return procedures
}
