// The acts, loaded at the first touch of the page: one that is only read has no use for them.
import type {Acts, ActRun} from './acts.ts'

/** The acts of one page, and the way to them. */
export interface LazyActs {
  readonly acts: Acts
  /** Fetches what they are made of; tried anew where that failed. */
  readonly load: () => Promise<void>
  /** Does something after the acts that wait for their code, at once where none does. */
  readonly inTurn: <Result>(act: () => Promise<Result>) => Promise<Result>
}

/** Acts that wait for their code. `missing` is told where it cannot be fetched: then nothing was kept. */
export function createLazyActs(run: ActRun & {readonly missing: (cause: unknown) => void}): LazyActs {
  let loaded: Acts | null = null
  let loading: Promise<void> | null = null
  let waiting: (() => void)[] = []

  function load(): Promise<void> {
    loading ??= fetchActs().finally(() => {
      loading = null
      const then = waiting
      waiting = []
      then.forEach(go => go())
    })
    return loading
  }

  async function fetchActs(): Promise<void> {
    loaded ??= (await import('./acts.ts')).createActs(run)
  }

  function inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    if (loading === null) return act()
    return new Promise(resolve => waiting.push(() => resolve(act())))
  }

  function late<Inputs extends readonly unknown[], Result>(
    choose: (acts: Acts) => (...inputs: Inputs) => Promise<Result>,
    otherwise: Result,
  ): (...inputs: Inputs) => Promise<Result> {
    return (...inputs) => {
      if (loaded === null) load().catch(run.missing)
      return inTurn(() => (loaded === null ? Promise.resolve(otherwise) : choose(loaded)(...inputs)))
    }
  }

  return {
    load,
    inTurn,
    acts: {
      tick: late(acts => acts.tick, undefined),
      untick: late(acts => acts.untick, undefined),
      skip: late(acts => acts.skip, false),
      unskip: late(acts => acts.unskip, undefined),
      note: late(acts => acts.note, undefined),
      paste: late(acts => acts.paste, undefined),
      report: late(acts => acts.report, undefined),
      reportPilot: late(acts => acts.reportPilot, undefined),
      tickBox: late(acts => acts.tickBox, undefined),
      untickBox: late(acts => acts.untickBox, undefined),
      save: late(acts => acts.save, false),
      withdrawSave: late(acts => acts.withdrawSave, undefined),
      openPortal: late(acts => acts.openPortal, undefined),
      answer: late(acts => acts.answer, undefined),
      removeForest: late(acts => acts.removeForest, undefined),
      setContext: late(acts => acts.setContext, undefined),
      nameOperator: late(acts => acts.nameOperator, undefined),
      setInput: late(acts => acts.setInput, false),
      keepApproval: late(acts => acts.keepApproval, 'not-kept'),
    },
  }
}
