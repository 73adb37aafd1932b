// The shape of an action file as `static/schema/runbook.schema.json` describes it, for code that has validated one.
import type {
  CarriedResult,
  Expectation,
  FoundValue,
  InputKind,
  IsoDate,
  KeptFormat,
  OutputProof,
  Place,
  ReadRef,
  StepKind,
} from '../../src/model/action.ts'
import type {BodyTemplate, Change, Confirmation} from '../../src/model/change.ts'
import type {OutputVerdict} from '../../src/model/run.ts'

/** A whole action file. */
export interface ActionFile {
  readonly runbook: string
  readonly article: string
  readonly reviewed: string
  readonly reviewedOn: IsoDate
  readonly topic: string
  readonly summary: string
  readonly minutes: number
  readonly origin?: {readonly title: string; readonly repository: string; readonly licence: string}
  readonly needs: NeedsEntry
  readonly before?: readonly QuestionEntry[]
  readonly inputs?: readonly InputEntry[]
  readonly procedures: readonly ProcedureEntry[]
  readonly visits?: readonly VisitEntry[]
  readonly steps: readonly StepEntry[]
}

interface NeedsEntry {
  readonly licence?: {
    readonly text: string
    readonly anyServicePlan: readonly {readonly name: string; readonly id: string}[]
    readonly source: string
  }
  readonly roles?: {
    readonly text: string
    readonly anyOf: readonly {readonly id: string; readonly template: string; readonly name: string}[]
    readonly checked: IsoDate
    readonly sources: readonly string[]
  }
  readonly server?: {readonly text: string; readonly source: string}
}

interface OptionEntry {
  readonly id: string
  readonly label: string
}

/** A question of *Before you start*. */
export interface QuestionEntry {
  readonly id: string
  readonly kind: 'choice' | 'boxes' | 'perForest' | 'fact'
  readonly label: string
  readonly options?: readonly OptionEntry[]
  readonly hint?: string
  readonly checked: IsoDate
  readonly sources: readonly string[]
}

/** A value that a person gives for one run; of an `option`, `from` names the read that lists it. */
export interface InputEntry {
  readonly id: string
  readonly kind: InputKind
  readonly label: string
  readonly hint?: string
  readonly from?: {readonly step: string; readonly press: string; readonly read: string}
}

/** Where the steps of a list, ordered or bulleted, are carried out; it is the one after the sentence `after`. */
export interface ProcedureEntry {
  readonly after: string
  readonly occurrence?: number
  readonly place: Place
}

/** Steps carried out on one page of the portal with one Save, by their ids. */
export interface VisitEntry {
  readonly id: string
  readonly label: string
  readonly open: string
  readonly boxes: readonly string[]
  readonly save: string
}

/** A dated, sourced note beside a step. */
export interface NoteEntry {
  readonly id: string
  readonly tone?: 'note' | 'role'
  readonly text: string
  readonly page?: {readonly slug: string; readonly label: string}
  readonly checked: IsoDate
  readonly sources: readonly string[]
}

/** One `GET` of Microsoft Graph, what is expected of its value and what is said of it. */
export interface ReadEntry {
  readonly id: string
  readonly get: string
  readonly beta?: true
  readonly select?: readonly string[]
  readonly filter?: string
  readonly expand?: string
  readonly orderby?: string
  readonly top?: number
  readonly count?: true
  readonly headers?: Readonly<Record<string, string>>
  readonly scopes: readonly string[]
  readonly value: string
  readonly expect?: Expectation
  readonly found?: FoundValue
  readonly says: Readonly<Partial<Record<SaysKey, string>>>
  readonly source: string
}

/** The sentences a read may say. */
export const saysKeys = ['met', 'notMet', 'unknown', 'read', 'none'] as const
type SaysKey = (typeof saysKeys)[number]

/** One press of a card's button with its reads. */
export interface PressEntry {
  readonly id: string
  readonly label: string
  readonly again?: string
  readonly verified: string
  readonly setsBaseline?: boolean
  readonly reads: readonly ReadEntry[]
}

/** A search of the audit log; `lookBack`, `total` and `every` are ISO 8601 durations. */
export interface EvidenceEntry {
  readonly label: string
  readonly read: ReadEntry
  readonly events: string
  readonly supports?: readonly string[]
  readonly contradicts?: readonly string[]
  readonly lookBack: string
  readonly wait: {readonly total: string; readonly every: string}
}

