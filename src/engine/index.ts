// Public face of the engine: what components and hooks use.
export type {Announcement, AnnouncementId} from './announcement.ts'
export type {CardChip, CardFacts, CardId, CardState, Counts, PressState, Unchecked} from './card.ts'
export type {Declared, Rim, RunController, RunOptions, RunSnapshot, Wanted} from './controller.ts'
export {counts} from './card.ts'
export {createRun} from './create-run.ts'
export type {LiveStep} from './live.ts'
export {precedence} from './precedence.ts'
export type {ImportRefusal} from './record.ts'
export type {
  EvidenceRecord,
  FailureRecord,
  Moment,
  OutputRecord,
  PressRecord,
  RunContext,
  RunStart,
  RunState,
  Stamp,
  StepRecord,
} from './run.ts'
export {saysOf} from './says.ts'
export type {RolesSeen, SessionView} from './session.ts'
export {openStore, type OpenStore} from './store.ts'
export {ticketLines, type TicketLine, type Ticketed} from './ticket.ts'
