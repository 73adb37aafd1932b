import type {Range} from './segment.ts'

/** A fault of authored content as data; only `plugins/runbook/report.ts` makes a message of it. */
export interface Finding {
  /** Rule id of `plugins/runbook/rules.ts`, for example `segment-unpaired`. */
  readonly ruleId: string
  /** The values that the rule's text names. */
  readonly args: Readonly<Record<string, string | number | readonly string[]>>
  /** Place in the authored file the reader must edit. */
  readonly range: Range
}