/** A command for the server with what its pasted output must say, and samples that prove the expressions. */
export interface VerifyEntry {
  readonly shell: 'powershell'
  readonly changes: false
  readonly why: string
  readonly command: string
  readonly understood: string
  readonly confirmed: string
  readonly contradicted: string
  readonly short?: readonly {readonly id: string; readonly when: string; readonly text: string}[]
  readonly proof?: OutputProof & {readonly tooOld: string}
  readonly keep: readonly {readonly name: string; readonly value: string; readonly as: KeptFormat}[]
  readonly says: {readonly confirmed: string; readonly contradicted: string; readonly notUnderstood: string}
  readonly backTo?: string
  readonly report: readonly OptionEntry[]
  readonly carry?: readonly (OptionEntry & Pick<CarriedResult, 'blank'>)[]
  readonly samples: readonly {
    readonly id: string
    readonly label: string
    readonly verdict: OutputVerdict
    readonly output: string
  }[]
  readonly checked: IsoDate
  readonly source: string
}

/** The `GET` before a change and after it. */
export interface ChangeReadEntry {
  readonly id: string
  readonly get: string
  readonly select?: readonly string[]
  readonly scopes: readonly string[]
  readonly source: string
}

/** What has to hold before a change is sent. */
export interface ConditionEntry {
  readonly id: string
  readonly when: string
  readonly says: string
}

/** A list of ids that only the undo of a change sends. */
interface CarriedEntry {
  readonly id: string
  readonly value: string
}

/** Where the end of what Graph only accepted is read. */
export interface FollowEntry {
  readonly get: string
  readonly scopes: readonly string[]
  readonly source: string
}

/** One property that a change sets; `words` by the value as text. */
export interface ChangePropertyEntry {
  readonly id: string
  readonly label: string
  readonly value: string
  /** What `value` gives where Graph has none. */
  readonly none?: string
  readonly wanted: string | number | boolean
  /** Of a `patch`. */
  readonly at?: string
  readonly words?: Readonly<Record<string, string>>
}

/** The sentences of a change; `undo` and `undone` where it can be undone. */
export const changeSaysKeys = ['run', 'done', 'already', 'undo', 'undone'] as const

/**
 * One `PATCH`, or one `POST` with its body, that changes the tenant or a user; the read that proves it, or the operation
 * that is followed; and its undo or why there is none.
 */
export interface ChangeEntry {
  readonly read: ChangeReadEntry
  readonly key: string
  readonly requires?: readonly ConditionEntry[]
  readonly properties: readonly ChangePropertyEntry[]
  readonly carries?: readonly CarriedEntry[]
  readonly patch?: string
  readonly post?: string
  readonly body?: BodyTemplate
  readonly undoBody?: BodyTemplate
  readonly secret?: string
  readonly follow?: FollowEntry
  readonly scopes: readonly string[]
  readonly source: string
  readonly object: Change['object']
  readonly name?: string
  readonly confirm: Confirmation
  readonly reach: string
  readonly affects?: ReadRef
  readonly wait: {readonly total: string; readonly every: string}
  readonly says: {
    readonly run: string
    readonly done: string
    readonly already?: string
    readonly undo?: string
    readonly undone?: string
  }
  readonly irreversible?: string
}

/** What the file adds to the step whose English text is `on`; `occurrence` counts equal ones from 1. */
export interface StepEntry {
  readonly id: string
  readonly on: string
  readonly occurrence?: number
  readonly label: string
  readonly do: StepKind
  readonly asks?: readonly string[]
  readonly after?: readonly string[]
  readonly why?: string
  readonly notes?: readonly NoteEntry[]
  readonly presses?: readonly PressEntry[]
  readonly portal?: {
    readonly blade: string
    readonly path: readonly string[]
    readonly checked: IsoDate
    readonly source: string
  }
  readonly box?: {readonly label: string; readonly checked: IsoDate}
  readonly evidence?: EvidenceEntry
  readonly pilot?: {
    readonly text: string
    readonly eventId: number
    readonly checked: IsoDate
    readonly sources: readonly string[]
  }
  readonly verify?: VerifyEntry
  readonly change?: ChangeEntry
}
