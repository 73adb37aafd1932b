// A change, performed: look, propose, send once, read back. Each part records what it did before it does more.
import type {BoundStep} from '../model/action.ts'
import type {Change, ChangeValues} from '../model/change.ts'
import type {RunEventBody} from '../model/run.ts'
import {toMilliseconds} from '../model/duration.ts'
import {toCall} from './call.ts'
import {bodyOf, differences, holds, isKnown, isUnclear, only, undoOf, wantedOf} from './change.ts'
import type {Errand} from './errand.ts'
import type {Proposal} from './live.ts'
import type {GraphWrite} from './ports.ts'
import {problemOfAnswer, RunProblem, toProblem} from './problem.ts'
import {accountOf} from './read.ts'
import {ownChange, stepOf} from './run.ts'
import {keep, select, shortened} from './select.ts'
import {toIso} from './time.ts'

/** What one read of a change said. */
interface Reading {
  readonly values: ChangeValues
  /** The id that the path needs; null where the answer has none. */
  readonly key: string | null
  readonly readAt: string
  readonly requestId: string | null
}

/** A confirmation that is older than this is read again before anything is sent. */
const youngEnough = 30_000

/** Reads how the properties stand, and records it. Throws `RunProblem`. */
export async function lookAtChange(errand: Errand, change: Change): Promise<void> {
  const reading = await read(errand, change)
  await errand.append([readEvent(errand, reading)])
  errand.greet()
  announceReading(errand, change, reading)
}

/**
 * Reads once more. Where the values are still those that the card showed and differ from what is wanted, the step asks
 * for the confirmation; otherwise what was found is recorded, and nothing can be sent. Throws `RunProblem`.
 */
export async function proposeChange(errand: Errand, change: Change, undo: boolean): Promise<void> {
  const {step, state, clock} = errand
  const shown = stepOf(state(), step.id).change.reading?.values ?? null
  const reading = await read(errand, change)
  errand.greet()
  if (shown !== null && !holds(reading.values, shown)) {
    await errand.append([staleEvent(errand, reading, shown, undo)])
    errand.announce({id: 'change-stale', step: step.id, assertive: true})
    return
  }
  await errand.append([readEvent(errand, reading)])
  const wanted = undo
    ? (undoOf(change, ownChange(state(), step.id))?.wanted ?? {})
    : wantedOf(differences(change, reading.values))
  if (!isKnown(change, reading.values) || reading.key === null || Object.keys(wanted).length === 0) {
    announceReading(errand, change, reading)
    return
  }
  const proposal: Proposal = {undo, key: reading.key, found: reading.values, wanted, readAt: clock.now()}
  errand.setLive(step.id, {phase: 'confirming', press: 'send', proposal})
  errand.announce({id: 'change-confirm', step: step.id, undo, assertive: false})
}

/**
 * Sends what was confirmed, once, and reads it back until its effect is seen or the time is up. `asked`: a person was
 * asked for the token, which takes time. Throws `RunProblem` where nothing was sent or Graph refused.
 */
export async function sendChange(
  errand: Errand,
  change: Change,
  proposal: Proposal,
  {asked}: {readonly asked: boolean},
): Promise<void> {
  const {step, clock, options} = errand
  errand.greet()
  if (asked || clock.now() - proposal.readAt > youngEnough) {
    const reading = await read(errand, change)
    if (!holds(reading.values, proposal.found) || reading.key !== proposal.key) {
      await errand.append([staleEvent(errand, reading, proposal.found, proposal.undo)])
      errand.announce({id: 'change-stale', step: step.id, assertive: true})
      return
    }
  }
  const call = toWrite(change, proposal, errand.newId())
  options.signal.throwIfAborted()
  await errand.keep([sentEvent(errand, proposal, call)])
  const problem = await send(errand, change, call)
  if (problem === null || isUnclear(problem)) await readBack(errand, change, proposal, problem)
  else {
    await lookOnce(errand, change)
    throw problem
  }
}

