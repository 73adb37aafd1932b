import type {
  Clock,
  GraphAnswer,
  GraphCall,
  GraphRunner,
  GraphWait,
  SendOptions,
  Token,
} from '../engine/ports.ts'
import {type BatchItem, batchPath, fromBatch, portions, toBatch} from './batch.ts'
import {answerChallenge, challengedClaims} from './claims.ts'
import {type ClientRequest, type Transport, sendByClient} from './client.ts'
import {guard} from './guard.ts'
import type {Link} from './link.ts'
import {itemAnswer, toAnswer} from './response.ts'
import {retry, visibleWait, waitBefore} from './retry.ts'
import {sendOnce} from './write.ts'

export type {Transport} from './client.ts'

/** What a runner needs beside the calls. */
export interface RunnerOptions {
  /** Graph's origin, `https://graph.microsoft.com`. */
  readonly host: string
  /** The page's compiled calls; nothing else is sent. */
  readonly calls: readonly string[]
  readonly transport: Transport
  readonly clock: Clock
  /**
   * A token that meets a claims challenge, or a new one where Graph takes the old one no longer (claims null), without
   * asking anyone. Throws a `RunProblem`, with the claims, where that needs a person.
   */
  readonly strengthen: (token: Token, claims: string | null, signal: AbortSignal) => Promise<Token>
}

/** Sends with a token acquired before: the client would lose the error of a token it had to fetch itself. */
export function createGraphRunner(options: RunnerOptions): GraphRunner {
  return {
    async read(calls, token, sending) {
      const session = new Session(options, token, sending)
      const [only, ...others] = calls
      if (only === undefined) return []
      if (others.length === 0) return [await session.single(only)]
      const answers = new Map<GraphCall, GraphAnswer>()
      // One portion after the other: a run never has more than one request in the air.
      for (const portion of portions(calls)) await session.batch(portion, answers)
      return calls.map(call => answers.get(call) ?? noAnswer(call))
    },
    write: (call, token, signal) => sendOnce(call, {...options, token, signal}),
  }
}

/** One `read`: its token, which a claims challenge may replace, and the chain of its requests. */
class Session {
  readonly #options: RunnerOptions
  readonly #sending: SendOptions
  #token: Token
  #strengthened = false

  constructor(options: RunnerOptions, token: Token, sending: SendOptions) {
    this.#options = options
    this.#token = token
    this.#sending = sending
  }

  async single(call: GraphCall): Promise<GraphAnswer> {
    const response = await this.#send(call.url, {readsOnly: true}, request =>
      request.headers({...call.headers}).get(),
    )
    return toAnswer(call, response)
  }

  /** Sends a portion, and again only those of its items that may succeed then. */
  async batch(portion: readonly GraphCall[], answers: Map<GraphCall, GraphAnswer>): Promise<void> {
    let pending = portion
    for (let attempt = 1; pending.length > 0; attempt++) {
      const sent = pending
      const body = JSON.stringify(toBatch(sent))
      const response = await this.#send(batchPath(sent), {readsOnly: true}, request => request.post(body))
      const envelope = await toAnswer({id: ''}, response)
      const items = response.ok ? fromBatch(envelope.body, sent) : []
      const next = await this.#another(items, attempt)
      pending = sent.filter((_, at) => next.includes(at))
      sent.forEach((call, at) => {
        const item = items[at]
        answers.set(
          call,
          item ? itemAnswer(call, item, envelope) : response.ok ? noAnswer(call) : {...envelope, id: call.id},
        )
      })
    }
  }

  /** Positions of the items to send again, after the wait or the stronger token that they need. */
  async #another(items: readonly (BatchItem | null)[], attempt: number): Promise<readonly number[]> {
    const challenge = items.map(
      item => item && challengedClaims(item.status, item.headers['www-authenticate']),
    )
    const claims = challenge.find(text => text !== null)
    const strengthen = claims !== undefined && !this.#strengthened
    if (strengthen) await this.#strengthen(claims)
    const waits = items.map(item => item && this.#waitOf(item, attempt))
    const longest = waits.reduce(
      (last, wait) => ((wait?.until ?? 0) > (last?.until ?? 0) ? wait : last),
      null,
    )
    if (longest !== null) await visibleWait(longest, this.#options.clock, this.#sending)
    return [...items.keys()].filter(at => waits[at] !== null || (strengthen && challenge[at] !== null))
  }

  #waitOf({status, headers}: BatchItem, attempt: number): GraphWait | null {
    const now = this.#options.clock.now()
    return waitBefore({
      method: 'GET',
      readsOnly: true,
      status,
      retryAfter: headers['retry-after'] ?? null,
      attempt,
      now,
    })
  }

  async #strengthen(claims: string | null): Promise<string> {
    this.#strengthened = true
    this.#token = await this.#options.strengthen(this.#token, claims, this.#sending.signal)
    return this.#token.accessToken
  }

  async #send(
    url: string,
    {readsOnly}: {readonly readsOnly: boolean},
    send: (request: ClientRequest) => Promise<unknown>,
  ) {
    const {host, calls, transport, clock} = this.#options
    const {signal} = this.#sending
    const links: readonly Link[] = [
      answerChallenge(claims => this.#strengthen(claims)),
      retry(clock, this.#sending, {readsOnly}),
      guard(host, calls),
    ]
    const accessToken = () => this.#token.accessToken
    return sendByClient({host, url, accessToken, links, transport, signal}, send)
  }
}

// Status 0: the batch's answer did not name this call.
function noAnswer(call: GraphCall): GraphAnswer {
  return {id: call.id, status: 0, body: null, requestId: null, date: null}
}
