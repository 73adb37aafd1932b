// What stands between the Graph client and the practice tenant: it counts what would change something, and may cut an
// answer short.

/** A transport that is watched. */
export interface Wire {
  readonly transport: (request: Request) => Promise<Response>
  /** Requests so far that would change something. */
  readonly writes: () => number
  /** Cuts the body of the next answer in the middle. */
  readonly cutNext: () => void
}

/** A wire to a handler. */
export function createWire(handler: (request: Request) => Promise<Response>): Wire {
  let writes = 0
  let cut = false
  return {
    writes: () => writes,
    cutNext: () => void (cut = true),
    transport: async request => {
      const isBatch = new URL(request.url).pathname.endsWith('/$batch')
      if (request.method !== 'GET' && !isBatch) writes += 1
      const answer = await handler(request)
      const text = cut ? await answer.text() : ''
      if (!cut || text === '') return answer
      cut = false
      const {status, headers} = answer
      return new Response(text.slice(0, Math.ceil(text.length / 2)), {status, headers})
    },
  }
}
