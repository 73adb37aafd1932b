// Performs what a press asks for: a token, the reads, the judgement, the events. One thing at a time per step.
import type {AuditEvidence, BoundStep, GraphRead, ReadPress} from '../model/action.ts'
import type {PageModel} from '../model/page.ts'
import type {ProblemRecord, RunEventBody, RunMode, TenantRef} from '../model/run.ts'
import type {Announcement} from './announcement.ts'
import {scopesOf} from './card.ts'
import type {Rim} from './controller.ts'
import type {LiveStep} from './live.ts'
import type {Clock, SendOptions, Token} from './ports.ts'
import {missingScopes, RunProblem, toProblem} from './problem.ts'
import type {RunState} from './run.ts'
import {noteSession} from './sign-in.ts'

/** What the driver sees of the run and may do to it. */
export interface Stage {
  readonly model: PageModel
  readonly clock: Clock
  readonly mode: () => RunMode
  readonly state: () => RunState
  readonly live: (step: string) => LiveStep | undefined
  readonly setLive: (step: string, live: LiveStep | null) => void
  /** Starts a run where none is open. */
  readonly append: (events: readonly RunEventBody[]) => Promise<void>
  /** The heavy parts if they are loaded: only then a press may open a window. */
  readonly rim: () => Rim | null
  readonly loadRim: () => Promise<Rim>
  readonly announce: (announcement: Announcement) => void
}

/** What a task gets to work with once there is a token. */
export interface Errand extends Stage {
  readonly step: BoundStep
  /** Says who signed in, if that is new. */
  readonly greet: () => void
  readonly rim: () => Rim
  readonly token: Token
  readonly options: SendOptions
}

/** Presses of a page, performed. Call straight from the user's gesture: sign-in opens a window at once. */
interface Driver {
  readonly press: (step: BoundStep, press: ReadPress) => Promise<void>
  readonly search: (step: BoundStep, evidence: AuditEvidence) => Promise<void>
  readonly stop: (step: string) => void
  readonly stopAll: () => void
}

interface Task {
  readonly step: BoundStep
  /** Null: the search of the audit log. */
  readonly press: string | null
  readonly reads: readonly GraphRead[]
  readonly perform: (errand: Errand) => Promise<void>
}

interface Progress {
  /** A token was had and requests are being sent: what goes wrong now was said by Graph. */
  sending: boolean
  /** Somebody signed in and it was not said yet. */
  greeting: boolean
}

