import type {Asking} from './ports.ts'

/** What the page is left for, and where it goes on afterwards. Holds no claims and no token: it waits in the tab's storage. */
export interface Away extends Asking {
  /** Null: the sign-in of the bar. */
  readonly step: string | null
  /** Null: the search of the audit log, or no step. */
  readonly press: string | null
}
