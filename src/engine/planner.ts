// The plan of the open run, loaded when somebody reaches for it: a page that is read does not carry it.
import type {RunController} from './controller.ts'
import type {createPlan, Plan, PlanRun} from './perform-plan.ts'
import {isPlanning, noPlan, type PlanProgress} from './plan-progress.ts'

/** What the page has of plans. */
export interface Planner {
  readonly acts: Pick<RunController, 'checkTenant' | 'leaveToCheck' | 'stopChecking'>
  readonly progress: () => PlanProgress
  readonly isInTheAir: () => boolean
  /** Loads what a plan needs, ahead of the press. */
  readonly prepare: () => void
  /** Leaves the plan of the run that was open. */
  readonly close: () => void
}

/** The plans of one page, one at a time; `may` says whether one may begin now, and says why not. */
export function createPlanner(
  run: Omit<PlanRun, 'open'> & {
    readonly open: () => PlanRun['open']
    readonly may: () => boolean
    readonly trouble: (thrown: unknown) => void
  },
): Planner {
  let create: typeof createPlan | null = null
  let plan: Plan | null = null
  let preparing = false

  const load = async () => (create ??= (await import('./perform-plan.ts')).createPlan)

  function current(make: typeof createPlan): Plan {
    return (plan ??= make({...run, open: run.open()}))
  }

  async function check(): Promise<void> {
    if (create) return current(create).check({atOnce: true})
    if (preparing) return
    preparing = true
    run.changed()
    const open = run.open()
    const make = await load().finally(() => {
      preparing = false
      run.changed()
    })
    // Its window would open after waiting: it asks for a second press. What was left meanwhile asks for none.
    if (open === run.open()) await current(make).check({atOnce: false})
  }

  const progress = () =>
    preparing ? {...noPlan, phase: {id: 'preparing'} as const} : (plan?.progress() ?? noPlan)

  return {
    progress,
    isInTheAir: () => isPlanning(progress()),
    prepare: () => void load().catch(() => undefined),
    close: () => {
      plan?.stop()
      plan = null
    },
    acts: {
      checkTenant: async () => {
        if (run.may()) await check().catch(run.trouble)
      },
      leaveToCheck: async () => plan?.leave(),
      stopChecking: () => plan?.stop(),
    },
  }
}
