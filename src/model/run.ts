// What a run record holds. Events are appended and never changed; everything else is derived from them by
// `src/engine/run.ts`. Only the fields named here ever enter a record: no token, no secret, no directory object.
import type {ChangeValues} from './change.ts'
import type {LocaleTag} from './locale.ts'

/** What is real in a run. A run never goes from `practice` to another mode or back. */
export type RunMode = 'practice' | 'unsigned' | 'graph'

/** Who is signed in, as far as a record may know it. */
export interface AccountRef {
  readonly objectId: string
  readonly name: string
  readonly username: string
}

/** A tenant; its name is empty until Graph gave it. */
export interface TenantRef {
  readonly id: string
  readonly name: string
}

/** Who did something and who entered it. `null`: no name was given, so "this browser". */
export interface Attribution {
  readonly by: string | null
  readonly enteredBy: string | null
  readonly source: 'account' | 'typed' | 'browser'
}

/** What a change is about: its id in Graph, and its own name where it has one there. */
export interface ObjectRef {
  /** Null: Graph did not give it. */
  readonly id: string | null
  readonly name: string | null
}

/** How far Graph is with a long-running operation; `other`: it said something else. */
export const operationStatuses = ['notStarted', 'running', 'succeeded', 'failed', 'skipped', 'other'] as const

/** One of them. */
export type OperationStatus = (typeof operationStatuses)[number]

/** What one read found. `value` is the formatted-free value that the action named, nothing else of the answer. */
export interface ReadResult {
  readonly read: string
  readonly outcome: 'met' | 'not-met' | 'read' | 'unknown'
  readonly value: string | number | boolean | null | readonly string[]
  readonly found: string | number | boolean | null | readonly string[]
  readonly requestId: string | null
}

/** An audit event that was found; `earlier`: before the baseline, so never evidence. */
export interface AuditEvent {
  readonly at: string
  readonly name: string
  readonly by: string | null
  readonly earlier: boolean
}

/** Why something could not be done; the words stand in the catalogues under `problem.<code>`. */
export const problemCodes = [
  'sign-in-required',
  'sign-in-cancelled',
  'sign-in-timed-out',
  'popup-blocked',
  'interaction-in-progress',
  'sign-out-incomplete',
  'second-factor-required',
  'consent-required',
  'consent-declined',
  'admin-consent-required',
  'role-missing',
  'licence-missing',
  'permission-missing',
  'exchange-refused',
  'field-not-returned',
  'claims-required',
  'conditional-access',
  'not-assigned',
  'account-not-in-tenant',
  'application-unknown',
  'application-single-tenant',
  'resource-missing',
  'redirect-not-registered',
  'tenant-changed',
  'throttled',
  'offline',
  'not-found',
  'synced-object',
  'conflict',
  'changed-since',
  'dependency-failed',
  'request-invalid',
  'server-failed',
  'stopped',
  'call-not-compiled',
  'record-not-kept',
  'not-recorded',
  'unexpected',
] as const

/** One of the reasons why something could not be done. */
export type ProblemCode = (typeof problemCodes)[number]

/** The part of a problem that a record keeps. */
export interface ProblemRecord {
  readonly code: ProblemCode
  readonly status: number | null
  /** Graph's or Entra's own error code, never its message. */
  readonly errorCode: string | null
  readonly requestId: string | null
  /** Scopes that were missing, where the problem is about them. */
  readonly scopes: readonly string[]
}

/**
 * What a pasted output says. Of those that were understood, `inconclusive` proves nothing either way, and the proof of
 * `too-old` is older than the action allows.
 */
export const outputVerdicts = [
  'confirmed',
  'contradicted',
  'inconclusive',
  'too-old',
  'not-understood',
] as const

/** One verdict on a pasted output. */
export type OutputVerdict = (typeof outputVerdicts)[number]

