// One press: its reads are sent together, each answer is judged alone, and the events say what was found.
import type {GraphRead, ReadPress} from '../model/action.ts'
import type {ReadResult, RunEventBody} from '../model/run.ts'
import type {Announcement} from './announcement.ts'
import {toCall} from './call.ts'
import {check, unanswered} from './check.ts'
import type {Errand} from './errand.ts'
import type {GraphAnswer} from './ports.ts'
import {missingScopes, problemOfAnswer, RunProblem} from './problem.ts'
import {stepOf} from './run.ts'
import {select} from './select.ts'
import {toIso} from './time.ts'

/** Reads what a press asks for and records it. Throws `RunProblem` where not one read was answered. */
export async function readPress(errand: Errand, press: ReadPress): Promise<void> {
  const account = accountOf(errand)
  const calls = press.reads.map(read => toCall(read, {account}))
  const answers = await errand.rim().runner.read(calls, errand.token, errand.options)
  const announcement = await notePress(errand, press, answers)
  errand.greet()
  errand.announce(announcement)
}

/**
 * The answers to the reads of a press, in their order, judged and recorded; what there is to say of them. Throws
 * `RunProblem` where not one read was answered.
 */
export async function notePress(
  errand: Errand,
  press: ReadPress,
  answers: readonly GraphAnswer[],
): Promise<Announcement> {
  const {step, clock} = errand
  const judged = press.reads.map((read, index) => judgeAnswer(errand, read, answers[index]))

  const problems = judged.map(({problem}) => problem).filter(problem => problem !== null)
  const [first] = problems
  if (first && (problems.length === judged.length || first.code === 'sign-in-required')) throw first

  await noteTenant(errand, press.reads, answers)
  const readAt = answers.map(({date}) => date).find(date => date !== null) ?? toIso(clock.now())
  const results = judged.map(({result}) => result)
  const events: RunEventBody[] = [
    {
      type: 'press-done',
      step: step.id,
      press: press.id,
      results,
      readAt,
      extraScopes: extraScopes(errand),
    },
  ]
  if (press.setsBaseline && mayMoveBaseline(errand)) events.push({type: 'baseline-set', baseline: readAt})
  if (first) events.push({type: 'press-failed', step: step.id, press: press.id, problem: first.toRecord()})
  await errand.append(events)
  return spoken(errand, press, results, first ?? null)
}

/** Object id of who is signed in. */
export function accountOf(errand: Errand): string {
  return errand.rim().tokens.signedIn()?.account.objectId ?? ''
}

interface Judged {
  readonly result: ReadResult
  readonly problem: RunProblem | null
}

function judgeAnswer(errand: Errand, read: GraphRead, answer: GraphAnswer | undefined): Judged {
  if (!answer) throw new RunProblem('unexpected')
  const problem = problemOfAnswer(answer, read.scopes, errand.token.scopes)
  if (problem) return {result: unanswered(read, answer), problem}
  const now = answer.date === null ? errand.clock.now() : Date.parse(answer.date)
  return {result: check(read, answer, now), problem: null}
}

/** The tenant an answer names. It must be the run's own; its name is learnt here. */
async function noteTenant(
  errand: Errand,
  reads: readonly GraphRead[],
  answers: readonly GraphAnswer[],
): Promise<void> {
  const at = reads.findIndex(({path}) => path.endsWith('/organization'))
  const id = select(answers[at]?.body, 'value[0].id')
  const {account, tenant} = errand.state()
  if (typeof id !== 'string' || !account || !tenant) return
  const named = select(answers[at]?.body, 'value[0].displayName')
  const name = typeof named === 'string' ? named : ''
  if (id !== tenant.id) await errand.append([{type: 'signed-in', account, tenant: {id, name}}])
  else if (name !== '' && name !== tenant.name)
    await errand.append([{type: 'tenant-named', tenant: {id, name}}])
  if (id !== tenant.id) throw new RunProblem('tenant-changed')
}

// A token carries all that was ever consented. What no call of this page asks for is worth showing.
function extraScopes({model, token, step}: Errand): readonly string[] {
  const asked = [
    ...model.scopes.map(({scope}) => scope),
    ...step.presses.flatMap(({reads}) => reads.flatMap(({scopes}) => scopes)),
    ...['openid', 'profile', 'email', 'offline_access'],
  ]
  return missingScopes(token.scopes, asked)
}

// Once the portal was opened, a later read must not turn what was done there into an earlier event.
function mayMoveBaseline({model, step, state}: Errand): boolean {
  const run = state()
  const visit = model.visits.find(({id}) => id === step.visit)
  const steps = visit?.steps ?? [step.id]
  const begun = steps
    .map(id => stepOf(run, id))
    .some(({portalOpened, box, saved}) => portalOpened ?? box ?? saved)
  return run.baseline === null || !begun
}

function spoken(
  {step}: Errand,
  press: ReadPress,
  results: readonly ReadResult[],
  problem: RunProblem | null,
): Announcement {
  const wrong = results.find(({outcome}) => outcome === 'not-met')
  if (wrong) {
    const says = press.reads.find(({id}) => id === wrong.read)?.says.notMet ?? null
    return {id: 'not-as-required', step: step.id, says, result: wrong, assertive: false}
  }
  if (problem || results.some(({outcome}) => outcome === 'unknown'))
    return {id: 'could-not-check', step: step.id, problem: problem?.toRecord() ?? null, assertive: false}
  return {
    id: 'read-done',
    step: step.id,
    verified: press.verified,
    met: results.length,
    total: press.reads.length,
    portal: step.portal !== undefined,
    assertive: false,
  }
}