/** A driver for one page. */
export function createDriver(stage: Stage): Driver {
  const inTheAir = new Map<string, AbortController>()
  // Scopes of the last token: what the account has granted so far, as far as this page knows.
  let held: readonly string[] = []
  // Claims challenges waiting for a person. They go to the token source and are never shown or kept.
  const challenges = new Map<string, string>()

  async function begin(task: Task): Promise<void> {
    const {id} = task.step
    if (stage.mode() === 'unsigned' || inTheAir.has(id)) return
    const stopper = new AbortController()
    const progress: Progress = {sending: false, greeting: false}
    inTheAir.set(id, stopper)
    try {
      const rim = stage.rim() ?? (await load(task))
      if (rim) await perform(task, rim, stopper.signal, progress)
    } catch (thrown) {
      await fail(task, toProblem(thrown), progress)
    } finally {
      inTheAir.delete(id)
      if (isOver(stage.live(id))) stage.setLive(id, null)
    }
  }

  /** Null where a second press is needed, because the browser would block a window opened after waiting. */
  async function load({step, press}: Task): Promise<Rim | null> {
    stage.setLive(step.id, {phase: 'preparing', press})
    stage.announce({id: 'preparing', assertive: false})
    const rim = await stage.loadRim()
    if (stage.mode() === 'practice') return rim
    stage.setLive(step.id, {phase: 'press-again', press})
    stage.announce({id: 'press-again', assertive: false})
    return null
  }

  async function perform(task: Task, rim: Rim, signal: AbortSignal, progress: Progress): Promise<void> {
    const {step, press, reads} = task
    const scopes = scopesOf(reads)
    // Nothing may be awaited before a person is asked: the browser would block the window.
    const asking = askPerson(task, rim, scopes, signal)
    const consented = asking ? await asking : null
    const session = await noteSession(stage, rim)
    if (session === 'other-tenant') throw new RunProblem('tenant-changed')
    progress.greeting = session === 'new'
    stage.setLive(step.id, {phase: 'running', press})
    const token = consented ?? (await rim.tokens.token(scopes, signal))
    held = token.scopes
    stage.announce({id: 'running', step: step.id, press, assertive: false})
    progress.sending = true
    await task.perform({
      ...stage,
      step,
      token,
      rim: () => rim,
      greet: () => greet(progress),
      options: {signal, onWait: onWait(task)},
    })
    challenges.delete(step.id)
  }

  /** Asks for sign-in or consent where that is due; the token, if it came with the answer. Null: nothing to ask. */
  function askPerson(
    {step, press}: Task,
    rim: Rim,
    scopes: readonly string[],
    signal: AbortSignal,
  ): Promise<Token | null> | null {
    const live = stage.live(step.id)
    const due = live && 'problem' in live && live.press === press ? live.phase : null
    if (due === null) challenges.delete(step.id)
    const claims = challenges.get(step.id)
    if (due === 'consent-required' || claims !== undefined) {
      stage.setLive(step.id, {phase: 'consenting', press, scopes})
      return rim.tokens.consent(scopes, signal, claims)
    }
    if (due === 'sign-in-required' || rim.tokens.signedIn() === null) {
      stage.setLive(step.id, {phase: 'signing-in', press})
      held = []
      return rim.tokens.signIn(scopes, signal).then(() => null)
    }
    stage.setLive(step.id, {phase: 'running', press})
    return null
  }

  /** Says once who signed in: as late as possible, because only Graph knows the tenant's name. */
  function greet(progress: Progress): void {
    const {account, tenant} = stage.state()
    if (progress.greeting && account && tenant)
      stage.announce({id: 'signed-in', account, tenant, assertive: false})
    progress.greeting = false
  }

  async function fail({step, press, reads}: Task, problem: RunProblem, progress: Progress): Promise<void> {
    const {id} = step
    // What the account has granted already is not lacking, even where it was asked for once more.
    const lacking = missingScopes(problem.scopes, held)
    const record = {...problem.toRecord(), scopes: lacking.length > 0 ? lacking : problem.scopes}
    greet(progress)
    if (problem.code === 'stopped') {
      stage.announce({id: 'stopped', step: id, assertive: false})
      return
    }
    // A claims challenge is a sign-in once more, with the claims; a new press asks for it.
    if (problem.code === 'sign-in-required' || problem.claims !== null) {
      if (problem.claims !== null) challenges.set(id, problem.claims)
      stage.setLive(id, {phase: 'sign-in-required', press, problem: record})
      stage.announce({id: 'sign-in-required', step: id, assertive: false})
      return
    }
    // Refused by Graph in spite of the token: asking the person for the same token again would not help.
    if (problem.code === 'consent-required' && !progress.sending) {
      const asked = record.scopes.length > 0 ? record.scopes : scopesOf(reads)
      const scopes = missingScopes(asked, held)
      stage.setLive(id, {phase: 'consent-required', press, problem: {...record, scopes}})
      stage.announce({id: 'consent-required', step: id, scopes, assertive: false})
      return
    }
    challenges.delete(id)
    await stage.append([
      press === null
        ? {type: 'evidence-failed', step: id, problem: record}
        : {type: 'press-failed', step: id, press, problem: record},
    ])
    stage.announce(spoken(id, record, stage.state().tenantConflict))
  }

  function onWait({step, press}: Task): SendOptions['onWait'] {
    return wait => {
      if (wait) {
        const {until, fromHeader} = wait
        if (stage.live(step.id)?.phase !== 'throttled')
          stage.announce({id: 'throttled', step: step.id, until, assertive: false})
        stage.setLive(step.id, {phase: 'throttled', press, until, fromHeader})
      } else if (stage.live(step.id)?.phase === 'throttled') {
        stage.setLive(step.id, {phase: 'running', press})
        stage.announce({id: 'resumed', step: step.id, assertive: false})
      }
    }
  }

  // JMESPath and the judgement are needed after the first token only: a page that is read does not load them.
  return {
    press: (step, press) =>
      begin({
        step,
        press: press.id,
        reads: press.reads,
        perform: async errand => (await import('./read.ts')).readPress(errand, press),
      }),
    search: (step, evidence) =>
      begin({
        step,
        press: null,
        reads: [evidence.read],
        perform: async errand => (await import('./look.ts')).lookForEvidence(errand, evidence),
      }),
    stop: step => inTheAir.get(step)?.abort(new RunProblem('stopped')),
    stopAll: () => inTheAir.forEach(stopper => stopper.abort(new RunProblem('stopped'))),
  }
}

function isOver(live: LiveStep | undefined): boolean {
  return live !== undefined && !['press-again', 'sign-in-required', 'consent-required'].includes(live.phase)
}

function spoken(step: string, problem: ProblemRecord, conflict: TenantRef | null): Announcement {
  switch (problem.code) {
    case 'sign-in-cancelled':
    case 'consent-declined':
      return {id: problem.code, assertive: false}
    case 'tenant-changed':
      return conflict
        ? {id: 'tenant-changed', tenant: conflict, assertive: true}
        : {id: 'failed', step, problem, assertive: true}
    default:
      return {id: 'failed', step, problem, assertive: true}
  }
}
