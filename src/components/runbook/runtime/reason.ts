import type {CardState, Unchecked} from '../../../engine/index.ts'
import type {ReadResult} from '../../../model/run.ts'
import {fill} from '../words/fill.ts'
import type {LaterWords, Words} from '../words/index.ts'

/** Why a read told nothing, where its card says so of the very same request. */
export function reasonOf(
  {outcome, requestId}: Pick<ReadResult, 'outcome' | 'requestId'>,
  card: CardState | undefined,
): Unchecked | null {
  if (outcome !== 'unknown' || requestId === null || card === undefined) return null
  for (const chip of [card, ...card.also])
    if (chip.id === 'could-not-check' && chip.cause?.requestId === requestId) return chip.because
  return null
}

/** A sentence with the reason before its full stop: `Eligible roles: could not check (licence).` */
export function withReason(sentence: string, reason: Unchecked | null, {why}: Pick<Words, 'why'>): string {
  const words = reason === null ? '' : why[reason]
  return words === '' ? sentence : `${sentence.replace(/\.$/, '')} (${words}).`
}

/** What stands for a result that the runbook has no text for: its id, and that it told nothing where it did. */
export function untold(
  {outcome, read}: Pick<ReadResult, 'outcome' | 'read'>,
  {known}: Pick<LaterWords, 'known'>,
): string {
  return outcome === 'unknown' ? fill(known.couldNotCheck, {read}) : read
}
