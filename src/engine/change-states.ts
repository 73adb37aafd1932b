// The states of a card that come of its change.
import type {CardContext} from './card-context.ts'
import type {CardChip} from './chip.ts'

/** A request left, and nobody knows whether it arrived. */
export function sentUnknown({change}: CardContext): CardChip | null {
  return change?.id === 'sent-unknown' ? change : null
}

/** Found otherwise than it was confirmed. */
export function stale({change}: CardContext): CardChip | null {
  return change?.id === 'stale' ? change : null
}

/** Graph took the request and failed with it. */
export function operationFailed({change}: CardContext): CardChip | null {
  return change?.id === 'operation-failed' ? {id: 'operation-failed', sent: change.sent} : null
}

/** Graph took the request, and its effect is not seen yet. */
export function accepted({change}: CardContext): CardChip | null {
  return change?.id === 'accepted' ? change : null
}

// What was read before this page load is shown with its time, and is nobody's green any more.

/** A request of this browser's own run, and its effect seen in this page load. */
export function changed(
  {change, session, isOfFile}: CardContext,
  id: 'change-done' | 'undone',
): CardChip | null {
  if (change?.id !== (id === 'undone' ? 'undone' : 'done')) return null
  if (!session.fresh.has(change.reading.seq) || isOfFile(change.sent)) return null
  return {id, sent: change.sent, readAt: change.reading.readAt}
}

/** As wanted, and not by a request of ours: by one that a file tells of, or by nobody who is known. */
export function doneByOther({change, session, isByOther, isOfFile}: CardContext): CardChip | null {
  if (change?.id === 'done' && session.fresh.has(change.reading.seq) && isOfFile(change.sent))
    return {id: 'done-by-other', readAt: change.reading.readAt, sent: change.sent}
  if (change?.id !== 'already' || !isByOther || !session.fresh.has(change.reading.seq)) return null
  return {id: 'done-by-other', readAt: change.reading.readAt, sent: null}
}

/** As wanted whenever it was read in this run. */
export function alreadySo({change, session, isByOther}: CardContext): CardChip | null {
  if (change?.id !== 'already' || isByOther || !session.fresh.has(change.reading.seq)) return null
  return {id: 'already-so', readAt: change.reading.readAt}
}

/** Read, and something stands otherwise. */
export function readyChange({change, session}: CardContext): CardChip | null {
  if (change?.id !== 'ready' || !session.fresh.has(change.reading.seq)) return null
  return {id: 'ready-change', count: change.count, readAt: change.reading.readAt}
}
