// What the parts that perform a press work with.
import type {BoundStep} from '../model/action.ts'
import type {PageModel} from '../model/page.ts'
import type {RunEventBody, RunMode} from '../model/run.ts'
import type {Announcement} from './announcement.ts'
import type {Away} from './away.ts'
import type {LiveStep} from './live.ts'
import type {Clock, SendOptions, Token} from './ports.ts'
import type {Rim} from './rim.ts'
import type {RunState} from './run.ts'

/** What the driver sees of the run and may do to it. */
export interface OpenRun {
  readonly model: PageModel
  readonly clock: Clock
  readonly mode: () => RunMode
  readonly state: () => RunState
  readonly live: (step: string) => LiveStep | undefined
  readonly setLive: (step: string, live: LiveStep | null) => void
  /**
   * Starts a run where none is open. Throws `RunProblem` `stopped`, with nothing written, where the run as it stands when
   * they would be written is no longer what `still` asks for.
   */
  readonly append: (events: readonly RunEventBody[], still?: (state: RunState) => boolean) => Promise<void>
  /**
   * The same for what must be kept before more is done. Throws `RunProblem` `record-not-kept`, or `changed-since` where
   * the run, as it stands when they would be written, is no longer what `still` asks for; nothing is kept then.
   */
  readonly keep: (events: readonly RunEventBody[], still: (state: RunState) => boolean) => Promise<void>
  /** A new GUID. */
  readonly newId: () => string
  /** A new password; absent: one that nobody can guess. */
  readonly newPassword: (() => string) | undefined
  /** What a step shows once and keeps nowhere; null takes it away. */
  readonly setSecret: (step: string, secret: string | null) => void
  /** What a step shows now. */
  readonly secret: (step: string) => string | null
  /** The heavy parts if they are loaded: only then a press may open a window. */
  readonly rim: () => Rim | null
  readonly loadRim: () => Promise<Rim>
  readonly announce: (announcement: Announcement) => void
  /** Leaves the page for what `ask` asks, with the run kept and the way back noted. Rejects where the page was not left. */
  readonly leave: (away: Away, ask: () => Promise<never>) => Promise<never>
  /** The sign-out that is going on: until it ends, the account that leaves is still there. Null: there is none. */
  readonly leaving: () => Promise<void> | null
}

/** What a task gets to work with once there is a token. */
export interface Errand extends OpenRun {
  readonly step: BoundStep
  /** Says who signed in, if that is new. */
  readonly greet: () => void
  readonly rim: () => Rim
  readonly token: Token
  /** A person was asked for the token just now. */
  readonly asked: boolean
  readonly options: SendOptions
}
