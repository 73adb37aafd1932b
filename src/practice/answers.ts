import type {EntraError} from './sign-in.ts'

/** An error of the token endpoint, with Entra's own fields beside those of OAuth. */
export function problem(
  fault: EntraError,
  status = 400,
  more: Readonly<Record<string, string>> = {},
): Response {
  const {error, number, subError} = fault
  return json(status, {
    error,
    error_description: described(fault),
    error_codes: number === null ? [] : [number],
    ...(subError === undefined ? {} : {suberror: subError}),
    ...more,
  })
}

/** An error's description as Entra words it, with its number. */
export function described({number, description}: EntraError): string {
  return number === null ? description : `AADSTS${number}: ${description}`
}

/** A JSON answer that nobody keeps. */
export function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store'},
  })
}

/** A page as Entra's own: not to be framed, and cut off from the window that opened it. */
export function html(status: number, body: string): Response {
  return new Response(body, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'X-Frame-Options': 'DENY',
      'Cache-Control': 'no-store',
    },
  })
}

/** An answer that sends the browser on. */
export function redirect(url: URL): Response {
  return new Response(null, {status: 302, headers: {Location: url.href}})
}
