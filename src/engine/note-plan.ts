// What a plan has read, written into the record card by card: each answer as its card's own press would have judged it.
import type {ProblemCode, RunEventBody} from '../model/run.ts'
import type {Errand, OpenRun} from './errand.ts'
import {inputsOf, type Inputs} from './inputs.ts'
import {stillAsks} from './live.ts'
import {noteReading} from './perform-change.ts'
import type {PlanBatch, PlanReading} from './plan.ts'
import type {GraphAnswer, SendOptions, Token} from './ports.ts'
import {missingScopes, RunProblem, toProblem} from './problem.ts'
import {notePress} from './read.ts'
import type {Rim} from './rim.ts'

/** What the readings of a plan were made with. */
export interface PlanErrand {
  readonly run: OpenRun
  readonly rim: Rim
  readonly token: Token
  readonly options: SendOptions
  /** The values of the run when the calls were made. */
  readonly inputs: Inputs
}

/**
 * Records what a batch brought; what a card could not be told becomes that card's own problem. Throws `RunProblem` where
 * it is about the account, the tenant, or all of the batch: then nothing more is recorded.
 */
export async function noteBatch(
  plan: PlanErrand,
  batch: PlanBatch,
  answers: readonly GraphAnswer[],
): Promise<void> {
  const failures: {readonly reading: PlanReading; readonly problem: RunProblem}[] = []
  for (const reading of tenantFirst(batch.readings)) {
    if (!isOfNow(plan, reading)) continue
    const own = reading.at.flatMap(at => answers[at] ?? [])
    try {
      await note(plan, reading, own)
      if (stillAsks(plan.run.live(reading.step.id))) plan.run.setLive(reading.step.id, null)
    } catch (thrown) {
      const problem = toProblem(thrown)
      if (problem.claims !== null || ofAll.includes(problem.code)) throw problem
      failures.push({reading, problem})
    }
  }
  const [first] = failures
  if (first && failures.length === batch.readings.length && ofService.includes(first.problem.code))
    throw first.problem
  await plan.run.append(failures.map(({reading, problem}) => failed(reading, problem)))
}

/** Records that readings could not be made for want of scopes, each with those that it lacks. */
export async function noteRefusal(
  run: OpenRun,
  readings: readonly PlanReading[],
  carried: readonly string[],
  problem: RunProblem,
): Promise<void> {
  const {code, status, errorCode, requestId} = problem
  await run.append(
    readings.map(reading => {
      const scopes = missingScopes(reading.scopes, carried)
      return failed(reading, new RunProblem(code, {status, errorCode, requestId, scopes}))
    }),
  )
}

/** About who is signed in, and so about no single card. */
const ofAll: readonly ProblemCode[] = ['sign-in-required', 'second-factor-required', 'tenant-changed']

/** About the request as a whole, where all of it came to this. */
const ofService: readonly ProblemCode[] = ['throttled', 'server-failed', 'unexpected']

async function note(
  {run, rim, token, options}: PlanErrand,
  {step, press}: PlanReading,
  answers: readonly GraphAnswer[],
): Promise<void> {
  const greet = () => undefined
  const errand: Errand = {...run, step, token, options, greet, asked: false, rim: () => rim}
  const [answer] = answers
  if (press) await notePress(errand, press, answers)
  else if (step.change && answer) await noteReading(errand, step.change, answer)
}

// Of another tenant nothing is kept: whichever reading names the tenant goes first.
function tenantFirst(readings: PlanBatch['readings']): PlanBatch['readings'] {
  const names = ({press}: PlanReading) =>
    press?.reads.some(({path}) => path.endsWith('/organization')) ?? false
  return [...readings].sort((a, b) => Number(names(b)) - Number(names(a)))
}

// What was read for one value is nothing of another, which somebody gave meanwhile.
function isOfNow({run: {model, state}, inputs}: PlanErrand, {step}: PlanReading): boolean {
  const bound = model.steps.find(({id}) => id === step.id)
  const now = state().inputs
  return !bound || inputsOf(bound, model).every(id => now[id]?.value === inputs[id]?.value)
}

function failed({step, press}: PlanReading, problem: RunProblem): RunEventBody {
  return {type: 'press-failed', step: step.id, press: press?.id ?? 'change', problem: problem.toRecord()}
}
