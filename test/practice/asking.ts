// Contoso, a token for some scopes, and its Graph as one asks it by hand.
import {createContoso} from './contoso.ts'
import {tokenFor} from './oauth.ts'

/** An answer of Graph as tests look at it: empty where there was no body. */
interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly body: Readonly<Record<string, unknown>> & {
    readonly value?: readonly Readonly<Record<string, unknown>>[]
    readonly error?: {readonly code: string; readonly message: string}
  }
}

/** Contoso with a token for these scopes. `read` and `write` speak to its Graph, `batch` reads several at once. */
export async function asking(scopes: readonly string[], ...args: Parameters<typeof createContoso>) {
  const contoso = createContoso(...args)
  const {tenant} = contoso
  const token = await tokenFor(tenant, scopes)
  const send = async (url: string, init: RequestInit = {}): Promise<Answered> => {
    const headers = {Authorization: `Bearer ${token}`, ...(init.headers as Record<string, string>)}
    const response = await tenant.graph(new Request(tenant.graphHost + url, {...init, headers}))
    const text = await response.text()
    const body = (text === '' ? {} : JSON.parse(text)) as Answered['body']
    return {status: response.status, headers: response.headers, body}
  }
  const write = (method: 'PATCH' | 'POST', url: string, body: unknown) =>
    send(url, {method, headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)})
  return {
    ...contoso,
    token,
    send,
    read: (url: string, headers: Record<string, string> = {}) => send(url, {headers}),
    write,
  }
}
