// When something happened in a run, and who answers for it.
import type {AccountRef, Attribution} from '../model/run.ts'

/** When something happened, and by which event of the log. */
export interface Moment {
  readonly seq: number
  /** UTC, ISO 8601. */
  readonly at: string
  /** Minutes ahead of UTC where it was entered. */
  readonly utcOffset: number
}

/** A moment that a person answers for. */
export interface Stamp extends Moment {
  readonly attribution: Attribution
}

/** A moment at which Graph was asked something. */
export interface Asked extends Moment {
  /** Who was signed in then, as the record knew it. */
  readonly account: AccountRef | null
}
