// The only import of the Graph client. This module is itself loaded lazily.
import {
  type Context,
  type Middleware,
  AuthenticationHandler,
  Client,
  ResponseType,
  TelemetryHandler,
} from '@microsoft/microsoft-graph-client'
import type {Link, Outgoing} from './link.ts'
import {noAnswerProblem} from './response.ts'

/** `fetch`, or the practice tenant's handler. */
export type Transport = (request: Request) => Promise<Response>

/** A request of the Graph client, before its method is chosen. */
export type ClientRequest = ReturnType<Client['api']>

/**
 * Sends one request through the Graph client, our links and the transport, in this order. The client's own retry and
 * redirect handlers have no part in it. Gives the response whatever its status; throws `RunProblem` where none came.
 */
export async function sendByClient(
  {
    host,
    url,
    accessToken,
    links,
    transport,
    signal,
  }: {
    readonly host: string
    readonly url: string
    /** Asked when the request leaves the client. */
    readonly accessToken: () => string
    readonly links: readonly Link[]
    readonly transport: Transport
    readonly signal: AbortSignal
  },
  send: (request: ClientRequest) => Promise<unknown>,
): Promise<Response> {
  let failure: unknown
  const client = Client.initWithMiddleware({
    baseUrl: `${host}/`,
    // The client gives tokens to the hosts it knows; ours, in practice and in other clouds, is named here.
    customHosts: new Set([new URL(host).hostname]),
    middleware: [
      new AuthenticationHandler({getAccessToken: () => Promise.resolve(accessToken())}),
      new TelemetryHandler(),
      new Chain(links, transport, signal, thrown => (failure = thrown)),
    ],
  })
  const [, version = '', path = ''] = /^\/([^/]+)(\/.*)$/.exec(url) ?? []
  try {
    signal.throwIfAborted()
    const request = client.api(path).version(version).responseType(ResponseType.RAW)
    return (await send(request)) as Response
  } catch (thrown) {
    throw noAnswerProblem(thrown, failure)
  }
}

/** Our links and the transport as the last middleware of the client. */
class Chain implements Middleware {
  readonly #links: readonly Link[]
  readonly #transport: Transport
  readonly #signal: AbortSignal
  readonly #failed: (thrown: unknown) => void

  constructor(
    links: readonly Link[],
    transport: Transport,
    signal: AbortSignal,
    failed: (thrown: unknown) => void,
  ) {
    this.#links = links
    this.#transport = transport
    this.#signal = signal
    this.#failed = failed
  }

  async execute(context: Context): Promise<void> {
    const {method = 'GET', headers, body} = context.options ?? {}
    const url = typeof context.request === 'string' ? context.request : context.request.url
    const request: Outgoing = {method, url, body, headers: {...(headers as Record<string, string>)}}
    try {
      context.response = await this.#run(request, 0)
    } catch (thrown) {
      this.#failed(thrown)
      throw thrown
    }
  }

  #run(request: Outgoing, at: number): Promise<Response> {
    const link = this.#links[at]
    return link === undefined ? this.#transmit(request) : link(request, () => this.#run(request, at + 1))
  }

  #transmit({method, url, headers, body}: Outgoing): Promise<Response> {
    const signal = this.#signal
    // The guard has seen this address only: a redirect would go where nobody looked.
    const init = {
      method,
      headers,
      signal,
      redirect: 'error' as const,
      ...(typeof body === 'string' ? {body} : {}),
    }
    // A handler in the page knows no signals: it is not asked after the stop, and what it still answers is dropped.
    return new Promise((resolve, reject) => {
      signal.throwIfAborted()
      const stop = () => reject(signal.reason as Error)
      signal.addEventListener('abort', stop, {once: true})
      this.#transport(new Request(url, init))
        .then(resolve, reject)
        .finally(() => signal.removeEventListener('abort', stop))
    })
  }
}
