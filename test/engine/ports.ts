// Ports of the engine for tests: time that is moved by hand, and a tenant that answers as it is told.
import type {Rim} from '../../src/engine/index.ts'
import type {
  Clock,
  GraphAnswer,
  GraphCall,
  GraphWait,
  GraphWrite,
  SignedIn,
  Token,
} from '../../src/engine/ports.ts'
import {account, contoso, start} from './contoso.ts'

/** A clock that stands still but for its waits, which pass at once unless held. */
export interface TestClock extends Clock {
  readonly waits: number[]
  advance: (milliseconds: number) => void
  /** From now on a wait ends only by being stopped. */
  hold: () => void
}

export function testClock(): TestClock {
  let now = start
  let held = false
  const waits: number[] = []
  return {
    waits,
    now: () => now,
    utcOffset: () => 60,
    advance: milliseconds => void (now += milliseconds),
    hold: () => void (held = true),
    wait: (milliseconds, signal) => {
      waits.push(milliseconds)
      if (held)
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error))
        })
      now += milliseconds
      return Promise.resolve()
    },
  }
}

export const somebody: SignedIn = {account, tenant: {id: contoso.id}}

/** A rim whose every part can be told what to do next. */
export interface TestRim extends Rim {
  /** What was asked for, in order: `signIn User.Read`, `token …`, `consent …`, and the urls read. */
  readonly asked: string[]
  session: SignedIn | null
  /** Who the next sign-in brings. */
  next: SignedIn
  scopes: readonly string[]
  /** Thrown by the next call of this name, once. */
  readonly fails: Partial<
    Record<'signIn' | 'token' | 'consent' | 'leave' | 'arrive' | 'signOut' | 'read', unknown>
  >
  answer: (call: GraphCall) => Partial<GraphAnswer>
  /** What a write comes back with; thrown values are thrown. */
  write: (call: GraphWrite) => Partial<GraphAnswer>
  /** Called with the signal before a write is answered. */
  onWrite: (signal: AbortSignal) => Promise<void>
  /** Called with the wait's switch before a read is answered. */
  onRead: (onWait: (wait: GraphWait | null) => void, signal: AbortSignal) => Promise<void>
}

export function testRim(clock: Clock): TestRim {
  const rim: TestRim = {
    asked: [],
    session: null,
    next: somebody,
    scopes: ['User.Read'],
    fails: {},
    answer: () => ({body: {}}),
    write: () => ({status: 204}),
    onWrite: () => Promise.resolve(),
    onRead: () => Promise.resolve(),
    tokens: {
      signedIn: () => rim.session,
      signIn: async (scopes, signal) => {
        rim.asked.push(`signIn ${scopes.join(' ')}`.trim())
        await Promise.resolve()
        signal.throwIfAborted()
        failing('signIn')
        rim.session = rim.next
        return rim.next
      },
      token: async (scopes, signal, _claims, {fresh} = {fresh: false}) => {
        rim.asked.push(`${fresh ? 'fresh ' : ''}token ${scopes.join(' ')}`)
        await Promise.resolve()
        signal.throwIfAborted()
        failing('token')
        return token(scopes)
      },
      consent: async (scopes, _signal, claims) => {
        rim.asked.push(`consent ${scopes.join(' ')}${claims === undefined ? '' : ` with ${claims}`}`)
        await Promise.resolve()
        failing('consent')
        return token(scopes)
      },
      leave: async ({kind, scopes}, _signal, claims) => {
        rim.asked.push(
          `leave ${kind} ${scopes.join(' ')}${claims === undefined ? '' : ` with ${claims}`}`.trim(),
        )
        await Promise.resolve()
        failing('leave')
        return new Promise(() => undefined)
      },
      arrive: ({kind}) => {
        rim.asked.push(`arrive ${kind}`)
        failing('arrive')
        rim.session = rim.next
        return rim.next
      },
      signOut: async () => {
        rim.asked.push('signOut')
        await Promise.resolve()
        failing('signOut')
        rim.session = null
      },
    },
    runner: {
      read: async (calls, _token, {signal, onWait}) => {
        rim.asked.push(...calls.map(({url}) => decodeURIComponent(url)))
        await rim.onRead(onWait, signal)
        signal.throwIfAborted()
        failing('read')
        return calls.map(call => ({
          id: call.id,
          status: 200,
          body: null,
          requestId: `r-${call.id}`,
          date: new Date(clock.now()).toISOString(),
          ...rim.answer(call),
        }))
      },
      write: async (call, _token, signal) => {
        rim.asked.push(`${call.method} ${call.url} ${JSON.stringify(call.body)}`)
        await rim.onWrite(signal)
        return {
          id: call.id,
          status: 204,
          body: null,
          requestId: 'r-write',
          date: new Date(clock.now()).toISOString(),
          ...rim.write(call),
        }
      },
    },
  }

  function failing(name: keyof TestRim['fails']): void {
    const thrown = rim.fails[name]
    if (thrown === undefined) return
    rim.fails[name] = undefined
    throw thrown as Error
  }

  function token(scopes: readonly string[]): Token {
    return {accessToken: 'secret-token', scopes: [...rim.scopes, ...scopes], expiresOn: 0}
  }

  return rim
}
