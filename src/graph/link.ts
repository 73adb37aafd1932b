/** A request on its way out. `headers` may be changed by a link before it calls `next`. */
export interface Outgoing {
  readonly method: string
  readonly url: string
  readonly body: unknown
  headers: Readonly<Record<string, string>>
}

/** One link of the chain between the Graph client and the transport. `next` may be called more than once. */
export type Link = (request: Outgoing, next: () => Promise<Response>) => Promise<Response>
