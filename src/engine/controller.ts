// The contract between a runbook page and its run.
import type {LocaleTag} from '../model/locale.ts'
import type {PageModel} from '../model/page.ts'
import type {ProblemRecord, RunMode, RunRecord} from '../model/run.ts'
import type {Announcement} from './announcement.ts'
import type {Away} from './away.ts'
import type {CardState, Counts} from './card.ts'
import type {Outdating} from './chip.ts'
import type {LiveStep} from './live.ts'
import type {Clock, RecordStore} from './ports.ts'
import type {RunFile} from './imported.ts'
import type {ApprovalBar, PlanFile} from './plan-file.ts'
import type {PlanProgress} from './plan-progress.ts'
import type {ImportRefusal} from './record.ts'
import type {Rim, Wanted} from './rim.ts'
import type {RunContext, RunState} from './run.ts'
import type {SessionView} from './session.ts'

/** What a run controller needs. */
export interface RunOptions {
  readonly model: PageModel
  /** Build of the site, for the record. */
  readonly build: string
  readonly locale: LocaleTag
  /** Mode and practice situation for a run that an act starts by itself. */
  readonly mode: RunMode
  readonly situation: string | null
  /** The site can sign in to real tenants; without, a run with Graph is only read. */
  readonly graph: boolean
  readonly store: RecordStore
  readonly clock: Clock
  readonly newId: () => string
  readonly newPassword?: () => string
  readonly load: (wanted: Wanted) => Promise<Rim>
  /** The operator's name as this browser remembers it: it goes into a run with the first act in it. */
  readonly rememberedName?: () => string | null
  /** Notes for the next page load what the page is left for; null: it was not left after all. Without, it never is. */
  readonly noteAway?: (away: Away | null) => void
}

/** Everything a page shows of a run. The same object until something changes. */
export interface RunSnapshot {
  /** The open run, or null: the first act starts one. */
  readonly record: RunRecord | null
  /** Grows whenever another run, or none, takes the place of this one; not when the first act starts a run. */
  readonly turn: number
  readonly state: RunState
  readonly live: Readonly<Record<string, LiveStep>>
  /** Passwords that steps made up, by step: shown until they are taken away, kept nowhere. */
  readonly secrets: Readonly<Record<string, string>>
  readonly cards: Readonly<Record<string, CardState>>
  readonly counts: Counts
  /** Steps of which all that is known is of another page, and what is another there; null: there are none. */
  readonly outdated: {readonly because: Outdating; readonly steps: readonly string[]} | null
  readonly session: SessionView
  readonly plan: PlanProgress
  /** What went wrong outside any step: sign-in from the bar, storage. */
  readonly problem: ProblemRecord | null
  /** A request is in the air: leaving the page asks first. */
  readonly busy: boolean
  /** False: the browser keeps nothing, so the record is lost with the tab. */
  readonly durable: boolean
}

/** What may be said with a declaration: who did it, where that is not who enters it. */
export interface Declared {
  readonly by?: string
}

/**
 * One runbook page's run: a snapshot to show and the acts of the operator. Acts start a run where none is
 * open. `press`, `searchEvidence` and `signIn` are called straight from a user's gesture.
 */
export interface RunController {
  readonly subscribe: (listener: () => void) => () => void
  readonly getSnapshot: () => RunSnapshot
  readonly onAnnounce: (listener: (announcement: Announcement) => void) => () => void
  /** Loads what the acts are made of, and opens the store, ahead of the first: while the connection is there. */
  readonly prepareActs: () => void
  /** Loads sign-in and Graph ahead of a press (pointerenter, focus, pointerdown). */
  readonly prepare: () => void

  /** Leaves the open run as it is and starts another. */
  readonly start: (mode: RunMode, situation: string | null) => Promise<void>
  /** False where there is no such run of this runbook. */
  readonly open: (id: string) => Promise<boolean>
  /** Between `unsigned` and `graph` the run goes on; from or to `practice` it is closed. */
  readonly setMode: (mode: RunMode) => Promise<void>

