// Audit events of an answer, split by the run's baseline.
import type {AuditEvidence} from '../model/action.ts'
import {isTime} from '../model/output.ts'
import type {AuditEvent} from '../model/run.ts'
import {bears} from './bearing.ts'
import {select} from './select.ts'

const most = 20
const longest = 200

/** The audit events of an answer, newest first; those before the second of the baseline are `earlier`, so no evidence. */
export function auditEvents(evidence: AuditEvidence, body: unknown, baseline: string): readonly AuditEvent[] {
  const listed = select(body, evidence.events)
  // Graph's `Date` is cut to the second: what happened later within that second is not earlier.
  const from = Math.floor(Date.parse(baseline) / 1000) * 1000
  return (Array.isArray(listed) ? (listed as readonly unknown[]) : [])
    .map(entry => toEvent(entry, from))
    .filter(event => event !== null)
    .filter(event => bears(evidence, event))
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .slice(0, most)
}

function toEvent(entry: unknown, from: number): AuditEvent | null {
  if (typeof entry !== 'object' || entry === null) return null
  const {at, name, by} = entry as Readonly<Record<string, unknown>>
  const time = isTime(at) ? Date.parse(at) : Number.NaN
  if (Number.isNaN(time) || typeof name !== 'string') return null
  return {
    at: new Date(time).toISOString(),
    name: name.slice(0, longest),
    by: typeof by === 'string' && by !== '' ? by.slice(0, longest) : null,
    earlier: time < from,
  }
}
