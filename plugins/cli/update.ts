import {existsSync} from 'node:fs'
import {basename} from 'node:path'
import {actionFileOf} from '../docusaurus-plugin-runbook/site-files.ts'
import {
  addedBy,
  carry,
  formatAdded,
  formatCarried,
  formatCounts,
  formatLost,
  readRevisions,
  rewrite,
  type Carried,
  type Rewritten,
} from '../revision/index.ts'
import {checkArticle, diagnose, formatMessages, readActionFile} from '../runbook/index.ts'
import type {Run} from './command.ts'
import {readText, writeText} from './files.ts'
import {tellHistories} from './histories.ts'
import {UsageError} from './usage-error.ts'

/**
 * `passerelle update`: what becomes of the entries of an action file in a new revision of its article; with `--write`
 * writes what is certain and what was accepted. Exits with 1 while an entry is lost or waits to be accepted.
 */
export const update: Run = async ({options: {write, accept, history}, paths}) => {
  if (typeof history === 'string') {
    if (paths.length > 0 || write === true || accept !== undefined)
      throw new UsageError('Unexpected argument: --history takes a folder and nothing else')
    return tellHistories(history)
  }
  const [old, now, ...more] = paths
  if (old === undefined || now === undefined || more.length > 0)
    throw new UsageError('Missing OLD.md and NEW.md: two revisions of one article')
  const actions = actionFileBeside(old, now)
  const text = readText(actions)
  const source = readActionFile(text)
  if (source.findings.length > 0) {
    process.stderr.write(`${formatMessages([diagnose({path: actions, text}, source.findings)])}\n`)
    return 1
  }
  const articles = [old, now].map(path => ({path, text: readText(path)}))
  const faulty = articles.map(checkArticle).filter(({messages}) => messages.some(({fatal}) => fatal === true))
  if (faulty.length > 0) {
    process.stderr.write(`${formatMessages(faulty)}\nNothing was compared: mend the article first.\n`)
    return 1
  }
  const [before, after] = articles
  const revisions = readRevisions(source.file, {old: before?.text ?? '', now: after?.text ?? ''})
  const carried = carry(source, revisions.old, revisions.now)
  const accepted = typeof accept === 'string' ? accept.split(',').map(id => id.trim()) : []
  const proposed = carried.filter(each => each.state === 'reworded').map(each => each.id)
  assertProposed(accepted, carried, proposed)
  const isAccepted = (id: string) => accepted.includes('all') || accepted.includes(id)
  const rewritten = rewrite({text, source}, carried, {now: revisions.now, accepted: isAccepted})
  const added = formatAdded(addedBy(carried, revisions.old, revisions.now))
  const told = [formatCarried(carried), added].filter(each => each !== '').join('\n')
  process.stdout.write(`${told}\n\n${actions}: ${formatCounts(carried)}\n`)
  if (accepted.includes('all') && proposed.length === 0)
    process.stdout.write(`Nothing to accept: ${whyNone(carried)}\n`)
  const waiting = proposed.filter(id => !isAccepted(id))
  if (waiting.length > 0)
    process.stdout.write(`To accept: read the words that changed, then \`--accept ${waiting.join(',')}\`\n`)
  const isWritten = tellRewritten(rewritten, {
    actions,
    isWanted: write === true,
    isWaiting: waiting.length > 0,
  })
  const isLost = carried.some(each => each.state === 'lost')
  return isLost || waiting.length > 0 || !isWritten ? 1 : 0
}

/** @throws UsageError for an id that is not proposed, with the reason. */
function assertProposed(
  accepted: readonly string[],
  carried: readonly Carried[],
  proposed: readonly string[],
): void {
  const unknown = accepted.find(id => id !== 'all' && !proposed.includes(id))
  if (unknown === undefined) return
  const entry = carried.find(each => each.id === unknown)
  const asked = unknown === '' ? 'Missing id after `--accept`' : `Unexpected \`--accept ${unknown}\``
  const expected = proposed.length > 0 ? `expected \`all\` or one of ${listed(proposed)}` : whyNone(carried)
  if (entry === undefined) throw new UsageError(`${asked}: ${expected}`)
  const why =
    entry.state === 'lost'
      ? `${formatLost([entry])} is lost`
      : `\`${unknown}\` is ${entry.state}, there is nothing to accept`
  throw new UsageError(`${asked}: ${why}; ${expected}`)
}

/** Why no entry can be accepted. */
function whyNone(carried: readonly Carried[]): string {
  const lost = carried.filter(each => each.state === 'lost')
  if (lost.length === 0) return 'no entry is reworded, all are kept or moved'
  return `no entry is reworded; what is lost is bound or taken out by hand: ${formatLost(lost)}`
}

/** Writes the file where that is wanted and safe. @returns whether nothing stands against it. */
function tellRewritten(
  {text, written, misled}: Rewritten,
  {
    actions,
    isWanted,
    isWaiting,
  }: {readonly actions: string; readonly isWanted: boolean; readonly isWaiting: boolean},
): boolean {
  if (misled.length > 0) {
    const ids = listed(misled.map(each => each.id))
    process.stdout.write(
      `Nothing can be written: the text of ${ids} now stands at another step, leads or stands below other words. ${isWaiting ? 'Accept what is proposed, then bind or take out the rest' : 'Bind or take out each of them'} by hand, then run \`update\` again.\n`,
    )
    return false
  }
  if (written.length === 0) process.stdout.write('Nothing to write.\n')
  else if (!isWanted) process.stdout.write(`To write: ${listed(written)}, with \`--write\`\n`)
  else {
    writeText(actions, text)
    process.stdout.write(
      `Written: ${listed(written)}. Read the article, then set \`reviewed\`: \`check\` names its value.\n`,
    )
  }
  return true
}

/** The action file beside the old revision, or beside the new one. @throws UsageError where there is none, or both. */
function actionFileBeside(old: string, now: string): string {
  const found = [...new Set([old, now].map(actionFileOf))].filter(path => existsSync(path))
  const [first, second] = found
  if (first === undefined)
    throw new UsageError(
      `Missing action file \`${basename(actionFileOf(now))}\` beside ${listed([old, now])}`,
    )
  if (second !== undefined)
    throw new UsageError(`Unexpected second action file, expected one of ${listed(found)}`)
  return first
}

function listed(names: readonly string[]): string {
  return names.map(name => `\`${name}\``).join(', ') || 'none'
}
