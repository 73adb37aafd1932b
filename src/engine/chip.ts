// What a card may say: the states of its chip and of its buttons.
import type {TextKey} from '../model/action.ts'
import type {AuditEvent, ProblemRecord} from '../model/run.ts'
import type {ChangeReading, SentChange, StaleChange} from './change.ts'
import type {Stamp} from './moment.ts'
import type {FailureRecord, OutputRecord, PressRecord} from './step-record.ts'

/** Why a read told nothing. */
export type Unchecked = 'role' | 'consent' | 'licence' | 'field' | 'other'

/** What keeps a step from being begun: a value nobody gave, a step before it, or what was found in the tenant. */
export type Block =
  | {readonly kind: 'input'; readonly input: string}
  | {readonly kind: 'step'; readonly step: string}
  | {readonly kind: 'condition'; readonly says: TextKey}

/** What is another than when something was recorded: the article's text, or the site's build alone. */
export type Outdating = 'article' | 'build'

/** The one state a card shows. Only what Graph was read for in this page load is filled green. */
export type CardChip =
  | {readonly id: 'throttled'; readonly until: number; readonly fromHeader: boolean}
  /** `press` null: the audit log is being searched. */
  | {readonly id: 'running'; readonly press: string | null}
  /** A request that changes something left, and nobody knows whether it arrived. */
  | {readonly id: 'sent-unknown'; readonly sent: SentChange; readonly reading: ChangeReading | null}
  | {readonly id: 'consent'; readonly scopes: readonly string[]}
  | {readonly id: 'failed'; readonly cause: ProblemRecord}
  /** Found otherwise than it was confirmed; nothing was sent. */
  | {readonly id: 'stale'; readonly stale: StaleChange}
  /** Graph went on with what it accepted, and says that it failed. */
  | {readonly id: 'operation-failed'; readonly sent: SentChange}
  /** What is known of the step is of another page: `at` is the newest of it, ISO. */
  | {readonly id: 'out-of-date'; readonly because: Outdating; readonly at: string}
  /** Somebody decided not to do the step: neither verified nor declared. */
  | {readonly id: 'skipped'; readonly reason: string; readonly stamp: Stamp}
  | {readonly id: 'blocked'; readonly by: Block}
  | {readonly id: 'could-not-check'; readonly because: Unchecked; readonly cause: ProblemRecord | null}
  | {readonly id: 'output-disagrees'; readonly backTo: string | null}
  | {readonly id: 'not-as-required'; readonly press: string; readonly readAt: string}
  | {readonly id: 'role-eligible'; readonly roles: readonly TextKey[]}
  | {readonly id: 'evidence-found'; readonly event: AuditEvent}
  /** The newest event after the baseline says the contrary. */
  | {readonly id: 'opposite-event'; readonly event: AuditEvent}
  | {readonly id: 'confirmed-by-output'; readonly output: OutputRecord}
  /** `text` names what was verified; its placeholders are `met` and `total`. */
  | {
      readonly id: 'read-verified'
      readonly text: TextKey
      readonly met: number
      readonly total: number
      readonly readAt: string
    }
  /** A change of this run, seen by reading it back. */
  | {readonly id: 'change-done' | 'undone'; readonly sent: SentChange; readonly readAt: string}
  /** As wanted when it was read, without a request of this run. */
  | {readonly id: 'already-so'; readonly readAt: string}
  /**
   * As wanted now and otherwise before, without a request of ours since. `sent`: the request that the file tells of
   * which the run was opened from; null: nobody's that is known.
   */
  | {readonly id: 'done-by-other'; readonly readAt: string; readonly sent: SentChange | null}
  /** Graph accepted the request and did not show its effect yet. */
  | {readonly id: 'accepted'; readonly sent: SentChange; readonly reading: ChangeReading | null}
  /** So many properties would be changed. */
  | {readonly id: 'ready-change'; readonly count: number; readonly readAt: string}
  | {readonly id: 'not-read-since'; readonly readAt: string}
  /** `report` null: a pilot user's reset, in `record.pilot`. */
  | {readonly id: 'reported'; readonly report: TextKey | null; readonly stamp: Stamp}
  | {readonly id: 'marked-done'; readonly stamp: Stamp}
  | {readonly id: 'earlier-event'; readonly event: AuditEvent}
  | {readonly id: 'nothing-found'; readonly since: string}
  | {readonly id: 'ticked-not-saved'; readonly stamp: Stamp}
  | {
      readonly id: 'output-inconclusive' | 'output-too-old' | 'output-not-understood'
      readonly output: OutputRecord
    }
  | {readonly id: 'to-tick'}
  | {readonly id: 'unsigned'}
  | {readonly id: 'not-started'}
  | {readonly id: 'sign-in'}
  | {readonly id: 'ready-portal'}
  | {readonly id: 'ready-read'}

/** The id of a chip: the key of its words, icon and colours. */
export type CardId = CardChip['id']

/** One button of a card that reads, judged by itself. */
export interface PressState {
  readonly id: string
  readonly label: TextKey
  readonly verified: TextKey
  /** Scopes asked for by exactly this press. */
  readonly scopes: readonly string[]
  readonly done: PressRecord | null
  /** The press reads the account's roles. */
  readonly readsRoles: boolean
  /** `done` happened in this page load. */
  readonly fresh: boolean
  /** Reads that are met, or were read where nothing is expected. */
  readonly met: number
  readonly total: number
  readonly failure: FailureRecord | null
}
