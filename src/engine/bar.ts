// Sign-in and sign-out from the bar of the page: outside any step, each from a press.
import type {RunMode} from '../model/run.ts'
import type {Announcement} from './announcement.ts'
import type {Away} from './away.ts'
import type {OpenRun} from './errand.ts'
import {RunProblem} from './problem.ts'
import type {Rim} from './rim.ts'
import {noteSession, type SessionNote} from './sign-in.ts'

/** What the bar sees of the run and may do to it. */
interface BarRun extends Pick<OpenRun, 'state' | 'append' | 'loadRim' | 'leave'> {
  readonly mode: () => RunMode
  /** The heavy parts if they are loaded. */
  readonly rim: () => Rim | null
  /** False: there is nobody to sign in to. */
  readonly maySignIn: () => boolean
  readonly announce: (announcement: Announcement) => void
  /** Something went wrong, outside any step. */
  readonly trouble: (thrown: unknown) => void
  /** A sign-in begins: what went wrong before is past. */
  readonly begun: () => void
  readonly ended: () => void
}

/** The bar's own acts. */
export interface Bar {
  readonly isSigningIn: () => boolean
  /** The sign-out that is going on; never rejects. */
  readonly leaving: () => Promise<void> | null
  readonly signIn: () => Promise<void>
  readonly signOut: () => Promise<void>
  /** Signs in once more, at once, where the window of before was closed. */
  readonly askAgain: () => Promise<void>
  /** Signs in by leaving the page, where the browser opened no window. */
  readonly leave: () => Promise<void>
  /** Goes on where the page was left. */
  readonly arrive: (away: Away) => Promise<void>
  /** Stops waiting for the person. */
  readonly stop: () => void
}

/** The bar of one page. */
export function createBar(run: BarRun): Bar {
  /** What the bar is doing; set before anything is awaited, so that a second press begins nothing. */
  let busy: AbortController | null = null
  let isAsking = false
  let leaving: Promise<void> | null = null

  /** The heavy parts for a press: at once if loaded, else null where a second press is needed. */
  async function loadForPress(signal: AbortSignal): Promise<Rim | null> {
    run.announce({id: 'preparing', assertive: false})
    const loaded = await run.loadRim()
    signal.throwIfAborted()
    if (!run.maySignIn()) throw new RunProblem('stopped')
    if (run.mode() === 'practice') return loaded
    // Somebody who signed in before needs no window.
    if (loaded.tokens.signedIn() === null) run.announce({id: 'press-again', assertive: false})
    else {
      const note = await noteSession(run, loaded)
      greet(note === 'same' ? 'new' : note)
    }
    return null
  }

  function greet(note: SessionNote): void {
    const {account, tenant, tenantConflict} = run.state()
    if (tenantConflict) run.announce({id: 'tenant-changed', tenant: tenantConflict, assertive: true})
    else if (note === 'new' && account && tenant)
      run.announce({id: 'signed-in', account, tenant, assertive: false})
  }

  /** One press of the bar. `act` gets the heavy parts at once where they are loaded: it may open a window. */
  async function press(act: (here: Rim, signal: AbortSignal) => Promise<void>): Promise<void> {
    if (!run.maySignIn() || busy) return
    const stopper = new AbortController()
    busy = stopper
    try {
      // Nothing may be awaited before the window where the parts are loaded: the browser would block it.
      const here = run.rim() ?? (await loadForPress(stopper.signal))
      if (here) await act(here, stopper.signal)
    } catch (thrown) {
      if (busy === stopper) run.trouble(thrown)
    } finally {
      if (busy === stopper) [busy, isAsking] = [null, false]
      run.ended()
    }
  }

  function signIn(): Promise<void> {
    return press(async (here, signal) => {
      isAsking = true
      run.begun()
      await here.tokens.signIn([], signal)
      if (!signal.aborted) greet(await noteSession(run, here))
    })
  }

  async function goneFrom({tokens}: Rim): Promise<void> {
    if (tokens.signedIn() === null && run.state().account) await run.append([{type: 'signed-out'}])
  }

  return {
    isSigningIn: () => isAsking,
    leaving: () => leaving,
    signIn,
    askAgain: () => {
      if (!busy || !isAsking) return Promise.resolve()
      const before = busy
      busy = null
      before.abort(new RunProblem('stopped'))
      return signIn()
    },
    leave: () =>
      press(async ({tokens}, signal) => {
        isAsking = true
        run.begun()
        const asking = {kind: 'sign-in', scopes: []} as const
        await run.leave({...asking, step: null, press: null}, () => tokens.leave(asking, signal))
      }),
    arrive: async ({kind, scopes}) => {
      try {
        const here = await run.loadRim()
        here.tokens.arrive({kind, scopes})
        greet(await noteSession(run, here))
      } catch (thrown) {
        run.trouble(thrown)
      }
    },
    signOut: async () => {
      const mine = press(async here => {
        await here.tokens.signOut().finally(() => goneFrom(here))
        run.announce({id: 'signed-out', assertive: false})
      })
      leaving ??= mine.finally(() => (leaving = null))
      await mine
    },
    stop: () => busy?.abort(new RunProblem('stopped')),
  }
}
