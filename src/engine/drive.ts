// Performs what a press asks for: a token, the reads, the judgement, the events. One thing at a time per step.
import type {AuditEvidence, BoundStep, ReadPress} from '../model/action.ts'
import type {Change} from '../model/change.ts'
import type {ProblemCode} from '../model/run.ts'
import type {Away} from './away.ts'
import {basisOf, isAboutSame, type Basis} from './basis.ts'
import type {OpenRun} from './errand.ts'
import {isConfirmed} from './confirmation.ts'
import {openOperation} from './open-operation.ts'
import {isOver, stillAsks, type Proposal} from './live.ts'
import type {Asking, SendOptions, Token} from './ports.ts'
import {missingScopes, RunProblem, toProblem} from './problem.ts'
import {prepareRim} from './prepare.ts'
import type {Rim} from './rim.ts'
import {noteSession} from './sign-in.ts'
import {spokenProblem} from './spoken-problem.ts'
import {activatedTask, lookTask, pressTask, proposeTask, searchTask, sendTask, type Task} from './task.ts'

/** Presses of a page, performed. Call straight from the user's gesture: sign-in opens a window at once. */
export interface Driver {
  readonly press: (step: BoundStep, press: ReadPress) => Promise<void>
  readonly search: (step: BoundStep, evidence: AuditEvidence) => Promise<void>
  /** Reads the roles with a new token, and again for a while, until a needed one is active. */
  readonly activated: (step: BoundStep, press: ReadPress) => Promise<void>
  /** Reads how the properties of a step's change stand. */
  readonly look: (step: BoundStep) => Promise<void>
  /** Reads them once more and asks for the confirmation. */
  readonly propose: (step: BoundStep, undo: boolean) => Promise<void>
  /** Sends what was confirmed, once; with the name as it was typed, where the change asks for that. */
  readonly confirm: (step: BoundStep, typed: string) => Promise<void>
  /** Takes the question back. */
  readonly cancel: (step: string) => void
  /** Asks once more, at once, where the window of before was closed. */
  readonly askAgain: (step: string) => Promise<void>
  /** Asks by leaving the page, where the browser opened no window. */
  readonly leave: (step: BoundStep) => Promise<void>
  /** Goes on where the page was left; what was pressed waits for the next press. */
  readonly arrive: (step: BoundStep, away: Away) => Promise<void>
  readonly stop: (step: string) => void
  readonly stopAll: () => void
}

/** A task that is going on, and the way to stop it. */
interface Flight {
  readonly task: Task
  readonly stopper: AbortController
}

interface Progress {
  /** A token was had and requests are being sent: what goes wrong now was said by Graph. */
  sending: boolean
  /** Somebody signed in and it was not said yet. */
  greeting: boolean
}

