// When a request may be sent again. A write never is: after an answer that got lost only a read can tell what happened.
import type {Clock, GraphWait, SendOptions} from '../engine/ports.ts'
import type {Link} from './link.ts'

/** How often a request is sent at most, and the longest time that Graph may ask us to wait. */
export const retryLimits = {attempts: 4, longestWait: 120_000} as const

/** What is known of an answer that may be worth another attempt. */
interface Attempt {
  readonly method: string
  /** A `POST /$batch` made of GETs only: it writes nothing, so it counts as a read. */
  readonly readsOnly: boolean
  readonly status: number
  readonly retryAfter: string | null
  /** 1 after the first answer. */
  readonly attempt: number
  readonly now: number
}

/**
 * The wait before another attempt, or null where there is none. 429 was refused before anything was done, so every method
 * may be sent again; 502, 503 and 504 leave open what was done, so only what may be repeated without harm is.
 */
export function waitBefore({method, readsOnly, status, retryAfter, attempt, now}: Attempt): GraphWait | null {
  if (attempt >= retryLimits.attempts) return null
  const safe = readsOnly || idempotent.includes(method)
  if (status !== 429 && !(safe && gateway.includes(status))) return null
  // CORS may hide the header; then we wait 2, 4, 8 seconds.
  const asked = askedWait(retryAfter, now)
  const wait = asked ?? 1000 * 2 ** attempt
  return wait > retryLimits.longestWait ? null : {until: now + wait, attempt, fromHeader: asked !== null}
}

/** Waits where it can be seen and stopped: `onWait` gets the wait, and null when it is over. */
export async function visibleWait(
  wait: GraphWait,
  clock: Clock,
  {signal, onWait}: SendOptions,
): Promise<void> {
  onWait(wait)
  try {
    await clock.wait(Math.max(0, wait.until - clock.now()), signal)
  } finally {
    onWait(null)
  }
}

/** Sends again what may be sent again, after a visible wait; gives the last answer where nothing helped. */
export function retry(clock: Clock, sending: SendOptions, {readsOnly}: {readonly readsOnly: boolean}): Link {
  return async ({method}, next) => {
    for (let attempt = 1; ; attempt++) {
      const response = await next()
      const {status, headers} = response
      const retryAfter = headers.get('retry-after')
      const wait = waitBefore({method, readsOnly, status, retryAfter, attempt, now: clock.now()})
      if (wait === null) return response
      await visibleWait(wait, clock, sending)
    }
  }
}

const idempotent: readonly string[] = ['GET', 'HEAD', 'PUT', 'DELETE']
const gateway: readonly number[] = [502, 503, 504]

// Seconds or an HTTP date (RFC 9110 §10.2.3).
function askedWait(text: string | null, now: number): number | null {
  if (text === null) return null
  if (/^\d+$/.test(text.trim())) return Number(text) * 1000
  const time = Date.parse(text)
  return Number.isNaN(time) ? null : Math.max(0, time - now)
}
