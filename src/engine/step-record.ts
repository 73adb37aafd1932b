// What is known of one step of a run, as `run.ts` derives it from the events.
import type {AuditEvent, OutputVerdict, ProblemRecord, ReadResult} from '../model/run.ts'
import {unchanged, type ChangeRecord} from './change.ts'
import type {Asked, Moment, Stamp} from './moment.ts'

/** The last time a press was answered by Graph. */
export interface PressRecord extends Asked {
  readonly results: readonly ReadResult[]
  /** Graph's time of the answer, ISO. */
  readonly readAt: string
  readonly extraScopes: readonly string[]
}

/** The last time a press or a search could not be done, unless it was done since. */
export interface FailureRecord extends Asked {
  readonly problem: ProblemRecord
}

/** What a pasted output said, with the allowed fields only. */
export interface OutputRecord extends Stamp {
  readonly verdict: OutputVerdict
  /** The condition that an inconclusive output fell short of, where the action names one. */
  readonly short: string | null
  readonly kept: Readonly<Record<string, string | number | boolean | null>>
}

/** The last search of the audit log. */
export interface EvidenceRecord extends Asked {
  readonly since: string
  readonly events: readonly AuditEvent[]
  readonly requestId: string | null
  readonly readAt: string
  readonly stopped: boolean
}

/** What is known of one step. */
export interface StepRecord {
  readonly ticked: Stamp | null
  readonly note: string
  /** Why somebody decided not to do the step. */
  readonly skipped: (Stamp & {readonly reason: string}) | null
  /** The newest output that was understood, whatever it said. */
  readonly output: OutputRecord | null
  /** Those before it that said something else, oldest first. */
  readonly earlierOutputs: readonly OutputRecord[]
  /** A later one that was not understood; it takes nothing away from `output`. */
  readonly unreadable: OutputRecord | null
  readonly reported: (Stamp & {readonly report: string}) | null
  readonly pilot: (Stamp & {readonly eventId: number; readonly seenAt: string}) | null
  readonly presses: Readonly<Record<string, PressRecord>>
  readonly failures: Readonly<Record<string, FailureRecord>>
  readonly portalOpened: Moment | null
  readonly box: Stamp | null
  readonly saved: Stamp | null
  readonly evidence: EvidenceRecord | null
  readonly evidenceFailure: FailureRecord | null
  readonly change: ChangeRecord
}

/** A step nothing happened to yet. */
export const untouched: StepRecord = {
  ticked: null,
  note: '',
  skipped: null,
  output: null,
  earlierOutputs: [],
  unreadable: null,
  reported: null,
  pilot: null,
  presses: {},
  failures: {},
  portalOpened: null,
  box: null,
  saved: null,
  evidence: null,
  evidenceFailure: null,
  change: unchanged,
}

/** A record without what happened to the step before a moment of the log; what was noted stays. */
export function since(record: StepRecord, seq: number): StepRecord {
  const newer = <R extends Moment>(entries: Readonly<Record<string, R>>) =>
    Object.fromEntries(Object.entries(entries).filter(([, entry]) => entry.seq > seq))
  const later = <R extends Moment>(entry: R | null) => (entry && entry.seq > seq ? entry : null)
  const {presses, failures, evidence, evidenceFailure, change, ticked, output, reported, pilot} = record
  return {
    ...record,
    ticked: later(ticked),
    output: later(output),
    reported: later(reported),
    pilot: later(pilot),
    skipped: later(record.skipped),
    presses: newer(presses),
    failures: newer(failures),
    evidence: later(evidence),
    evidenceFailure: later(evidenceFailure),
    change: {
      ...change,
      reading: later(change.reading),
      earlier: change.earlier.filter(earlier => earlier.seq > seq),
      stale: later(change.stale),
      sent: change.sent.filter(sent => sent.seq > seq),
    },
  }
}

/** The output that decides a step's state: the newest that was understood, where no report by hand is newer. */
export function decidingOutput({
  output,
  reported,
}: Pick<StepRecord, 'output' | 'reported'>): OutputRecord | null {
  return output && reported && reported.seq > output.seq ? null : output
}