/** Everything that can happen in a run and is kept. */
export type RunEventBody =
  | {
      readonly type: 'run-started'
      readonly runbook: string
      readonly articleHash: string
      readonly build: string
      readonly mode: RunMode
      readonly situation: string | null
      readonly locale: LocaleTag
    }
  /** The run goes on with a page of another revision of the article, or of another build of the site. */
  | {readonly type: 'run-continued'; readonly articleHash: string; readonly build: string}
  | {readonly type: 'mode-changed'; readonly mode: 'unsigned' | 'graph'}
  | {
      readonly type: 'context-set'
      readonly ticket: string
      readonly changeWindow: string
      readonly server: string
      readonly forest: string
    }
  | {readonly type: 'operator-named'; readonly name: string}
  | {
      readonly type: 'answer-given'
      readonly question: string
      readonly options: readonly string[]
      /** The forest this is the whole answer of; absent: the question is answered once. */
      readonly forest?: string
    }
  | {
      /** What the run is about: a user, a licence. Until a request was sent that rests on it. */
      readonly type: 'input-set'
      readonly input: string
      readonly value: string
      /** The value as it is shown; the value itself where it was typed. */
      readonly shown: string
    }
  | {
      readonly type: 'step-skipped'
      readonly step: string
      readonly reason: string
      readonly attribution: Attribution
    }
  | {readonly type: 'step-unskipped'; readonly step: string; readonly attribution: Attribution}
  | {readonly type: 'forest-removed'; readonly question: string; readonly forest: string}
  | {readonly type: 'step-ticked'; readonly step: string; readonly attribution: Attribution}
  | {readonly type: 'step-unticked'; readonly step: string; readonly attribution: Attribution}
  | {readonly type: 'step-noted'; readonly step: string; readonly note: string}
  | {
      readonly type: 'output-judged'
      readonly step: string
      readonly verdict: OutputVerdict
      /** The condition that an `inconclusive` output fell short of; absent where the action names none. */
      readonly short?: string
      /** The allowed fields only; empty where the output was not understood. */
      readonly kept: Readonly<Record<string, string | number | boolean | null>>
      readonly attribution: Attribution
    }
  | {
      readonly type: 'output-reported'
      readonly step: string
      readonly report: string
      readonly attribution: Attribution
    }
  | {readonly type: 'signed-in'; readonly account: AccountRef; readonly tenant: TenantRef}
  /** Graph gave the name of the tenant that is locked. */
  | {readonly type: 'tenant-named'; readonly tenant: TenantRef}
  | {readonly type: 'signed-out'}
  | {
      readonly type: 'press-done'
      readonly step: string
      readonly press: string
      readonly results: readonly ReadResult[]
      /** The answer's `Date`, ISO; the browser's clock only where Graph sent none. */
      readonly readAt: string
      /** Scopes that the token carried beyond those asked. */
      readonly extraScopes: readonly string[]
    }
  | {
      readonly type: 'press-failed'
      readonly step: string
      readonly press: string
      readonly problem: ProblemRecord
    }
  | {
      readonly type: 'baseline-set'
      /** Graph's time (an answer's `Date`) after which an audit event belongs to this run; not the event's own `at`. */
      readonly baseline: string
    }
  | {readonly type: 'portal-opened'; readonly step: string}
  | {readonly type: 'box-ticked'; readonly step: string; readonly attribution: Attribution}
  | {readonly type: 'box-unticked'; readonly step: string; readonly attribution: Attribution}
  | {
      readonly type: 'saved'
      readonly visit: string
      readonly steps: readonly string[]
      readonly attribution: Attribution
    }
  | {
      readonly type: 'save-withdrawn'
      readonly visit: string
      readonly steps: readonly string[]
      readonly attribution: Attribution
    }
  | {
      readonly type: 'evidence-searched'
      readonly step: string
      readonly since: string
      readonly events: readonly AuditEvent[]
      readonly requestId: string | null
      readonly readAt: string
      /** The search was stopped before its time was up. */
      readonly stopped: boolean
    }
  | {readonly type: 'evidence-failed'; readonly step: string; readonly problem: ProblemRecord}
  | {
      /** A pilot user's reset, proved by event 31002 as the operator read it on the server. */
      readonly type: 'pilot-reported'
      readonly step: string
      readonly eventId: number
      readonly seenAt: string
      readonly attribution: Attribution
    }
  | {
      /** How the properties of a change stand: before it, after it, or whenever somebody looked. */
      readonly type: 'change-read'
      readonly step: string
      readonly object: ObjectRef
      readonly values: ChangeValues
      readonly readAt: string
      readonly requestId: string | null
    }
  | {
      /** What was found right before sending is not what was confirmed: nothing was sent. */
      readonly type: 'change-stale'
      readonly step: string
      readonly undo: boolean
      readonly object: ObjectRef
      readonly confirmed: ChangeValues
      readonly found: ChangeValues
      readonly readAt: string
      readonly requestId: string | null
    }
  | {
      /** Kept before the request leaves. Without a `change-answered` after it, nobody knows what became of it. */
      readonly type: 'change-sent'
      readonly step: string
      readonly undo: boolean
      readonly object: ObjectRef
      /** Of the properties that are sent and what the undo needs, and of no other. */
      readonly before: ChangeValues
      readonly wanted: ChangeValues
      /** The `client-request-id` of the request, by which the tenant's logs find it. */
      readonly clientRequestId: string
    }
  | {
      readonly type: 'change-answered'
      readonly step: string
      /** Of the request that this is the answer to. */
      readonly clientRequestId: string
      /** Null: Graph accepted it. */
      readonly problem: ProblemRecord | null
      readonly requestId: string | null
      /** Where the end of what Graph goes on with is read, below its host; null: nowhere. */
      readonly operation: string | null
    }
  | {
      /** How far Graph is with what it accepted. */
      readonly type: 'operation-read'
      readonly step: string
      /** Of the request that Graph goes on with. */
      readonly clientRequestId: string
      readonly status: OperationStatus
      readonly readAt: string
      readonly requestId: string | null
    }
  | {
      /** Somebody else approved a plan, as a file says that anybody could have written: a courtesy check, no control. */
      readonly type: 'plan-approved'
      readonly approver: AccountRef
      readonly approvedAt: string
      /** When what was approved had been read, and its digest. */
      readonly checkedAt: string
      readonly sha256: string
    }
  | {readonly type: 'run-imported'; readonly sha256: string}

/** One line of a run record. */
export type RunEvent = RunEventBody & {
  /** Version of this shape. */
  readonly v: 1
  /** Position in the log, from 0 without gaps. */
  readonly seq: number
  /** UTC, ISO 8601 with milliseconds. */
  readonly at: string
  /** The operator's offset from UTC in minutes when it happened. */
  readonly utcOffset: number
}

/** A run as a file: schema of the export and of IndexedDB alike. */
export interface RunRecord {
  readonly schema: 'passerelle/run@1'
  readonly id: string
  readonly events: readonly RunEvent[]
}
