// Sign-in and sign-out from the bar of the page: outside any step, each from a press.
import type {RunMode} from '../model/run.ts'
import type {Announcement} from './announcement.ts'
import type {OpenRun} from './errand.ts'
import {RunProblem} from './problem.ts'
import type {Rim} from './rim.ts'
import {noteSession, type SessionNote} from './sign-in.ts'

/** What the bar sees of the run and may do to it. */
interface BarRun extends Pick<OpenRun, 'state' | 'append' | 'loadRim'> {
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
interface Bar {
  readonly isSigningIn: () => boolean
  readonly signIn: () => Promise<void>
  readonly signOut: () => Promise<void>
  /** Stops waiting for the person. */
  readonly stop: () => void
}

/** The bar of one page. */
export function createBar(run: BarRun): Bar {
  let signingIn: AbortController | null = null

  /** The heavy parts for a press: at once if loaded, else null where a second press is needed. */
  async function loadForPress(): Promise<Rim | null> {
    run.announce({id: 'preparing', assertive: false})
    const loaded = await run.loadRim()
    if (run.mode() === 'practice') return loaded
    run.announce({id: 'press-again', assertive: false})
    return null
  }

  function greet(note: SessionNote): void {
    const {account, tenant, tenantConflict} = run.state()
    if (tenantConflict) run.announce({id: 'tenant-changed', tenant: tenantConflict, assertive: true})
    else if (note === 'new' && account && tenant)
      run.announce({id: 'signed-in', account, tenant, assertive: false})
  }

  return {
    isSigningIn: () => signingIn !== null,
    signIn: async () => {
      if (!run.maySignIn() || signingIn) return
      const stopper = new AbortController()
      try {
        // Nothing may be awaited before `signIn` where the parts are loaded: the browser would block its window.
        const here = run.rim() ?? (await loadForPress())
        if (!here) return
        signingIn = stopper
        run.begun()
        await here.tokens.signIn([], stopper.signal)
        if (!stopper.signal.aborted) greet(await noteSession(run, here))
      } catch (thrown) {
        run.trouble(thrown)
      } finally {
        if (signingIn === stopper) signingIn = null
        run.ended()
      }
    },
    signOut: async () => {
      try {
        if (!run.maySignIn()) return
        const {tokens} = await run.loadRim()
        await tokens.signOut()
        if (run.state().account) await run.append([{type: 'signed-out'}])
        run.announce({id: 'signed-out', assertive: false})
      } catch (thrown) {
        run.trouble(thrown)
      }
    },
    stop: () => signingIn?.abort(new RunProblem('stopped')),
  }
}
