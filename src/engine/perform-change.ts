// A change, performed: look, propose, send once, read back. Each part records what it did before it does more.
import type {BoundStep} from '../model/action.ts'
import type {Change, ChangeValue, ChangeValues} from '../model/change.ts'
import type {RunEventBody} from '../model/run.ts'
import {toMilliseconds} from '../model/duration.ts'
import {toCall} from './call.ts'
import {
  differences,
  holds,
  isKnown,
  isRefused,
  isUnclear,
  lackingOf,
  only,
  outcomeOf,
  undoOf,
  wantedOf,
  type ChangeReading,
} from './change.ts'
import {basisOf, isSameBasis} from './basis.ts'
import {bodyOf} from './body.ts'
import type {Errand} from './errand.ts'
import {followOperation, isGoingOn} from './follow.ts'
import {recordOf} from './inputs.ts'
import type {Proposal} from './live.ts'
import {openOperation} from './open-operation.ts'
import {operationOf} from './operation.ts'
import type {Asked} from './moment.ts'
import {makePassword} from './password.ts'
import type {GraphAnswer, GraphWrite} from './ports.ts'
import {problemOfAnswer, RunProblem, toProblem} from './problem.ts'
import {accountOf} from './read.ts'
import {ownChange, stepOf, type RunState} from './run.ts'
import {keep, select, shortened} from './select.ts'
import {toIso} from './time.ts'

/** What one read of a change said. */
type Reading = Omit<ChangeReading, keyof Asked>

/** A confirmation that is older than this is read again before anything is sent. */
const youngEnough = 30_000

/** Reads how the properties stand, or how far Graph is with what it accepted, and records it. Throws `RunProblem`. */
export async function lookAtChange(errand: Errand, change: Change): Promise<void> {
  const open = openOperation(errand, change)
  if (open !== null) {
    errand.greet()
    await followOperation(errand, change, open, {isLook: true})
    return
  }
  const reading = await read(errand, change)
  await errand.append([readEvent(errand, reading)])
  errand.greet()
  const {step, state, announce} = errand
  const {id} = outcomeOf(change, ownChange(state(), step.id))
  // What became of a request is still open: what a press would change is not what is to be said.
  if (id === 'sent-unknown') announce({id: 'change-unknown', step: step.id, assertive: false})
  else if (id === 'accepted') announce({id: 'change-accepted', step: step.id, assertive: false})
  else announceReading(errand, change, reading)
}

/** The answer to the read of a change, judged and recorded as a look of its own; a problem is thrown as `RunProblem`. */
export async function noteReading(errand: Errand, change: Change, answer: GraphAnswer): Promise<Reading> {
  const reading = readingOf(errand, change, answer)
  await errand.append([readEvent(errand, reading)])
  return reading
}

/**
 * Reads once more. Where the values are still those that the card showed and differ from what is wanted, the step asks
 * for the confirmation; otherwise what was found is recorded, and nothing can be sent. Throws `RunProblem`.
 */
