// A run as a file: canonical, with a digest that shows a changed file and proves neither completeness nor author.
import type {RunEvent, RunRecord} from '../model/run.ts'
import {toRunEvent} from './event-shapes.ts'
import {fields, list, text, word} from './shape.ts'

/** Why a file is not taken in. */
export type ImportRefusal =
  | 'too-large'
  | 'not-json'
  | 'not-a-run'
  | 'event-invalid'
  | 'sequence-broken'
  | 'other-runbook'
  | 'other-revision'
  | 'from-future'

/** A file that was read, or why not. */
export type Imported =
  {readonly record: RunRecord; readonly sha256: string} | {readonly refused: ImportRefusal}

/** Bytes, and so characters too, of the largest file that is read. */
export const mostBytes = 5_000_000
const mostEvents = 5000

/** A record as canonical JSON (sorted keys, two blanks, one line feed at the end) and the file's SHA-256. */
export async function exportRecord(
  record: RunRecord,
): Promise<{readonly json: string; readonly sha256: string}> {
  const json = canonical(record)
  return {json, sha256: await sha256Of(json)}
}

/**
 * The record in a file, copied by the allow-list: unknown fields are dropped, anything malformed is refused.
 * The digest is the file's own, as `sha256sum` gives it.
 */
export async function importRecord(file: string): Promise<Imported> {
  if (file.length > mostBytes) return {refused: 'too-large'}
  const parsed = parse(file)
  if (parsed === undefined) return {refused: 'not-json'}
  const frame = attempt(() => frameShape(parsed))
  if (!frame) return {refused: 'not-a-run'}
  const events = attempt(() => frame.events.map(event => toRunEvent(event)))
  if (!events) return {refused: 'event-invalid'}
  if (!isWhole(events)) return {refused: 'sequence-broken'}
  return {record: {...frame, events}, sha256: await sha256Of(file)}
}

/** A value as canonical JSON: sorted keys, two blanks, one line feed at the end. */
export function canonical(value: unknown): string {
  return `${JSON.stringify(sorted(value), null, 2)}\n`
}

/** The SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export async function sha256Of(content: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(content))
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

const frameShape = fields<{schema: 'passerelle/run@1'; id: string; events: readonly unknown[]}>({
  schema: word('passerelle/run@1'),
  id: text(200),
  events: list((event: unknown) => event, mostEvents),
})

// A log begins with its start, has no gap, and starts once.
function isWhole(events: readonly RunEvent[]): boolean {
  return (
    events.every(({seq, type}, index) => seq === index && (type === 'run-started') === (index === 0)) &&
    events.length > 0
  )
}

function parse(file: string): unknown {
  try {
    return JSON.parse(file.replace(/^\uFEFF/, '')) as unknown
  } catch {
    return undefined
  }
}

function attempt<T>(make: () => T): T | null {
  try {
    return make()
  } catch {
    return null
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, entry]) => [key, sorted(entry)] as const)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
