import {loadRunbooks} from '../docusaurus-plugin-runbook/load.ts'
import {buildId} from '../docusaurus-plugin-runbook/build-id.ts'
import {siteFolder, readText} from './files.ts'
import type {Run} from './command.ts'
import {loadRehearsal, type ReadRun} from './rehearsal.ts'
import {UsageError} from './usage-error.ts'
import {verifyWords, type VerifyWords} from './verify-words.ts'

/**
 * `passerelle verify RUN.json [TICKET.md]`: reads an exported run by the allow-list of the page and tells what it did.
 * Exits with 1 where the file is no whole run, or is not the one that the ticket names.
 */
export const verify: Run = async ({options: {locale = 'en-US'}, paths}) => {
  const [path, ticket, ...more] = paths
  if (path === undefined || more.length > 0)
    throw new UsageError('Missing RUN.json: one exported run, and behind it the text of its ticket, if any')
  if (typeof locale !== 'string' || !isTongue(locale))
    throw new UsageError(`Unexpected locale \`${String(locale)}\`, expected one of ${tongues.join(', ')}`)
  const siteDir = siteFolder()
  const pages = loadRunbooks(siteDir)
  const {verifyRun} = await loadRehearsal()
  const pageOf = (runbook: string) =>
    pages.find(({model}) => model?.runbook === runbook)?.page(locale) ?? null
  const run = await verifyRun(readText(path), {pageOf, now: Date.now()})
  const here = {
    article: run.id === 'read' ? (pageOf(run.runbook)?.model.articleHash ?? null) : null,
    build: buildId(siteDir),
    ticket: ticket === undefined ? null : readText(ticket),
  }
  const {lines, isWhole} = told(run, here, verifyWords[locale])
  process.stdout.write(`${lines.join('\n')}\n`)
  return isWhole ? 0 : 1
}

/** What this site is, and the ticket beside the file. */
interface Here {
  readonly article: string | null
  readonly build: string
  readonly ticket: string | null
}

type ReadFile = Extract<ReadRun, {readonly id: 'read'}>

function told(run: ReadRun, here: Here, words: VerifyWords) {
  if (run.id === 'refused') return {lines: [fill(words.refused, {why: run.why})], isWhole: false}
  const errors = faultsOf(run, here, words)
  const lines = [
    fill(words.run, {runbook: run.runbook, mode: run.mode, began: run.began, ended: run.ended}),
    fill(words.digest, {sha256: run.sha256}),
    ...(errors.length === 0 ? [words.whole] : errors),
    ...differencesOf(run, here, words),
    '',
    ...run.lines.map(({seq, at, step, says, clientRequestId}) =>
      [
        ...[String(seq), at, step ?? '', says],
        ...(clientRequestId === null ? [] : [fill(words.request, {id: clientRequestId})]),
      ].join('\t'),
    ),
    '',
    words.limits,
  ]
  return {lines, isWhole: errors.length === 0}
}

/** Why the file is not what an export writes, or not what the ticket is about. */
function faultsOf(run: ReadFile, {ticket}: Here, words: VerifyWords): readonly string[] {
  const refused = run.refusedHere === 'other-revision' ? null : run.refusedHere
  return [
    ...(run.isCanonical ? [] : [words.changed]),
    ...(run.backwards.length === 0 ? [] : [fill(words.backwards, {events: run.backwards.join(', ')})]),
    ...(refused ? [fill(words.refused, {why: refused})] : []),
    ...(ticket === null || ticket.includes(run.sha256) ? [] : [words.otherTicket]),
  ]
}

/** What another page or another build of it means is for people to say: a run may be older than the site. */
function differencesOf(run: ReadFile, here: Here, words: VerifyWords): readonly string[] {
  if (here.article === null) return [fill(words.noRunbook, {runbook: run.runbook})]
  const article = {run: run.articleHash, here: here.article}
  const build = {run: run.build, here: here.build}
  return [
    run.articleHash === here.article ? words.sameArticle : fill(words.otherArticle, article),
    run.build === here.build ? words.sameBuild : fill(words.otherBuild, build),
    ...(run.refusedHere === 'other-revision' ? [words.otherSteps] : []),
  ]
}

const tongues = Object.keys(verifyWords)

function isTongue(locale: string): locale is keyof typeof verifyWords {
  return tongues.includes(locale)
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}
