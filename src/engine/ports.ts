import type {AccountRef, RunEvent, RunRecord, TenantRef} from '../model/run.ts'

/** One `GET` ready to be sent: version, path and query, below the Graph host. */
export interface GraphCall {
  readonly id: string
  /** `/v1.0/organization?$select=id`, encoded. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

/** One request that changes something, ready to be sent; `id` goes with it as `client-request-id`, a GUID. */
export interface GraphWrite {
  readonly id: string
  readonly method: 'PATCH' | 'POST'
  /** `/v1.0/directory/onPremisesSynchronization/0f8e…`, encoded. */
  readonly url: string
  readonly body: unknown
}

/** What came back for one call. `date` is the answer's `Date` as ISO, or null where it could not be read. */
export interface GraphAnswer {
  readonly id: string
  readonly status: number
  readonly body: unknown
  readonly requestId: string | null
  readonly date: string | null
  /** The `Location` of an answer, as it came. */
  readonly location?: string
}

/** A wait that Graph asked for; `fromHeader` false: our own back-off. */
export interface GraphWait {
  /** Milliseconds since the epoch at which the call is sent again. */
  readonly until: number
  readonly attempt: number
  readonly fromHeader: boolean
}

/** How a call is stopped, and who is told that it waits. */
export interface SendOptions {
  readonly signal: AbortSignal
  readonly onWait: (wait: GraphWait | null) => void
}

/** Sends compiled calls with a token that was acquired before; one call alone, several in one `$batch`. */
export interface GraphRunner {
  /** Answers in the order of the calls. Throws `RunProblem` where nothing came back at all. */
  read(calls: readonly GraphCall[], token: Token, options: SendOptions): Promise<readonly GraphAnswer[]>
  /**
   * Sends once, whatever comes back: no wait, no new token, no second time. Throws `RunProblem` where nothing came back,
   * `call-not-compiled` only where nothing was sent; with status 401 and claims where Graph wants a stronger token.
   */
  write(call: GraphWrite, token: Token, signal: AbortSignal): Promise<GraphAnswer>
}

/** An access token; it goes to the runner and nowhere else. `expiresOn`: milliseconds since the epoch. */
export interface Token {
  readonly accessToken: string
  /** Scopes the token carries, short form. */
  readonly scopes: readonly string[]
  readonly expiresOn: number
}

/** Who is signed in. The tenant's name is known once Graph was read. */
export interface SignedIn {
  readonly account: AccountRef
  readonly tenant: Pick<TenantRef, 'id'>
}

/** What a person is asked by leaving the page: to sign in, or to grant scopes with the account that is signed in. */
export interface Asking {
  readonly kind: 'sign-in' | 'consent'
  readonly scopes: readonly string[]
}

/**
 * Who is signed in, and tokens. Nothing here opens a window but `signIn`, `consent` and `signOut`, each from a press;
 * `leave` is the way where the browser opens none.
 */
export interface TokenSource {
  signedIn(): SignedIn | null
  signIn(scopes: readonly string[], signal: AbortSignal): Promise<SignedIn>
  /**
   * Silent. Throws `RunProblem` `consent-required` or `sign-in-required` where a person has to act. `fresh`: a new token
   * even where one is kept, because what the account may do has changed.
   */
  token(
    scopes: readonly string[],
    signal: AbortSignal,
    claims?: string,
    options?: {readonly fresh: boolean},
  ): Promise<Token>
  /** Interactive: asks the person for these scopes. */
  consent(scopes: readonly string[], signal: AbortSignal, claims?: string): Promise<Token>
  /** Asks in this tab, by leaving the page. Settles only where the page was not left after all, with a `RunProblem`. */
  leave(asking: Asking, signal: AbortSignal, claims?: string): Promise<never>
  /** Who answered in the page before this one. Throws `RunProblem` as `signIn` and `consent` do. Gives an answer once. */
  arrive(asking: Asking): SignedIn
  /** Throws `RunProblem` `sign-out-incomplete` where only this page could be signed out. */
  signOut(): Promise<void>
}

/** Time as the engine sees it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Minutes that local time is ahead of UTC. */
  utcOffset(): number
  /** Resolves after the time, or rejects with the signal's reason. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>
}

/** What is known of a run without opening it. */
export interface RunSummary {
  readonly id: string
  readonly runbook: string
  readonly mode: 'practice' | 'unsigned' | 'graph'
  readonly startedAt: string
  readonly lastAt: string
  readonly events: number
}

/** Keeps run records. `append` serialises writers over tabs and returns the whole log as it then stands. */
export interface RecordStore {
  /** Opens it ahead of its first use. */
  open(): Promise<void>
  list(): Promise<readonly RunSummary[]>
  load(id: string): Promise<RunRecord | null>
  /** `make` gets the log as it stands inside the lock and returns the events to add. */
  append(id: string, make: (log: readonly RunEvent[]) => readonly RunEvent[]): Promise<readonly RunEvent[]>
  put(record: RunRecord): Promise<void>
  delete(id: string): Promise<void>
  /** Called with a run's id whenever another tab has changed it. Returns the way to stop listening. */
  watch(listener: (id: string) => void): () => void
  /**
   * False where the browser keeps nothing: the record then lives in memory and is lost with the tab. True as long as it
   * is not open.
   */
  readonly durable: boolean
}