/** Sends the one request and records what came back; the problem, or null where Graph accepted it. */
async function send(errand: Errand, change: Change, call: GraphWrite): Promise<RunProblem | null> {
  const {step, token, options} = errand
  errand.setLive(step.id, {phase: 'sending', press: 'send'})
  let problem: RunProblem | null
  let requestId: string | null = null
  try {
    const answer = await errand.rim().runner.write(call, token, options.signal)
    requestId = answer.requestId
    problem = problemOfAnswer(answer, change.scopes, token.scopes)
  } catch (thrown) {
    problem = toProblem(thrown)
    requestId = problem.requestId
  }
  await errand.append([
    {type: 'change-answered', step: step.id, problem: problem?.toRecord() ?? null, requestId},
  ])
  return problem
}

/** Reads until the effect is seen or the time is up. What cannot be read meanwhile is read again. */
async function readBack(
  errand: Errand,
  change: Change,
  {undo, wanted}: Proposal,
  problem: RunProblem | null,
): Promise<void> {
  const {step, clock, options} = errand
  const until = clock.now() + toMilliseconds(change.wait.total)
  const every = toMilliseconds(change.wait.every)
  let last: Reading | null = null
  while (!options.signal.aborted) {
    errand.setLive(step.id, {phase: 'verifying', press: 'send', until})
    last = await read(errand, change).catch(() => last)
    if ((last && holds(last.values, wanted)) || clock.now() + every > until) break
    await clock.wait(every, options.signal).catch(() => undefined)
  }
  if (last) await errand.append([readEvent(errand, last)])
  const says = undo ? change.says.undone : change.says.done
  if (last && holds(last.values, wanted) && says !== undefined)
    errand.announce({id: undo ? 'change-undone' : 'change-done', step: step.id, says, assertive: false})
  else
    errand.announce({
      id: problem === null ? 'change-accepted' : 'change-unknown',
      step: step.id,
      assertive: problem !== null,
    })
}

/** How things stand after a refusal, as far as that can be read. */
async function lookOnce(errand: Errand, change: Change): Promise<void> {
  const reading = await read(errand, change).catch(() => null)
  if (reading) await errand.append([readEvent(errand, reading)])
}

async function read(errand: Errand, {read: looked, properties, key}: Change): Promise<Reading> {
  const {token, options, clock} = errand
  const call = toCall(looked, {account: accountOf(errand)})
  const [answer] = await errand.rim().runner.read([call], token, options)
  if (!answer) throw new RunProblem('unexpected')
  const problem = problemOfAnswer(answer, looked.scopes, token.scopes)
  if (problem) throw problem
  const found = select(answer.body, key)
  return {
    values: Object.fromEntries(properties.map(({id, value}) => [id, scalar(select(answer.body, value))])),
    key: typeof found === 'string' ? found : null,
    readAt: answer.date ?? toIso(clock.now()),
    requestId: answer.requestId,
  }
}

function scalar(value: unknown): ChangeValues[string] {
  const kept = shortened(keep(value))
  return typeof kept === 'object' ? null : kept
}

/** Throws `call-not-compiled` where the key is not what the path takes. */
function toWrite(change: Change, {key, wanted}: Proposal, id: string): GraphWrite {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(key)) throw new RunProblem('call-not-compiled')
  return {id, method: change.method, url: change.path.replace('{key}', key), body: bodyOf(change, wanted)}
}

function announceReading({step, announce}: Errand, change: Change, {values}: Reading): void {
  if (isKnown(change, values))
    announce({
      id: 'change-read',
      step: step.id,
      count: differences(change, values).length,
      assertive: false,
    })
  else announce({id: 'could-not-check', step: step.id, problem: null, assertive: false})
}

function readEvent({step}: {readonly step: BoundStep}, {values, readAt, requestId}: Reading): RunEventBody {
  return {type: 'change-read', step: step.id, values, readAt, requestId}
}

function staleEvent(
  {step}: Errand,
  {values: found, readAt, requestId}: Reading,
  confirmed: ChangeValues,
  undo: boolean,
): RunEventBody {
  return {type: 'change-stale', step: step.id, undo, confirmed, found, readAt, requestId}
}

function sentEvent({step}: Errand, {undo, found, wanted}: Proposal, {id}: GraphWrite): RunEventBody {
  const before = only(found, Object.keys(wanted))
  return {type: 'change-sent', step: step.id, undo, before, wanted, clientRequestId: id}
}
