import type {GraphRead, ReadPress} from '../model/action.ts'
import type {PressState} from './chip.ts'
import {own} from './own.ts'
import {roleKindOf} from './roles.ts'
import type {StepRecord} from './step-record.ts'

/** One button of a card, judged by itself. */
export function pressState(press: ReadPress, record: StepRecord, fresh: ReadonlySet<number>): PressState {
  const done = own(record.presses, press.id) ?? null
  return {
    id: press.id,
    label: press.label,
    verified: press.verified,
    scopes: scopesOf(press.reads),
    readsRoles: press.reads.some(read => roleKindOf(read) !== null),
    done,
    fresh: done !== null && fresh.has(done.seq),
    met: done?.results.filter(({outcome}) => outcome === 'met' || outcome === 'read').length ?? 0,
    total: press.reads.length,
    failure: own(record.failures, press.id) ?? null,
  }
}

/** The scopes of some reads, each once. */
export function scopesOf(reads: readonly GraphRead[]): readonly string[] {
  return [...new Set(reads.flatMap(({scopes}) => scopes))]
}
