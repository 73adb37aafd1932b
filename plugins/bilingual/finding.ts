import type {Range} from './segment.ts'

/** A fault of authored content as data, which a caller makes a message of. */
export interface Finding {
  /** What is wrong, for example `segment-unpaired`. */
  readonly ruleId: string
  /** The values that a message names. */
  readonly args: Readonly<Record<string, string | number | readonly string[]>>
  /** Place in the authored file the reader must edit. */
  readonly range: Range
}
