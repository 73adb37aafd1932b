// What Graph goes on with after it accepted a request: read until it is over, or until the time is up.
import type {Change} from '../model/change.ts'
import {toMilliseconds} from '../model/duration.ts'
import type {RunEventBody} from '../model/run.ts'
import {isOver, type OperationReading} from './change.ts'
import type {Errand} from './errand.ts'
import type {Asked} from './moment.ts'
import {statusOf} from './operation.ts'
import type {OpenOperation} from './open-operation.ts'
import {problemOfAnswer, RunProblem, toProblem} from './problem.ts'
import {select} from './select.ts'
import {toIso} from './time.ts'

type Progress = Omit<OperationReading, keyof Asked>

/**
 * Reads the operation until it is over or the time is up, and records the last that was read. Where somebody only looks,
 * the first thing that goes wrong is thrown as `RunProblem`; after a request it is read again.
 */
export async function followOperation(
  errand: Errand,
  change: Change,
  {url, clientRequestId}: OpenOperation,
  {isLook}: {readonly isLook: boolean},
): Promise<void> {
  const {step, clock, options} = errand
  const until = clock.now() + toMilliseconds(change.wait.total)
  const every = toMilliseconds(change.wait.every)
  let last: Progress | null = null
  let problem: RunProblem | null = null
  while (!options.signal.aborted) {
    errand.setLive(step.id, {phase: 'verifying', press: 'send', until})
    try {
      last = await read(errand, change, url)
      problem = null
    } catch (thrown) {
      problem = toProblem(thrown)
      if (isLook && last === null) throw problem
    }
    if ((last && isOver(last.status)) || clock.now() + every > until) break
    await clock.wait(every, options.signal).catch(() => undefined)
  }
  if (last)
    await errand.append([
      {type: 'operation-read', step: step.id, clientRequestId, ...last} satisfies RunEventBody,
    ])
  if (last?.status === 'succeeded')
    errand.announce({id: 'change-done', step: step.id, says: change.says.done, assertive: false})
  else if (last && isOver(last.status))
    errand.announce({id: 'operation-failed', step: step.id, assertive: true})
  else if (last || problem === null) errand.announce({id: 'change-accepted', step: step.id, assertive: false})
  else errand.announce({id: 'could-not-check', step: step.id, problem: problem.toRecord(), assertive: false})
}

/**
 * Reads it once, records what was read and says it. False where a request may follow it: it failed, or Graph knows nothing
 * of it any more. Throws `RunProblem`.
 */
export async function isGoingOn(errand: Errand, change: Change, open: OpenOperation): Promise<boolean> {
  const {step} = errand
  try {
    const now = await read(errand, change, open.url)
    const {clientRequestId} = open
    await errand.append([{type: 'operation-read', step: step.id, clientRequestId, ...now}])
    const isDone = now.status === 'succeeded'
    if (isDone) errand.announce({id: 'change-done', step: step.id, says: change.says.done, assertive: false})
    else if (!isOver(now.status)) errand.announce({id: 'change-accepted', step: step.id, assertive: false})
    return isDone || !isOver(now.status)
  } catch (thrown) {
    const problem = toProblem(thrown)
    if (problem.code === 'not-found') return false
    throw problem
  }
}

async function read(errand: Errand, change: Change, url: string): Promise<Progress> {
  const {token, options, clock} = errand
  const call = {id: 'operation', url, headers: {}}
  const [answer] = await errand.rim().runner.read([call], token, options)
  if (!answer) throw new RunProblem('unexpected')
  const problem = problemOfAnswer(answer, change.follow?.scopes ?? [], token.scopes)
  if (problem) throw problem
  return {
    status: statusOf(select(answer.body, 'status')),
    readAt: answer.date ?? toIso(clock.now()),
    requestId: answer.requestId,
  }
}
