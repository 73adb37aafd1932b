// The search of the audit log: read it, and read it again for a while, because events come late.
import type {AuditEvidence} from '../model/action.ts'
import {toCall} from './call.ts'
import type {Errand} from './errand.ts'
import {toMilliseconds} from '../model/duration.ts'
import {auditEvents} from './evidence.ts'
import type {GraphAnswer} from './ports.ts'
import {problemOfAnswer, RunProblem} from './problem.ts'
import {accountOf} from './read.ts'
import type {EvidenceRecord} from './run.ts'
import {toIso} from './time.ts'

type Found = Pick<EvidenceRecord, 'since' | 'events' | 'requestId' | 'readAt'>

/**
 * Reads the audit log until it holds an event after the baseline or the time is up, and records what was found.
 * Earlier events are recorded as such. Stopped while waiting, it records what it read last.
 */
export async function searchAuditLog(errand: Errand, evidence: AuditEvidence): Promise<void> {
  const {clock, options} = errand
  const until = clock.now() + toMilliseconds(evidence.wait.total)
  const every = toMilliseconds(evidence.wait.every)
  errand.greet()
  let last: Found | null = null
  try {
    for (;;) {
      last = await readLog(errand, evidence, last?.since ?? null)
      if (last.events.some(({earlier}) => !earlier) || clock.now() + every > until) break
      errand.setLive(errand.step.id, {phase: 'searching', press: null, until})
      await clock.wait(every, options.signal)
      errand.setLive(errand.step.id, {phase: 'running', press: null})
    }
  } catch (thrown) {
    if (last && options.signal.aborted) await record(errand, last, true)
    throw thrown
  }
  await record(errand, last, false)
  errand.announce({id: outcomeOf(last), step: errand.step.id, assertive: false})
}

async function readLog(errand: Errand, evidence: AuditEvidence, known: string | null): Promise<Found> {
  const {clock, token, options} = errand
  const from = toIso(clock.now() - toMilliseconds(evidence.lookBack))
  const call = toCall(evidence.read, {account: accountOf(errand), since: from})
  const [answer] = await errand.rim().runner.read([call], token, options)
  if (!answer) throw new RunProblem('unexpected')
  const problem = problemOfAnswer(answer, evidence.read.scopes, token.scopes)
  if (problem) throw problem
  const since = known ?? baselineOf(errand, answer)
  return {
    since,
    events: auditEvents(evidence, answer.body, since),
    requestId: answer.requestId,
    readAt: answer.date ?? toIso(clock.now()),
  }
}

// Without a baseline the run's start is one, moved to Graph's clock as far as its answer tells it.
function baselineOf({state, clock}: Errand, answer: GraphAnswer): string {
  const {baseline, started} = state()
  if (baseline !== null) return baseline
  const skew = answer.date === null ? 0 : Date.parse(answer.date) - clock.now()
  return toIso((started ? Date.parse(started.at) : clock.now()) + skew)
}

async function record({append, step}: Errand, found: Found, stopped: boolean): Promise<void> {
  await append([{type: 'evidence-searched', step: step.id, ...found, stopped}])
}

function outcomeOf({events}: Found): 'evidence-found' | 'earlier-event' | 'nothing-found' {
  if (events.some(({earlier}) => !earlier)) return 'evidence-found'
  return events.length > 0 ? 'earlier-event' : 'nothing-found'
}
