// The driver, loaded with sign-in or with the first press: a page that is only read has no use for it.
import type {BoundStep} from '../model/action.ts'
import type {Away} from './away.ts'
import type {Driver} from './drive.ts'
import type {OpenRun} from './errand.ts'
import {prepareRim} from './prepare.ts'
import {RunProblem, toProblem} from './problem.ts'
import {spokenProblem} from './spoken-problem.ts'

interface Module {
  readonly createDriver: (run: OpenRun) => Driver
}

/** Drivers for the runs of one page. */
export interface DriverLoader {
  /** Loads what every driver is made of; a failed load is tried anew the next time. */
  readonly load: () => Promise<Module>
  /** A driver for one run: its acts begin at once where `load` is done, and with `loadRim` otherwise. */
  readonly of: (run: OpenRun) => Driver
}

/** A loader; nothing is loaded yet. */
export function createDriverLoader(): DriverLoader {
  let loaded: Module | null = null
  const load = async () => (loaded ??= await import('./drive.ts'))
  return {load, of: run => lazyDriver(run, load, () => loaded)}
}

function lazyDriver(run: OpenRun, load: DriverLoader['load'], loaded: () => Module | null): Driver {
  let driver: Driver | null = null
  const waiting = new Map<string, AbortController>()

  function ready(): Driver | null {
    return (driver ??= loaded()?.createDriver(run) ?? null)
  }

  /** Acts at once where that can be, because a window opens for the gesture itself only. */
  function act(
    step: BoundStep,
    press: string | null,
    perform: (driver: Driver) => Promise<void>,
  ): Promise<void> {
    const here = ready()
    return here ? perform(here) : actLater(step, press, perform)
  }

  async function actLater(
    {id}: BoundStep,
    press: string | null,
    perform: (driver: Driver) => Promise<void>,
  ): Promise<void> {
    if (run.mode() === 'unsigned' || waiting.has(id)) return
    const stopper = new AbortController()
    waiting.set(id, stopper)
    try {
      // With sign-in comes the driver.
      const rim = await prepareRim(run, {step: id, press}, stopper.signal)
      const here = rim ? ready() : null
      if (here) await perform(here)
    } catch (thrown) {
      run.setLive(id, null)
      await fail(id, press, toProblem(thrown))
    } finally {
      waiting.delete(id)
    }
  }

  /** Not a press: nothing is asked, so there is nothing to press again for. */
  async function arrive(step: BoundStep, away: Away): Promise<void> {
    try {
      await load()
      await ready()?.arrive(step, away)
    } catch (thrown) {
      await fail(step.id, away.press, toProblem(thrown))
    }
  }

  async function fail(step: string, press: string | null, problem: RunProblem): Promise<void> {
    if (problem.code === 'stopped') {
      run.announce({id: 'stopped', step, assertive: false})
      return
    }
    const record = problem.toRecord()
    await run.append([
      press === null
        ? {type: 'evidence-failed', step, problem: record}
        : {type: 'press-failed', step, press, problem: record},
    ])
    run.announce(spokenProblem(step, record, run.state().tenantConflict))
  }

  return {
    press: (step, press) => act(step, press.id, here => here.press(step, press)),
    search: (step, evidence) => act(step, null, here => here.search(step, evidence)),
    activated: (step, press) => act(step, press.id, here => here.activated(step, press)),
    look: step => act(step, 'change', here => here.look(step)),
    propose: (step, undo) => act(step, 'change', here => here.propose(step, undo)),
    confirm: (step, typed) => act(step, 'send', here => here.confirm(step, typed)),
    leave: step => act(step, null, here => here.leave(step)),
    arrive,
    // Nobody was asked anything yet where no driver is.
    cancel: step => driver?.cancel(step),
    askAgain: step => driver?.askAgain(step) ?? Promise.resolve(),
    stop: step => {
      waiting.get(step)?.abort(new RunProblem('stopped'))
      driver?.stop(step)
    },
    stopAll: () => {
      waiting.forEach(stopper => stopper.abort(new RunProblem('stopped')))
      driver?.stopAll()
    },
  }
}
