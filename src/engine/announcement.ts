// What the page says aloud, as data; the words are in the catalogues under `announce.<id>`.
import type {TextKey} from '../model/action.ts'
import type {PlanCount} from './plan.ts'
import type {AccountRef, AuditEvent, ProblemRecord, ReadResult, RunMode, TenantRef} from '../model/run.ts'

/** One announcement. `assertive` ones interrupt. Who did something is a name, or null for "this browser". */
export type Announcement = {readonly assertive: boolean} & (
  | {readonly id: 'mode-changed'; readonly mode: RunMode; readonly tenant: TenantRef | null}
  | {readonly id: 'preparing'}
  | {readonly id: 'press-again'}
  | {readonly id: 'signed-in'; readonly account: AccountRef; readonly tenant: TenantRef}
  | {readonly id: 'signed-out'}
  | {readonly id: 'running'; readonly step: string; readonly press: string | null}
  /** `portal`: the link to the portal is ready now. */
  | {
      readonly id: 'read-done'
      readonly step: string
      readonly verified: TextKey
      readonly met: number
      readonly total: number
      readonly portal: boolean
    }
  | {
      readonly id: 'not-as-required'
      readonly step: string
      readonly says: TextKey | null
      readonly result: ReadResult
    }
  /** After an activation in PIM. `until`: when the role ends, ISO; null: not known. */
  | {readonly id: 'role-active'; readonly until: string | null}
  | {readonly id: 'role-not-yet'}
  | {readonly id: 'could-not-check'; readonly step: string; readonly problem: ProblemRecord | null}
  /** `step` null: of the plan. */
  | {readonly id: 'sign-in-required'; readonly step: string | null}
  | {readonly id: 'consent-required'; readonly step: string; readonly scopes: readonly string[]}
  | {readonly id: 'sign-in-cancelled'}
  | {readonly id: 'consent-declined'}
  | {readonly id: 'throttled'; readonly step: string | null; readonly until: number}
  | {readonly id: 'resumed'; readonly step: string | null}
  | {readonly id: 'stopped'; readonly step: string}
  | {readonly id: 'failed'; readonly step: string | null; readonly problem: ProblemRecord}
  | {readonly id: 'tenant-changed'; readonly tenant: TenantRef}
  | {readonly id: 'ticked-not-saved'; readonly step: string}
  | {readonly id: 'box-unticked'; readonly step: string}
  | {readonly id: 'saved'; readonly steps: readonly string[]; readonly by: string | null}
  | {readonly id: 'save-withdrawn'; readonly steps: readonly string[]}
  /** These boxes have to be ticked first. */
  | {readonly id: 'save-blocked'; readonly steps: readonly string[]}
  | {readonly id: 'marked-done'; readonly step: string; readonly by: string | null}
  /** What a person saw, of an output or of a pilot user's reset: neither done nor read. */
  | {readonly id: 'reported'; readonly step: string; readonly by: string | null}
  | {readonly id: 'unticked'; readonly step: string}
  /** `later`: steps that rest on it and may fail for that. */
  | {readonly id: 'skipped'; readonly step: string; readonly later: readonly string[]}
  | {readonly id: 'unskipped'; readonly step: string}
  /** Another run took the place of the one it was meant for. */
  | {readonly id: 'not-recorded'; readonly step: string}
  | {readonly id: 'opposite-event'; readonly step: string; readonly event: AuditEvent}
  | {readonly id: 'evidence-found' | 'earlier-event' | 'nothing-found'; readonly step: string}
  | {
      readonly id:
        | 'output-confirmed'
        | 'output-disagrees'
        | 'output-inconclusive'
        | 'output-too-old'
        | 'output-not-understood'
      readonly step: string
      /** Null: the action has no text for what this output falls short of. */
      readonly says: TextKey | null
    }
  /** So many properties of a change stand otherwise; 0: nothing to change. */
  | {readonly id: 'change-read'; readonly step: string; readonly count: number}
  /** Something that has to hold before a change does not. */
  | {readonly id: 'change-lacking'; readonly step: string; readonly says: TextKey}
  /** A change comes after a step that is neither done nor skipped. */
  | {readonly id: 'blocked'; readonly step: string; readonly by: string}
  | {readonly id: 'change-confirm'; readonly step: string; readonly undo: boolean}
  | {readonly id: 'change-done' | 'change-undone'; readonly step: string; readonly says: TextKey}
  | {
      readonly id:
        'change-stale' | 'change-accepted' | 'change-unknown' | 'change-cancelled' | 'operation-failed'
      readonly step: string
    }
  /** A value was given; what was read for another one no longer counts. Locked: a request of the run rests on it. */
  | {readonly id: 'input-set' | 'input-locked'; readonly input: string; readonly shown: string}
  | {readonly id: 'input-missing'; readonly step: string; readonly inputs: readonly string[]}
  /** So many steps are of another page. */
  | {readonly id: 'out-of-date'; readonly count: number}
  /** So many steps are read together. */
  | {readonly id: 'plan-running'; readonly count: number}
  /** What the cards say together; the rest needs these scopes. */
  | {readonly id: 'plan-done'; readonly counts: readonly PlanCount[]; readonly scopes: readonly string[]}
  | {readonly id: 'plan-stopped'}
  /** An approval that a file tells of was kept. */
  | {readonly id: 'plan-approved'; readonly name: string}
  /** Something else goes on: one thing at a time. */
  | {readonly id: 'busy'}
  | {readonly id: 'not-read-since'; readonly count: number; readonly since: string}
)

/** The key of an announcement's words. */
export type AnnouncementId = Announcement['id']
