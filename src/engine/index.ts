// Public face of the engine: what components and hooks use.
export type {Announcement, AnnouncementId} from './announcement.ts'
export type {Away} from './away.ts'
export {bears, isOpposite, searchOutcome} from './bearing.ts'
export type {CardState} from './card.ts'
export type {CardChip, CardId, PressState, Unchecked} from './chip.ts'
export type {RunController, RunOptions, RunSnapshot} from './controller.ts'
export {counts} from './card.ts'
export {createRun} from './create-run.ts'
export {chosenOf, forestsOf} from './forests.ts'
export type {LiveStep} from './live.ts'
export {RunProblem} from './problem.ts'
export type {ImportRefusal} from './record.ts'
export type {Rim, Wanted} from './rim.ts'
export {
  contextFields,
  decidingOutput,
  isAsFileSays,
  type OutputRecord,
  type RunContext,
  type RunState,
  type Stamp,
} from './run.ts'
export {saysOf, saysOfOutput} from './says.ts'
export {openStore} from './store.ts'
export {ticketLines, type TicketLine} from './ticket.ts'
