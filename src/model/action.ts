// The compiled form of an action file: what `plugins/runbook` writes and `src/engine` runs. Language-free:
// a text stands here as its key, the words are in `TextCatalogue`.
import type {Change} from './change.ts'

/** Where a step is carried out. */
export type Place = 'on-premises' | 'cloud'

/** What the page can do for a step: nothing (`tick`), read, read and point to the portal, or change. */
export type StepKind = 'tick' | 'read' | 'portal' | 'change'

/** Path of a text in the action file, for example `steps.prerequisites.label`. */
export type TextKey = string

/** A date without a time, `2026-11-22`. */
export type IsoDate = string

/** How a found value is shown; every kind is formatted by locale. */
export type FoundFormat = 'text' | 'number' | 'dateTime' | 'age' | 'list'

/** What a field of a pasted output may be, to be kept: nothing that a secret would fit. `eventId`: 0 to 65535. */
export type KeptFormat = 'boolean' | 'number' | 'eventId' | 'dateTime'

/** What a value may be: a user principal name, an id out of a list that was read, two letters of a country. */
export type InputKind = 'upn' | 'option' | 'country'

/** A value that a person gives for one run, and that calls, bodies and expressions name as `{id}`. */
export interface RunInput {
  readonly id: string
  readonly kind: InputKind
  readonly label: TextKey
  readonly hint?: TextKey
  /** Of an `option`: the read whose `value` is the list of ids and whose `found` is the list of their names. */
  readonly from?: ReadRef
}

/** A read by its step, its press and its id. */
export interface ReadRef {
  readonly step: string
  readonly press: string
  readonly read: string
}

/** A JMESPath expression and how its result is shown. */
export interface FoundValue {
  readonly value: string
  readonly as: FoundFormat
}

/** What must hold of a read value. Exactly one comparison; without `null`, null or absent is not judged. */
export interface Expectation {
  readonly equals?: string | number | boolean
  readonly oneOf?: readonly (string | number | boolean)[]
  /** The value, a list, holds at least one of these. */
  readonly contains?: readonly (string | number | boolean)[]
  readonly exists?: boolean
  /** ISO 8601 duration: the value, a date and time, is younger. */
  readonly youngerThan?: string
  readonly null?: 'met' | 'not-met'
}

/**
 * One `GET` of Microsoft Graph. Placeholders in `filter`: `{account}` (object id), `{since}` (ISO time); in `path` and
 * expressions: inputs of the run.
 */
export interface GraphRead {
  readonly id: string
  /** Version and path, `/v1.0/organization`, `/v1.0/users/{user}`. */
  readonly path: string
  readonly select?: readonly string[]
  readonly filter?: string
  readonly expand?: string
  readonly orderby?: string
  readonly top?: number
  /** Graph counts all that match, as `@odata.count`, from an index that may lag. */
  readonly count?: true
  readonly headers?: Readonly<Record<string, string>>
  /** Delegated scopes this call needs. */
  readonly scopes: readonly string[]
  /** JMESPath, as in `az --query`. */
  readonly value: string
  readonly expect?: Expectation
  readonly found?: FoundValue
  readonly says: {
    readonly met?: TextKey
    readonly notMet?: TextKey
    readonly unknown?: TextKey
    /** Said where nothing is judged: what was read. */
    readonly read?: TextKey
    /** Said instead of `read` where the list that was found is empty. */
    readonly none?: TextKey
  }
  /** Graph page this rests on. */
  readonly source: string
}

/** One press of the card's button: its label, its reads, the chip of its success. */
export interface ReadPress {
  readonly id: string
  readonly label: TextKey
  /** The label once this was read: signing in is no longer its effect. */
  readonly again?: TextKey
  /** What was verified, never that the step was done. Placeholders `{met}`, `{total}`. */
  readonly verified: TextKey
  readonly reads: readonly GraphRead[]
  /** The moment of this press (Graph's `Date`) is the baseline of the audit search. */
  readonly setsBaseline: boolean
}

/** A search of the audit log for events after the run's baseline. */
export interface AuditEvidence {
  readonly read: GraphRead
  readonly label: TextKey
  /** JMESPath over the answer: a list of `{at, name, by}`. */
  readonly events: string
  /** Names of the activities that are evidence; absent: all but those that contradict. */
  readonly supports?: readonly string[]
  /** Names of the activities that say the contrary: never evidence, and the newest event wins. */
  readonly contradicts?: readonly string[]
  /** How far back an earlier event is looked for, ISO 8601 duration. */
  readonly lookBack: string
  /** How long and how often to look, ISO 8601 durations. */
  readonly wait: {readonly total: string; readonly every: string}
}

/** A page of the admin portal: where it is, how to get there in both languages, and when that was checked. */
export interface PortalPage {
  /** Fragment below the portal's host, `#view/…`; not a documented contract, so the path stands beside it. */
  readonly blade: string
  readonly path: readonly TextKey[]
  readonly checked: IsoDate
  readonly source: string
}

/** A switch of the portal that no API sets or reads. */
export interface PortalBox {
  /** Today's label, shown in both languages. */
  readonly label: TextKey
  readonly checked: IsoDate
}

