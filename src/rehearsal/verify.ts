// An exported run, read outside the browser: whether it is whole, of which page it is, and what it did.
import {describeEvent} from '../components/runbook/runtime/describeEvent.ts'
import {loadLaterWords, loadWords} from '../components/runbook/words/index.ts'
import {fill} from '../components/runbook/words/fill.ts'
import {importRun} from '../engine/imported.ts'
import {canonical, importRecord, type ImportRefusal} from '../engine/record.ts'
import {replay, type RunState} from '../engine/run.ts'
import {sourceLocale} from '../model/locale.ts'
import type {RunbookPage} from '../model/page.ts'
import type {RunEvent} from '../model/run.ts'

/** What can be said of a file. */
export type Verified =
  | {readonly id: 'refused'; readonly why: ImportRefusal}
  | {
      readonly id: 'read'
      readonly sha256: string
      /** The bytes are those that the export writes of these events: nothing is dropped, moved or written otherwise. */
      readonly isCanonical: boolean
      /** Events whose time is before that of the event before them, by their sequence numbers. */
      readonly backwards: readonly number[]
      readonly runbook: string
      readonly articleHash: string
      readonly build: string
      readonly mode: string
      readonly began: string
      readonly ended: string
      /** Why the page of this site would not take it; null: it would. Undefined: this site has no such runbook. */
      readonly refusedHere: ImportRefusal | null | undefined
      /** Each event as the page's record says it, with what the tenant's logs find it by. */
      readonly lines: readonly VerifiedLine[]
    }

/** One event. */
export interface VerifiedLine {
  readonly seq: number
  readonly at: string
  /** Null: it is about no step. */
  readonly step: string | null
  readonly says: string
  /** The `client-request-id` of a request that changes something. */
  readonly clientRequestId: string | null
}

/** Reads a file by the allow-list and says what it says, in the words of a page; `pageOf` null: no such runbook here. */
export async function verifyRun(
  text: string,
  {pageOf, now}: {readonly pageOf: (runbook: string) => RunbookPage | null; readonly now: number},
): Promise<Verified> {
  const imported = await importRecord(text)
  if ('refused' in imported) return {id: 'refused', why: imported.refused}
  const {record, sha256} = imported
  const {events} = record
  const [start] = events
  if (start?.type !== 'run-started') return {id: 'refused', why: 'sequence-broken'}
  const page = pageOf(start.runbook)
  const here = page && (await importRun(fileOf(text), page.model, now))
  return {
    id: 'read',
    sha256,
    isCanonical: canonical(record) === text,
    backwards: events.filter(({at}, index) => at < (events[index - 1]?.at ?? '')).map(({seq}) => seq),
    runbook: start.runbook,
    articleHash: start.articleHash,
    build: start.build,
    mode: start.mode,
    began: start.at,
    ended: events.at(-1)?.at ?? start.at,
    refusedHere: here ? ('refused' in here ? here.refused : null) : undefined,
    lines: page ? await linesOf(events, page) : [],
  }
}

async function linesOf(events: readonly RunEvent[], page: RunbookPage): Promise<readonly VerifiedLine[]> {
  const {model, catalogue} = page
  const {locale, texts, fallbacks} = catalogue
  const [say, later] = await Promise.all([loadWords(locale), loadLaterWords(locale)])
  const state: RunState = replay(events)
  const view = {
    ...{page, locale, say, later, run: {state}},
    step: (id: string) => model.steps.find(step => step.id === id),
    text: (key: string, values: Readonly<Record<string, string | number>> = {}) => {
      const own = texts[key]
      const lang = own === undefined ? sourceLocale : undefined
      return {text: fill(own ?? fallbacks[key] ?? key, values), lang}
    },
  }
  return events.map(event => ({
    seq: event.seq,
    at: event.at,
    step: 'step' in event ? event.step : null,
    says: describeEvent(event, view),
    clientRequestId: event.type === 'change-sent' ? event.clientRequestId : null,
  }))
}

function fileOf(text: string) {
  return {size: text.length, text: () => Promise.resolve(text)}
}
