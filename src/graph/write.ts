// A request that changes something. Between it and the transport stands the guard and nothing else: whatever comes back,
// nothing is sent again.
import {RunProblem} from '../engine/problem.ts'
import type {GraphAnswer, GraphWrite, Token} from '../engine/ports.ts'
import {challengedClaims} from './claims.ts'
import {type Transport, sendByClient} from './client.ts'
import {guard} from './guard.ts'
import {toAnswer} from './response.ts'

/**
 * The answer to a write that is sent once, whatever its status. Throws `RunProblem` where nothing came back, and
 * `claims-required` where Graph wants a stronger token, which only a person's press may bring.
 */
export async function sendOnce(
  {id, method, url, body}: GraphWrite,
  {
    host,
    calls,
    transport,
    token,
    signal,
  }: {
    readonly host: string
    readonly calls: readonly string[]
    readonly transport: Transport
    readonly token: Token
    readonly signal: AbortSignal
  },
): Promise<GraphAnswer> {
  const text = toJson(body)
  const links = [guard(host, calls)]
  const accessToken = () => token.accessToken
  const response = await sendByClient({host, url, accessToken, links, transport, signal}, request => {
    const given = request.headers({'client-request-id': id, 'Content-Type': 'application/json'})
    return method === 'POST' ? given.post(text) : given.patch(text)
  })
  const {status, headers} = response
  // The status says what became of the request; a body that got lost after it takes nothing from that.
  const answer = await toAnswer({id}, {status, headers, text: () => response.text().catch(() => '')})
  const location = headers.get('location')
  const claims = challengedClaims(status, headers.get('www-authenticate'))
  if (claims === null) return location === null ? answer : {...answer, location}
  throw new RunProblem('claims-required', {status, claims, requestId: answer.requestId})
}

// What cannot be written as JSON throws a `TypeError`, which elsewhere means that the network is gone.
function toJson(body: unknown): string {
  try {
    return JSON.stringify(body)
  } catch (cause) {
    throw new RunProblem('call-not-compiled', {cause})
  }
}