/** A proof that needs no permission: a pilot user does it, the operator reads the event on the server. */
export interface PilotProof {
  readonly text: TextKey
  /** Event the server writes, `31002`. */
  readonly eventId: number
  readonly checked: IsoDate
  readonly sources: readonly string[]
}

/** The time that a pasted output has to show, and how young it has to be when it is pasted. */
export interface OutputProof {
  /** JMESPath over the pasted JSON: a time, or a list of which the newest counts. */
  readonly value: string
  readonly expect: Required<Pick<Expectation, 'youngerThan'>>
}

/** A result to write down on paper: its label, and behind it boxes of yes and no, or the blank of a time. */
export interface CarriedResult {
  readonly id: string
  readonly label: TextKey
  readonly blank: 'yesNo' | 'time'
}

/** A command for the server whose pasted output the page judges. */
export interface OutputVerifier {
  readonly shell: 'powershell'
  readonly changes: boolean
  readonly why: TextKey
  readonly command: string
  /** JMESPath over the pasted JSON; `true` decides. `confirmed` is asked only where `understood` is true. */
  readonly understood: string
  readonly confirmed: string
  readonly contradicted: string
  /**
   * What an output may fall short of, in order: where one holds, nothing is confirmed. The first that holds names why
   * an output is `inconclusive`; `when` is JMESPath over the pasted JSON, `true` decides.
   */
  readonly short?: readonly {readonly id: string; readonly when: string; readonly text: TextKey}[]
  /** The event that proves it: a confirming output whose newest one is older is `too-old`. */
  readonly proof?: OutputProof & {readonly tooOld: TextKey}
  /** The only fields a record may keep. */
  readonly keep: readonly {readonly name: string; readonly value: string; readonly as: KeptFormat}[]
  readonly says: {
    readonly confirmed: TextKey
    readonly contradicted: TextKey
    readonly notUnderstood: TextKey
  }
  /** The step to go back to where the output disagrees. */
  readonly backTo?: string
  /** What a person may report without pasting. */
  readonly report: readonly {readonly id: string; readonly label: TextKey}[]
  /** On paper: what to write down at the server and carry back. Absent: what may be reported. */
  readonly carry?: readonly CarriedResult[]
  /** Outputs to paste in practice; `sampleAt` puts the times in. */
  readonly samples: readonly {readonly id: string; readonly label: TextKey; readonly output: string}[]
  readonly checked: IsoDate
  readonly source: string
}

/** A dated, sourced note beside the article's own text. */
export interface Note {
  readonly tone: 'note' | 'role'
  readonly text: TextKey
  /** Another page of the site: its route below the locale's base URL, and what its link says. */
  readonly page?: {readonly slug: string; readonly label: TextKey}
  readonly checked: IsoDate
  readonly sources: readonly string[]
}

/** A step of the article with what the action file adds to it. */
export interface BoundStep {
  /** Authored id, or one derived from the English text; the same in every locale. Also the page anchor. */
  readonly id: string
  /** `part.step`, `2.3`. */
  readonly number: string
  readonly part: number
  /** The number the article shows. */
  readonly ordinal: number
  readonly place: Place
  readonly kind: StepKind
  /** Ids of the inputs that the card asks for. */
  readonly asks?: readonly string[]
  /** Earlier steps without which nothing is changed here: each is done, or skipped with a reason. */
  readonly after?: readonly string[]
  /** Short name for the rail; absent: the article's sentence. */
  readonly label?: TextKey
  readonly why?: TextKey
  readonly notes: readonly Note[]
  readonly presses: readonly ReadPress[]
  readonly evidence?: AuditEvidence
  readonly portal?: PortalPage
  readonly box?: PortalBox
  readonly pilot?: PilotProof
  readonly verify?: OutputVerifier
  /** On a step of kind `change`, and on no other. */
  readonly change?: Change
  /** Why what this step changes cannot be undone; absent: it can, or it changes nothing. */
  readonly irreversible?: TextKey
  /** Id of the visit this step belongs to. */
  readonly visit?: string
}

/** Several steps carried out in one visit to one portal page with one Save. */
export interface PortalVisit {
  readonly id: string
  readonly label: TextKey
  readonly steps: readonly string[]
  /** The step that opens the page, the steps whose box is ticked there, and the step that saves. */
  readonly open: string
  readonly boxes: readonly string[]
  readonly save: string
}

/** An ordered list of the article: one part of the page. */
export interface Procedure {
  readonly part: number
  readonly place: Place
  readonly steps: readonly string[]
}

/** A question of *Before you start*; none blocks. */
export interface BeforeQuestion {
  readonly id: string
  readonly kind: 'choice' | 'boxes' | 'perForest' | 'fact'
  readonly label: TextKey
  readonly options: readonly {readonly id: string; readonly label: TextKey}[]
  readonly hint?: TextKey
  readonly checked: IsoDate
  readonly sources: readonly string[]
}

/** What a runbook needs, as the article and its sources say. */
export interface Needs {
  readonly licence?: {
    readonly text: TextKey
    readonly anyServicePlan: readonly string[]
    readonly source: string
  }
  readonly roles?: {
    readonly text: TextKey
    /** Role template ids. */
    readonly anyOf: readonly {readonly id: string; readonly name: TextKey}[]
    readonly checked: IsoDate
    readonly sources: readonly string[]
  }
  readonly server?: {readonly text: TextKey; readonly source: string}
}
