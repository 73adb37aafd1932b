// Presses by name, as the page has them: each goes to the driver of the open run, or to the bar.
import type {BoundStep} from '../model/action.ts'
import type {PageModel} from '../model/page.ts'
import type {Announcement} from './announcement.ts'
import type {Bar} from './bar.ts'
import {stepBefore} from './blocks.ts'
import type {CardState} from './card.ts'
import type {RunController} from './controller.ts'
import type {Driver} from './drive.ts'
import {missingInputs, withInputs} from './inputs.ts'
import type {RunState} from './run.ts'

/** Every act of the controller that may ask a person or send something. */
type Presses = Pick<
  RunController,
  | 'press'
  | 'activated'
  | 'searchEvidence'
  | 'lookAtChange'
  | 'proposeChange'
  | 'confirmChange'
  | 'cancelChange'
  | 'askAgain'
  | 'leaveToAsk'
  | 'arrive'
  | 'stop'
  | 'signIn'
  | 'signOut'
>

/**
 * The presses of one page. What the runbook does not have is not done; nothing is awaited before the driver or the bar
 * is called, because a window opens for the gesture itself only.
 */
export function createPresses(
  model: PageModel,
  bar: Bar,
  run: {
    /** The open run's. */
    readonly driver: () => Driver
    readonly state: () => RunState
    readonly cards: () => Readonly<Record<string, CardState>>
    readonly announce: (announcement: Announcement) => void
    /** There is somebody to sign in to. */
    readonly mayAsk: () => boolean
    /** No other step is changing the tenant. */
    readonly maySend: (step: string) => boolean
    /** The page signs in to a real tenant. */
    readonly isGraph: () => boolean
  },
): Presses {
  const bindOf = (step: string) => model.steps.find(({id}) => id === step)

  /** The step with the values of the run in its calls; undefined where one is missing, which is said. */
  function stepNamed(step: string): BoundStep | undefined {
    const bound = bindOf(step)
    if (bound === undefined) return undefined
    const {inputs} = run.state()
    const missing = missingInputs(bound, model, inputs)
    if (missing.length === 0) return withInputs(bound, inputs)
    run.announce({id: 'input-missing', step, inputs: missing, assertive: false})
    return undefined
  }

  const withPress =
    (act: 'press' | 'activated'): Presses['press'] =>
    async (step, press) => {
      const bound = stepNamed(step)
      const found = bound?.presses.find(({id}) => id === press)
      if (bound && found && run.mayAsk()) await run.driver()[act](bound, found)
    }

  return {
    press: withPress('press'),
    activated: withPress('activated'),
    searchEvidence: async step => {
      const bound = stepNamed(step)
      if (bound?.evidence && run.mayAsk()) await run.driver().search(bound, bound.evidence)
    },
    lookAtChange: async step => {
      const bound = stepNamed(step)
      if (bound?.change && run.mayAsk()) await run.driver().look(bound)
    },
    proposeChange: async (step, undo) => {
      const bound = stepNamed(step)
      // Order is advice, except before a change; an undo waits for nothing.
      const by = undo ? null : stepBefore(run.cards()[step])
      if (by !== null) run.announce({id: 'blocked', step, by, assertive: false})
      else if (bound?.change && run.mayAsk()) await run.driver().propose(bound, undo)
    },
    confirmChange: async (step, typed = '') => {
      const bound = stepNamed(step)
      if (bound?.change && run.mayAsk() && run.maySend(step)) await run.driver().confirm(bound, typed)
    },
    cancelChange: step => run.driver().cancel(step),
    askAgain: step => (step === null ? bar.askAgain() : run.driver().askAgain(step)),
    leaveToAsk: async step => {
      if (step === null) return bar.leave()
      const bound = stepNamed(step)
      if (bound) await run.driver().leave(bound)
    },
    arrive: async away => {
      if (!run.isGraph() || !run.mayAsk()) return
      const bound = away.step === null ? undefined : stepNamed(away.step)
      if (bound) await run.driver().arrive(bound, away)
      else await bar.arrive(away)
    },
    stop: step => {
      if (step === null) bar.stop()
      else run.driver().stop(step)
    },
    signIn: bar.signIn,
    signOut: bar.signOut,
  }
}