export async function proposeChange(errand: Errand, change: Change, undo: boolean): Promise<void> {
  const {step, model, state, clock} = errand
  const open = openOperation(errand, change)
  if (open !== null && (await isGoingOn(errand, change, open))) {
    errand.greet()
    return
  }
  const basis = basisOf(step, model, state())
  const shown = recordOf(step, model, state()).change.reading
  const reading = await read(errand, change)
  errand.greet()
  if (shown !== null && !isStill(reading, shown)) {
    await errand.append([staleEvent(errand, reading, shown.values, undo)])
    errand.announce({id: 'change-stale', step: step.id, assertive: true})
    return
  }
  await errand.append([readEvent(errand, reading)])
  const back = undo ? undoOf(change, ownChange(state(), step.id)) : null
  const wanted = undo ? (back?.wanted ?? {}) : wantedOf(differences(change, reading.values))
  const {id, name} = reading.object
  const isNothing = undo ? back === null : Object.keys(wanted).length === 0 && change.follow === undefined
  const isLacking = !undo && lackingOf(change, reading.values) !== null
  if (!isKnown(change, reading.values) || id === null || isNothing || isLacking) {
    announceReading(errand, change, reading)
    return
  }
  const found = reading.values
  const requests = requestsOf(state(), step.id)
  const readAt = clock.now()
  const proposal: Proposal = {undo, object: {id, name}, found, wanted, readAt, requests, basis}
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
  const {step, model, clock, options} = errand
  errand.greet()
  // Another tab may have sent meanwhile what was confirmed here; and what was confirmed is for this user, by this account.
  const isNext = (run: RunState) =>
    requestsOf(run, step.id) === proposal.requests && isSameBasis(basisOf(step, model, run), proposal.basis)
  if (!isNext(errand.state())) throw new RunProblem('changed-since')
  const age = clock.now() - proposal.readAt
  if (asked || age < 0 || age > youngEnough) {
    const reading = await read(errand, change)
    if (!isStill(reading, {object: proposal.object, values: proposal.found})) {
      await errand.append([staleEvent(errand, reading, proposal.found, proposal.undo)])
      errand.announce({id: 'change-stale', step: step.id, assertive: true})
      return
    }
  }
  const secret = change.secret === undefined ? null : (errand.newPassword ?? makePassword)()
  const call = toWrite(change, proposal, errand.newId(), secret)
  options.signal.throwIfAborted()
  await errand.keep([sentEvent(errand, change, proposal, call)], isNext)
  const shownBefore = errand.secret(step.id)
  if (secret !== null) errand.setSecret(step.id, secret)
  const {problem, operation} = await send(errand, change, proposal, call)
  if (problem !== null && !isUnclear(problem)) {
    // The one of an earlier request may be in force.
    if (secret !== null) errand.setSecret(step.id, shownBefore)
    await lookOnce(errand, change)
    throw problem
  }
  if (change.follow === undefined) await readBack(errand, change, proposal, problem)
  else if (operation !== null)
    await followOperation(errand, change, {url: operation, clientRequestId: call.id}, {isLook: false})
  else await lookAfter(errand, change, problem)
}

/** Sends the one request and records what came back: the problem, or null where Graph accepted it. */
async function send(
  errand: Errand,
  change: Change,
  {object}: Proposal,
  call: GraphWrite,
): Promise<{readonly problem: RunProblem | null; readonly operation: string | null}> {
  const {step, token, options} = errand
  errand.setLive(step.id, {phase: 'sending', press: 'send'})
  let problem: RunProblem | null
  let requestId: string | null = null
  let operation: string | null = null
  try {
    const answer = await errand.rim().runner.write(call, token, options.signal)
    requestId = answer.requestId
    problem = problemOfAnswer(answer, change.scopes, token.scopes)
    if (change.follow && problem === null)
      operation = operationOf(change.follow.path, object.id, answer.location)
  } catch (thrown) {
    problem = toProblem(thrown)
    requestId = problem.requestId
  }
  await errand.append([
    {
      type: 'change-answered',
      step: step.id,
      clientRequestId: call.id,
      problem: problem?.toRecord() ?? null,
      requestId,
      operation,
    },
  ])
  return {problem, operation}
}

