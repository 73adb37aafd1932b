// What the audit events of a search say together: of the run's own events the newest wins.
import type {AuditEvidence} from '../model/action.ts'
import type {AuditEvent} from '../model/run.ts'

/** The activities that an action file tells apart. */
type Sides = Pick<AuditEvidence, 'supports' | 'contradicts'>

/** What a search of the audit log found. Only `evidence-found` is evidence. */
type SearchOutcome =
  | {readonly id: 'evidence-found' | 'opposite-event' | 'earlier-event'; readonly event: AuditEvent}
  | {readonly id: 'nothing-found'}

/** What these events say; in any order, of which those the action file does not name count for nothing. */
export function searchOutcome(sides: Sides, events: readonly AuditEvent[]): SearchOutcome {
  const [newest] = events
    .filter(event => bears(sides, event))
    .sort((a, b) => Number(a.earlier) - Number(b.earlier) || byAge(a, b) || bySide(sides, a, b))
  if (!newest) return {id: 'nothing-found'}
  if (newest.earlier) return {id: 'earlier-event', event: newest}
  return {id: isOpposite(sides, newest) ? 'opposite-event' : 'evidence-found', event: newest}
}

/** Whether an event says something: all do where the action file does not name those that support. */
export function bears({supports, contradicts = []}: Sides, {name}: Pick<AuditEvent, 'name'>): boolean {
  return supports === undefined || supports.includes(name) || contradicts.includes(name)
}

/** Whether an event says the contrary of what the step is about. */
export function isOpposite({contradicts = []}: Sides, {name}: Pick<AuditEvent, 'name'>): boolean {
  return contradicts.includes(name)
}

function byAge(a: AuditEvent, b: AuditEvent): number {
  return Date.parse(b.at) - Date.parse(a.at)
}

// Of the same moment: nobody knows which was last, so it is no evidence.
function bySide(sides: Sides, a: AuditEvent, b: AuditEvent): number {
  return Number(isOpposite(sides, b)) - Number(isOpposite(sides, a))
}
