// The session of a page that is ready to read, for tests of what follows from it.
import type {PageModel} from '../../src/model/page.ts'
import type {RunState} from '../../src/engine/run.ts'
import {sessionView, type SessionInput, type SessionView} from '../../src/engine/session.ts'
import {model} from './contoso.ts'

/** What the session is told, where it is something else; `page`: where it is another. */
interface Told extends Partial<SessionInput> {
  readonly page?: PageModel
  /** Sequence numbers of the events of this page load. */
  readonly fresh: ReadonlySet<number>
}

/** The session beside a run, of which it knows what the run tells. */
export function sessionOf(state: RunState, {page = model, ...told}: Told): SessionView {
  return sessionView(page, state, {
    build: 'b1',
    mode: state.mode,
    phase: 'ready',
    graph: true,
    signingIn: false,
    signedIn: undefined,
    ...told,
  })
}