/** Reads until the effect is seen or the time is up. What cannot be read meanwhile is read again. */
async function readBack(
  errand: Errand,
  change: Change,
  {undo, object, wanted}: Proposal,
  problem: RunProblem | null,
): Promise<void> {
  const {step, clock, options} = errand
  const until = clock.now() + toMilliseconds(change.wait.total)
  const every = toMilliseconds(change.wait.every)
  const isSeen = (reading: Reading) => reading.object.id === object.id && holds(reading.values, wanted)
  let last: Reading | null = null
  while (!options.signal.aborted) {
    errand.setLive(step.id, {phase: 'verifying', press: 'send', until})
    last = await read(errand, change).catch(() => last)
    if ((last && isSeen(last)) || clock.now() + every > until) break
    await clock.wait(every, options.signal).catch(() => undefined)
  }
  if (last) await errand.append([readEvent(errand, last)])
  const says = undo ? change.says.undone : change.says.done
  if (last && isSeen(last) && says !== undefined)
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

/** Nobody says where its end is read: how the object stands is all that can be told. */
async function lookAfter(errand: Errand, change: Change, problem: RunProblem | null): Promise<void> {
  await lookOnce(errand, change)
  const id = problem === null ? 'change-accepted' : 'change-unknown'
  errand.announce({id, step: errand.step.id, assertive: problem !== null})
}

/** How many requests of the step may have arrived. */
function requestsOf(state: RunState, step: string): number {
  return stepOf(state, step).change.sent.filter(sent => !isRefused(sent)).length
}

async function read(errand: Errand, change: Change): Promise<Reading> {
  const call = toCall(change.read, {account: accountOf(errand)})
  const [answer] = await errand.rim().runner.read([call], errand.token, errand.options)
  if (!answer) throw new RunProblem('unexpected')
  return readingOf(errand, change, answer)
}

function readingOf(errand: Errand, change: Change, answer: GraphAnswer): Reading {
  const {read: looked, properties, requires, carries, key, name} = change
  const problem = problemOfAnswer(answer, looked.scopes, errand.token.scopes)
  if (problem) throw problem
  const account = accountOf(errand)
  // An answer that does not name its object, as one that was cut short, says nothing of it: not even what it lacks.
  const id = toId(select(answer.body, key))
  const found = (expression: string) => {
    // Nobody is signed in any more: whose id it is cannot be told.
    if (id === null || (account === '' && expression.includes('{account}'))) return null
    return select(answer.body, expression.replaceAll('{account}', account))
  }
  return {
    object: {id, name: name === undefined ? null : toName(found(name))},
    values: Object.fromEntries([
      ...properties.map(({id, value}) => [id, scalar(found(value))] as const),
      ...requires.map(({id, when}) => [id, truth(found(when))] as const),
      ...carries.map(({id, value}) => [id, ids(found(value))] as const),
    ]),
    readAt: answer.date ?? toIso(errand.clock.now()),
    requestId: answer.requestId,
  }
}

/** What may stand in a path: an id as Entra writes it. */
function toId(value: unknown): string | null {
  const isId = typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
  return isId ? value : null
}

function toName(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value.slice(0, 500) : null
}

function scalar(value: unknown): ChangeValue {
  const kept = shortened(keep(value))
  return typeof kept === 'object' ? null : kept
}

function truth(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null
}

function ids(value: unknown): readonly string[] | null {
  const list = Array.isArray(value) && value.length <= 100 ? value.map(toId) : null
  return list?.every(each => each !== null) ? list : null
}

/** The same object, and all of it as it was. */
function isStill(reading: Reading, shown: Pick<Reading, 'object' | 'values'>): boolean {
  return reading.object.id === shown.object.id && holds(reading.values, shown.values)
}

/** Throws `call-not-compiled` where the body would lack something. */
function toWrite(change: Change, {object, wanted}: Proposal, id: string, secret: string | null): GraphWrite {
  const body = bodyOf(change, wanted, secret)
  if (body === undefined || body === null) throw new RunProblem('call-not-compiled')
  return {id, method: change.method, url: change.path.replace('{key}', object.id), body}
}

function announceReading({step, announce}: Errand, change: Change, {values}: Reading): void {
  const condition = lackingOf(change, values)
  if (!isKnown(change, values))
    announce({id: 'could-not-check', step: step.id, problem: null, assertive: false})
  else if (condition) announce({id: 'change-lacking', step: step.id, says: condition.says, assertive: false})
  else {
    const count = change.follow ? 1 : differences(change, values).length
    announce({id: 'change-read', step: step.id, count, assertive: false})
  }
}

function readEvent({step}: {readonly step: BoundStep}, reading: Reading): RunEventBody {
  const {object, values, readAt, requestId} = reading
  return {type: 'change-read', step: step.id, object, values, readAt, requestId}
}

function staleEvent(
  {step}: Errand,
  {object, values: found, readAt, requestId}: Reading,
  confirmed: ChangeValues,
  undo: boolean,
): RunEventBody {
  return {type: 'change-stale', step: step.id, undo, object, confirmed, found, readAt, requestId}
}

/** The values from before of what is sent, and of what only the undo of it will send. */
function sentEvent(
  {step}: Errand,
  {carries}: Change,
  {undo, object, found, wanted}: Proposal,
  {id}: GraphWrite,
): RunEventBody {
  const carried = undo ? [] : carries.map(each => each.id)
  const before = only(found, [...new Set([...Object.keys(wanted), ...carried])])
  return {type: 'change-sent', step: step.id, undo, object, before, wanted, clientRequestId: id}
}