/** A driver for one page. */
export function createDriver(run: OpenRun): Driver {
  const inTheAir = new Map<string, Flight>()
  // Scopes of the last token: what the account has granted so far, as far as this page knows.
  let held: readonly string[] = []
  // Claims challenges waiting for a person. They go to the token source and are never shown or kept.
  const challenges = new Map<string, string>()
  // What a person was asked to confirm: it stands while they are asked for a permission.
  const proposals = new Map<string, {readonly proposal: Proposal; isConfirmed: boolean}>()

  async function begin(task: Task): Promise<void> {
    // The step has the values of this moment in its calls.
    const basis = basisOf(task.step, run.model, run.state())
    await attempt(task, async ({signal}, progress) => {
      const leaving = run.leaving()
      if (leaving) await untilGone(leaving)
      const rim = run.rim() ?? (await prepareRim(run, {step: task.step.id, press: task.press}, signal))
      if (rim) await perform(task, rim, signal, {progress, basis})
    })
  }

  /** One thing at a time per step. What went wrong is said, unless something else took its place meanwhile. */
  async function attempt(
    task: Task,
    act: (stopper: AbortController, progress: Progress) => Promise<void>,
  ): Promise<void> {
    const {id} = task.step
    if (run.mode() === 'unsigned' || inTheAir.has(id)) return
    const flight = {task, stopper: new AbortController()}
    const progress: Progress = {sending: false, greeting: false}
    inTheAir.set(id, flight)
    try {
      await act(flight.stopper, progress)
    } catch (thrown) {
      if (inTheAir.get(id) === flight) await fail(task, toProblem(thrown), progress)
    } finally {
      if (inTheAir.get(id) === flight) {
        inTheAir.delete(id)
        if (isOver(run.live(id))) run.setLive(id, null)
      }
    }
  }

  function askAgain(step: string): Promise<void> {
    const flight = inTheAir.get(step)
    const live = run.live(step)
    if (!flight || (live?.phase !== 'signing-in' && live?.phase !== 'consenting')) return Promise.resolve()
    inTheAir.delete(step)
    flight.stopper.abort(new RunProblem('stopped'))
    const {press} = live
    const code = live.phase === 'consenting' ? 'consent-required' : 'sign-in-required'
    const scopes = live.phase === 'consenting' ? live.scopes : []
    run.setLive(step, {phase: code, press, problem: new RunProblem(code, {scopes}).toRecord()})
    return begin(flight.task)
  }

  async function leave(step: BoundStep): Promise<void> {
    const [live, rim] = [run.live(step.id), run.rim()]
    if (!rim || live === undefined || !('problem' in live)) return
    const task = taskOf(step, live.press)
    if (task === null) return
    const {press} = task
    const asked = live.problem.scopes.length > 0 ? live.problem.scopes : task.scopes
    const claims = challenges.get(step.id)
    await attempt(task, async ({signal}) => {
      const consents = live.phase === 'consent-required' || claims !== undefined
      const asking: Asking = {kind: consents ? 'consent' : 'sign-in', scopes: asked}
      run.setLive(
        step.id,
        consents ? {phase: 'consenting', press, scopes: asked} : {phase: 'signing-in', press},
      )
      await run.leave({...asking, step: step.id, press}, () => rim.tokens.leave(asking, signal, claims))
    })
  }

  async function arrive(step: BoundStep, {press, kind, scopes}: Away): Promise<void> {
    const task = taskOf(step, press)
    if (task === null) return
    await attempt(task, async ({signal}, progress) => {
      run.setLive(step.id, {phase: 'preparing', press})
      const rim = await run.loadRim()
      signal.throwIfAborted()
      rim.tokens.arrive({kind, scopes})
      await note(rim, progress)
      greet(progress)
      run.setLive(step.id, {phase: 'press-again', press})
      run.announce({id: 'press-again', assertive: false})
    })
  }

  /** Records who is signed in. Nothing goes on with an account of another tenant. */
  async function note(rim: Rim, progress: Progress): Promise<void> {
    const session = await noteSession(run, rim)
    if (session === 'other-tenant') throw new RunProblem('tenant-changed')
    progress.greeting = session === 'new'
  }

  /** What is pressed while somebody signs out is never done with the account that leaves. */
  async function untilGone(leaving: Promise<void>): Promise<void> {
    // Elsewhere than in practice it has a window of its own, and no second one may open after waiting.
    if (run.mode() !== 'practice') throw new RunProblem('interaction-in-progress')
    await leaving
  }

  async function perform(
    task: Task,
    rim: Rim,
    signal: AbortSignal,
    {progress, basis}: {readonly progress: Progress; readonly basis: Basis},
  ): Promise<void> {
    const {step, press, scopes, fresh} = task
    // Nothing may be awaited before a person is asked: the browser would block the window.
    const asking = askPerson(task, rim, scopes, signal)
    const consented = asking ? await asking : null
    await note(rim, progress)
    run.setLive(step.id, {phase: 'running', press})
    const token = consented ?? (await rim.tokens.token(scopes, signal, undefined, {fresh: fresh === true}))
    held = token.scopes
    run.announce({id: 'running', step: step.id, press, assertive: false})
    progress.sending = true
    await task.perform({
      ...run,
      append: events => run.append(events, state => isAboutSame(basisOf(step, run.model, state), basis)),
      step,
      token,
      asked: asking !== null,
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
    const live = run.live(step.id)
    const due = live && 'problem' in live && live.press === press ? live.phase : null
    if (due === null) challenges.delete(step.id)
    const claims = challenges.get(step.id)
    if (due === 'consent-required' || claims !== undefined) {
      run.setLive(step.id, {phase: 'consenting', press, scopes})
      return rim.tokens.consent(scopes, signal, claims)
    }
    if (due === 'sign-in-required' || rim.tokens.signedIn() === null) {
      run.setLive(step.id, {phase: 'signing-in', press})
      held = []
      return rim.tokens.signIn(scopes, signal).then(() => null)
    }
    run.setLive(step.id, {phase: 'running', press})
    return null
  }

  /** Says once who signed in: as late as possible, because only Graph knows the tenant's name. */
  function greet(progress: Progress): void {
    const {account, tenant} = run.state()
    if (progress.greeting && account && tenant)
      run.announce({id: 'signed-in', account, tenant, assertive: false})
    progress.greeting = false
  }

  async function fail(
    {step, press, scopes: needed}: Task,
    problem: RunProblem,
    progress: Progress,
  ): Promise<void> {
    const {id} = step
    // What the account has granted already is not lacking, even where it was asked for once more.
    const lacking = missingScopes(problem.scopes, held)
    const record = {...problem.toRecord(), scopes: lacking.length > 0 ? lacking : problem.scopes}
    greet(progress)
    if (problem.code === 'stopped') {
      run.announce({id: 'stopped', step: id, assertive: false})
      return
    }
    const asking = run.live(id)
    if (
      problem.code === 'popup-blocked' &&
      asking &&
      (asking.phase === 'signing-in' || asking.phase === 'consenting')
    ) {
      const consents = asking.phase === 'consenting' && !challenges.has(id)
      const blocked = {...record, scopes: consents ? asking.scopes : []}
      run.setLive(id, {phase: consents ? 'consent-required' : 'sign-in-required', press, problem: blocked})
      run.announce({id: 'failed', step: id, problem: blocked, assertive: true})
      return
    }
    // A claims challenge is a sign-in once more, with the claims; a new press asks for it.
    if (asksPerson.includes(problem.code) || problem.claims !== null) {
      if (problem.claims !== null) challenges.set(id, problem.claims)
      run.setLive(id, {phase: 'sign-in-required', press, problem: record})
      run.announce({id: 'sign-in-required', step: id, assertive: false})
      return
    }
    // Refused by Graph in spite of the token: asking the person for the same token again would not help.
    if (problem.code === 'consent-required' && !progress.sending) {
      const asked = record.scopes.length > 0 ? record.scopes : needed
      const scopes = missingScopes(asked, held)
      run.setLive(id, {phase: 'consent-required', press, problem: {...record, scopes}})
      run.announce({id: 'consent-required', step: id, scopes, assertive: false})
      return
    }
    challenges.delete(id)
    await run.append([
      press === null
        ? {type: 'evidence-failed', step: id, problem: record}
        : {type: 'press-failed', step: id, press, problem: record},
    ])
    run.announce(spokenProblem(id, record, run.state().tenantConflict))
  }

  function onWait({step, press}: Task): SendOptions['onWait'] {
    return wait => {
      if (wait) {
        const {until, fromHeader} = wait
        if (run.live(step.id)?.phase !== 'throttled')
          run.announce({id: 'throttled', step: step.id, until, assertive: false})
        run.setLive(step.id, {phase: 'throttled', press, until, fromHeader})
      } else if (run.live(step.id)?.phase === 'throttled') {
        run.setLive(step.id, {phase: 'running', press})
        run.announce({id: 'resumed', step: step.id, assertive: false})
      }
    }
  }

  function taskOf(step: BoundStep, press: string | null): Task | null {
    const {change, evidence} = step
    if (press === null) return evidence ? searchTask(step, evidence) : null
    if (change && press === 'change') return look(step, change)
    if (change && press === 'send') {
      const asked = proposals.get(step.id)
      // The page was left, and with it what was confirmed: it is looked at once more.
      return asked?.isConfirmed ? sendTask(step, change, asked.proposal) : look(step, change)
    }
    const found = step.presses.find(({id}) => id === press)
    return found ? pressTask(step, found) : null
  }

  function look(step: BoundStep, change: Change): Task {
    return lookTask(step, change, openOperation({state: run.state, step}, change) !== null)
  }

  async function propose(step: BoundStep, undo: boolean): Promise<void> {
    proposals.delete(step.id)
    if (!step.change) return
    await begin(proposeTask(step, step.change, undo))
    const live = run.live(step.id)
    if (live?.phase === 'confirming') proposals.set(step.id, {proposal: live.proposal, isConfirmed: false})
  }

  async function confirm(step: BoundStep, typed: string): Promise<void> {
    const asked = proposals.get(step.id)
    if (!step.change || !asked || inTheAir.has(step.id)) return
    const {proposal} = asked
    if (!asked.isConfirmed && !isConfirmed(step.change, proposal, typed, run.state())) return
    asked.isConfirmed = true
    await begin(sendTask(step, step.change, proposal))
    // Confirmed once is for one request: what is asked of a person meanwhile leaves it standing.
    if (proposals.get(step.id) === asked && !stillAsks(run.live(step.id)) && !inTheAir.has(step.id))
      proposals.delete(step.id)
  }

  return {
    press: (step, press) => {
      proposals.delete(step.id)
      return begin(pressTask(step, press))
    },
    search: (step, evidence) => begin(searchTask(step, evidence)),
    activated: (step, press) => begin(activatedTask(step, press)),
    look: async step => {
      proposals.delete(step.id)
      if (step.change) await begin(look(step, step.change))
    },
    propose,
    confirm,
    cancel: step => {
      const isAsked = proposals.delete(step) || run.live(step)?.press === 'send'
      if (!isAsked || inTheAir.has(step)) return
      run.setLive(step, null)
      run.announce({id: 'change-cancelled', step, assertive: false})
    },
    askAgain,
    leave,
    arrive,
    stop: step => inTheAir.get(step)?.stopper.abort(new RunProblem('stopped')),
    stopAll: () => {
      proposals.clear()
      challenges.clear()
      inTheAir.forEach(({stopper}) => stopper.abort(new RunProblem('stopped')))
    },
  }
}

/** A press once more asks the person, who can put it right. */
const asksPerson: readonly ProblemCode[] = ['sign-in-required', 'second-factor-required']
