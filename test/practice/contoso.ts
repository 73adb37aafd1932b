// Contoso in tests: a practice tenant with a clock that is moved by hand and a person who answers the sign-in page.
import type {Clock} from '../../src/engine/ports.ts'
import {
  type PracticeTenant,
  type SignInDecision,
  type SignInPage,
  createMemoryStore,
  createPracticeTenant,
  situationOf,
} from '../../src/practice/index.ts'

/** The time at which Contoso begins: now, because MSAL compares its tokens with the real clock. */
export const start = Date.now()

/** A clock moved by hand: a wait ends when `advance` reaches its end, or when its signal says so. */
export interface ManualClock extends Clock {
  advance(milliseconds: number): void
  /** Ends of the waits that are open. */
  readonly waiting: readonly number[]
}

/** A manual clock that begins at `start`. */
export function createManualClock(): ManualClock {
  let time = start
  let waits: {readonly until: number; readonly done: () => void}[] = []
  return {
    now: () => time,
    utcOffset: () => 60,
    wait: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        const end = () => {
          waits = waits.filter(one => one !== wait)
        }
        const done = () => {
          end()
          resolve()
        }
        const stop = () => {
          end()
          reject(signal.reason as Error)
        }
        const wait = {until: time + milliseconds, done}
        signal.addEventListener('abort', stop, {once: true})
        if (signal.aborted) stop()
        else waits.push(wait)
      }),
    advance: milliseconds => {
      time += milliseconds
      for (const wait of waits.filter(({until}) => until <= time)) wait.done()
    },
    get waiting() {
      return waits.map(({until}) => until)
    },
  }
}

type Decide = (page: SignInPage, signal: AbortSignal) => SignInDecision | Promise<SignInDecision>

/** A person at the sign-in page: takes the first account, unless told otherwise; every page is kept. */
function createPerson(decide?: Decide) {
  const pages: SignInPage[] = []
  return {
    pages,
    ask: async (page: SignInPage, signal: AbortSignal): Promise<SignInDecision> => {
      pages.push(page)
      return decide ? decide(page, signal) : accept(page)
    },
  }
}

/** The decision to go on with the page's first account. */
export function accept(page: SignInPage): SignInDecision {
  return {kind: 'accept', account: page.accounts[0]?.id ?? ''}
}

/** Contoso in a situation, with its clock and its person. */
export function createContoso(
  options: {
    readonly situation?: Parameters<typeof situationOf>
    readonly run?: string
    readonly decide?: Decide
  } = {},
) {
  const clock = createManualClock()
  const person = createPerson(options.decide)
  const store = createMemoryStore()
  const tenant: PracticeTenant = createPracticeTenant({
    run: options.run ?? crypto.randomUUID(),
    situation: situationOf(...(options.situation ?? ['in-order'])),
    store,
    clock,
    ui: person,
    redirectUri: 'https://runbooks.example/auth/redirect.html',
  })
  return {tenant, clock, person, store}
}