  readonly press: (step: string, press: string) => Promise<void>
  readonly searchEvidence: (step: string) => Promise<void>
  /** A role was activated in PIM: a new token, and this press read again until the role is seen, for two minutes at most. */
  readonly activated: (step: string, press: string) => Promise<void>
  /** Reads how the properties of a step's change stand. */
  readonly lookAtChange: (step: string) => Promise<void>
  /** Reads them once more and, where they stand otherwise, asks for the confirmation: the step's `confirming`. */
  readonly proposeChange: (step: string, undo: boolean) => Promise<void>
  /**
   * Sends what was confirmed, once; straight from a user's gesture, because it may ask for a permission. Where the
   * change asks for the name to be typed, nothing happens unless `typed` is that name.
   */
  readonly confirmChange: (step: string, typed?: string) => Promise<void>
  /** Takes the question back; nothing was sent. */
  readonly cancelChange: (step: string) => void
  /** Takes away what a step showed once. */
  readonly dismissSecret: (step: string) => void
  /**
   * Reads the whole page together, in at most two requests: first what the scopes that were granted allow, and after a
   * second press, which asks for them together, what the others do. Straight from a user's gesture.
   */
  readonly checkTenant: () => Promise<void>
  /** Asks for it by leaving the page, where the browser blocked the window. */
  readonly leaveToCheck: () => Promise<void>
  /** Stops the plan, or takes back what it was about to ask. */
  readonly stopChecking: () => void
  /** The window was closed: asks again at once, straight from a user's gesture. Null: the sign-in of the bar. */
  readonly askAgain: (step: string | null) => Promise<void>
  /**
   * Asks by leaving the page, where the browser blocked the window. The run is in the browser's store before; where that
   * keeps nothing, the page is not left. Null: the sign-in of the bar.
   */
  readonly leaveToAsk: (step: string | null) => Promise<void>
  /** Goes on where `leaveToAsk` left the page: with the answer, and never with a press. */
  readonly arrive: (away: Away) => Promise<void>
  /** Stops waiting; undoes nothing. Null: the sign-in of the bar. */
  readonly stop: (step: string | null) => void
  readonly signIn: () => Promise<void>
  readonly signOut: () => Promise<void>

  readonly tick: (step: string, declared?: Declared) => Promise<void>
  readonly untick: (step: string) => Promise<void>
  /** Notes why the step is not done. False: the reason is no sentence, or the card's `maySkip` is false. */
  readonly skip: (step: string, reason: string) => Promise<boolean>
  readonly unskip: (step: string) => Promise<void>
  readonly note: (step: string, note: string) => Promise<void>
  /** Judges a pasted output and keeps the allowed fields only. */
  readonly paste: (step: string, text: string) => Promise<void>
  readonly report: (step: string, report: string, declared?: Declared) => Promise<void>
  /** A pilot user's reset, proved by an event read on the server. */
  readonly reportPilot: (step: string, eventId: number, seenAt: string, declared?: Declared) => Promise<void>
  readonly tickBox: (step: string, declared?: Declared) => Promise<void>
  /** Withdraws a standing Save of the visit too. */
  readonly untickBox: (step: string) => Promise<void>
  /** False where boxes have to be ticked first: they are in the card's `saveBlockedBy`. */
  readonly save: (visit: string, declared?: Declared) => Promise<boolean>
  readonly withdrawSave: (visit: string) => Promise<void>
  /** Notes that the portal link was followed; the link itself is the browser's. */
  readonly openPortal: (step: string) => Promise<void>
  /** With a forest, the whole answer for that one; no option chosen keeps the forest in the list. */
  readonly answer: (question: string, options: readonly string[], forest?: string) => Promise<void>
  readonly removeForest: (question: string, forest: string) => Promise<void>
  readonly setContext: (context: RunContext) => Promise<void>
  /** Says what the run is about. False: it is not such a value, or a request of the run rests on the one it has. */
  readonly setInput: (input: string, value: string, shown?: string) => Promise<boolean>
  /** Keeps in the run that somebody else approved its plan; why not, where it cannot. */
  readonly keepApproval: (plan: PlanFile) => Promise<ApprovalBar | 'not-kept' | null>
  readonly nameOperator: (name: string) => Promise<void>

  /** The open run as a file and its digest; null where none is open. */
  readonly exportFile: () => Promise<{readonly json: string; readonly sha256: string} | null>
  /** Keeps a run from a file under a new id and opens it, or says why not. Null: it could not be kept, which is `problem`. */
  readonly importFile: (
    file: RunFile,
  ) => Promise<{readonly id: string} | {readonly refused: ImportRefusal} | null>
  readonly dispose: () => void
}
