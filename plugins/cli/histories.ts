import {basename, dirname} from 'node:path'
import {filesBelow} from '../docusaurus-plugin-runbook/site-files.ts'
import {formatCarried, formatCounts, readRevision, transit, type Transition} from '../revision/index.ts'
import {isFolder, readText} from './files.ts'
import {UsageError} from './usage-error.ts'

/**
 * Every step of each revision of each article below a folder carried to the next revision and back, as if an action
 * file named them all: a line for each transition, and below it what a person would have to read.
 * @returns 1 where one way carries what the other does not, else 0.
 */
export function tellHistories(folder: string): number {
  if (!isFolder(folder)) throw new UsageError(`Unexpected path \`${folder}\`, expected a folder of revisions`)
  const histories = groupByFolder(filesBelow(folder, '.md'))
  if (![...histories.values()].some(files => files.length > 1))
    throw new UsageError(
      `Unexpected folder \`${folder}\`, expected the revisions of an article in one folder`,
    )
  const all: Transition[] = []
  for (const [place, files] of histories) {
    const revisions = files.map(file => ({
      name: basename(file, '.md'),
      procedures: readRevision(readText(file)),
    }))
    process.stdout.write(`${place}\n`)
    for (const [index, {name, procedures}] of revisions.entries()) {
      const next = revisions[index + 1]
      if (next === undefined) continue
      const transition = transit(procedures, next.procedures)
      all.push(transition)
      const {forwards, backwards} = transition
      const ways = `forwards ${formatCounts(forwards)} | backwards ${formatCounts(backwards)}`
      process.stdout.write(`  ${name} → ${next.name}  ${ways}\n`)
      const read = forwards.filter(each => each.state === 'reworded' || each.state === 'lost')
      for (const line of read.length === 0 ? [] : formatCarried(read).split('\n'))
        process.stdout.write(`    ${line}\n`)
    }
  }
  const inconsistent = all.flatMap(each => each.inconsistent).length
  const [forwards, backwards] = [all.flatMap(each => each.forwards), all.flatMap(each => each.backwards)]
  process.stdout.write(
    `histories ${histories.size}, transitions ${all.length}, carried one way only ${inconsistent}\n` +
      `forwards ${formatCounts(forwards)}\nbackwards ${formatCounts(backwards)}\n`,
  )
  return inconsistent > 0 ? 1 : 0
}

/** The files of each folder in the order of their names, numbers in them as numbers. */
function groupByFolder(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const file of files) groups.set(dirname(file), [...(groups.get(dirname(file)) ?? []), file])
  for (const revisions of groups.values()) revisions.sort(inOrder)
  return groups
}

/** Revision 9 stands before revision 10. */
const inOrder = new Intl.Collator('en', {numeric: true}).compare
