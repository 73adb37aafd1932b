// The search of the audit log: read it, and read it again for a while, because events come late.
import type {AuditEvidence} from '../model/action.ts'
import {searchOutcome} from './bearing.ts'
import {toCall} from './call.ts'
import type {Errand} from './errand.ts'
import {toMilliseconds} from '../model/duration.ts'
import {auditEvents} from './evidence.ts'
import type {GraphAnswer} from './ports.ts'
import {problemOfAnswer, RunProblem} from './problem.ts'
import {accountOf} from './read.ts'
import type {EvidenceRecord} from './step-record.ts'
import {toIso} from './time.ts'

type Found = Pick<EvidenceRecord, 'since' | 'events' | 'requestId' | 'readAt'>

/**
 * Reads the audit log until its newest event after the baseline is evidence or the time is up, and records what was
 * found. Earlier events are recorded as such. Stopped or failed on the way, it records what it read last.
 */
export async function searchAuditLog(errand: Errand, evidence: AuditEvidence): Promise<void> {
  const {clock, options} = errand
  const until = clock.now() + toMilliseconds(evidence.wait.total)
  const every = toMilliseconds(evidence.wait.every)
  errand.greet()
  const readLog = createReader(errand, evidence)
  let last: Found | null = null
  try {
    for (;;) {
      last = await readLog()
      const isFound = searchOutcome(evidence, last.events).id === 'evidence-found'
      if (isFound || clock.now() + every > until) break
      errand.setLive(errand.step.id, {phase: 'searching', press: null, until})
      await clock.wait(every, options.signal)
      errand.setLive(errand.step.id, {phase: 'running', press: null})
    }
  } catch (thrown) {
    if (last) await record(errand, last, true)
    throw thrown
  }
  await record(errand, last, false)
  errand.announce({...searchOutcome(evidence, last.events), step: errand.step.id, assertive: false})
}

/** Reads the log once, each time it is called; the baseline stays that of the first time. */
function createReader(errand: Errand, evidence: AuditEvidence): () => Promise<Found> {
  const {clock, token, options} = errand
  let baseline: string | null = null
  return async () => {
    const from = toIso(clock.now() - toMilliseconds(evidence.lookBack))
    const call = toCall(evidence.read, {account: accountOf(errand), since: from})
    const [answer] = await errand.rim().runner.read([call], token, options)
    if (!answer) throw new RunProblem('unexpected')
    const problem = problemOfAnswer(answer, evidence.read.scopes, token.scopes)
    if (problem) throw problem
    baseline ??= baselineOf(errand, answer)
    return {
      // Of a run that is older than what was read, only what was read.
      since: Date.parse(baseline) < Date.parse(from) ? from : baseline,
      events: auditEvents(evidence, answer.body, baseline),
      requestId: answer.requestId,
      readAt: answer.date ?? toIso(clock.now()),
    }
  }
}

// Without a baseline the run's start is one, moved to Graph's clock as far as its answer tells it; of a run from a file,
// which could name any start, the moment it was opened here.
function baselineOf({state, clock}: Errand, answer: GraphAnswer): string {
  const {baseline, started, imported} = state()
  if (baseline !== null) return baseline
  const skew = answer.date === null ? 0 : Date.parse(answer.date) - clock.now()
  const began = imported ?? started
  return toIso((began ? Date.parse(began.at) : clock.now()) + skew)
}

async function record({append, step}: Errand, found: Found, stopped: boolean): Promise<void> {
  await append([{type: 'evidence-searched', step: step.id, ...found, stopped}])
}
