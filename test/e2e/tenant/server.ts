// The handlers of the practice tenant over TLS on loopback, under Microsoft's own host names: the page and its libraries
// run with the configuration of production, and Chromium is told where those names lead.
import {createServer, type Server} from 'node:https'
import type {IncomingMessage, ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {createCertificate} from './certificate.ts'

/** The sign-in host and the Graph host of the configured cloud. */
export const hosts = {login: 'login.microsoftonline.com', graph: 'graph.microsoft.com'} as const

/** Answers what is asked of one of the hosts. A `TypeError` or `NetworkError`: the connection is cut. */
type Answer = (request: Request) => Promise<Response>

/** Both hosts on one port of loopback. */
export interface Hosts {
  /** Rules for Chromium's resolver: both names lead here, every other name nowhere. */
  readonly rules: string
  /** Who answers from now on. */
  readonly answerWith: (answer: Answer) => void
  readonly close: () => Promise<void>
}

/** Starts the server of both hosts; nobody answers yet. */
export async function startHosts(): Promise<Hosts> {
  let answer: Answer = () => Promise.resolve(new Response(null, {status: 503}))
  const server = createServer(createCertificate(Object.values(hosts)), (incoming, outgoing) => {
    void respond(request => answer(request), incoming, outgoing)
  })
  const port = await listening(server)
  const mapped = Object.values(hosts).map(host => `MAP ${host}:443 127.0.0.1:${String(port)}`)
  return {
    rules: [...mapped, 'MAP * ~NOTFOUND', 'EXCLUDE localhost', 'EXCLUDE 127.0.0.1'].join(','),
    answerWith: next => (answer = next),
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

async function respond(answer: Answer, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  try {
    const response = await answer(await requestOf(incoming))
    outgoing.writeHead(response.status, Object.fromEntries(response.headers))
    outgoing.end(Buffer.from(await response.arrayBuffer()))
  } catch {
    outgoing.destroy()
  }
}

async function requestOf(incoming: IncomingMessage): Promise<Request> {
  const {method = 'GET', headers, url = '/'} = incoming
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const pairs = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : [],
  )
  return new Request(`https://${headers.host ?? ''}${url}`, {
    method,
    headers: pairs,
    ...(chunks.length > 0 ? {body: Buffer.concat(chunks)} : {}),
  })
}
