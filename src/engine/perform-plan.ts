// A plan, performed: who it is, what may be read already, what the rest needs. It reads and never changes anything.
import type {ProblemCode} from '../model/run.ts'
import type {CardState} from './card.ts'
import type {OpenRun} from './errand.ts'
import type {PlanErrand} from './note-plan.ts'
import {
  batchesOf,
  planCounts,
  planLimits,
  readingKey,
  readingsOf,
  scopesOfReadings,
  type PlanReading,
} from './plan.ts'
import {isPlanning, noPlan, type PlanPhase, type PlanProgress} from './plan-progress.ts'
import type {Asking, SendOptions, Token} from './ports.ts'
import {missingScopes, RunProblem, toProblem} from './problem.ts'
import type {Rim} from './rim.ts'
import {noteSession} from './sign-in.ts'
import {spokenProblem} from './spoken-problem.ts'
import {toIso} from './time.ts'

/** What a plan sees of the run and may do to it. */
export interface PlanRun {
  readonly open: OpenRun
  readonly cards: () => Readonly<Record<string, CardState>>
  /** Something changed that the page shows. */
  readonly changed: () => void
}

/** The plan of one open run. */
export interface Plan {
  readonly progress: () => PlanProgress
  /**
   * One press. `atOnce`: straight from a person's gesture, so that a window may open; where one is open already, it is
   * taken for closed, and asked for again.
   */
  readonly check: (press: {readonly atOnce: boolean}) => Promise<void>
  /** Asks by leaving the page, where the browser opened no window. */
  readonly leave: () => Promise<void>
  /** Stops what goes on, or takes back what was to be asked. */
  readonly stop: () => void
}

/** What one plan has read and learnt so far, over its presses. */
interface Round {
  readonly read: Set<string>
  batches: number
  /** Scopes of the last token. */
  carried: readonly string[]
}

/** A plan for an open run. Call `check` straight from the gesture: sign-in opens a window at once. */
export function createPlan({open: run, cards, changed}: PlanRun): Plan {
  let progress = noPlan
  let flight: AbortController | null = null
  let round: Round = {read: new Set(), batches: 0, carried: []}
  // A claims challenge waiting for a person. It goes to the token source and is never shown or kept.
  let challenge: {readonly claims: string; readonly scopes: readonly string[]} | null = null
  let greeting = false

  function show(next: Partial<PlanProgress>): void {
    progress = {...progress, ...next}
    changed()
  }

  /** One thing at a time. What went wrong is said, unless something else took its place meanwhile. */
  async function attempt(act: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const mine = new AbortController()
    flight = mine
    try {
      await act(mine.signal)
    } catch (thrown) {
      if (flight === mine) await fail(toProblem(thrown))
    } finally {
      if (flight === mine) {
        flight = null
        show(isPlanning(progress) ? {phase: {id: 'idle'}} : {})
      }
    }
  }

  async function check({atOnce}: {readonly atOnce: boolean}): Promise<void> {
    if (flight && !closeWindow(flight)) return
    await attempt(async signal => {
      const leaving = run.leaving()
      if (leaving) await untilGone(leaving)
      const here = run.rim()
      const rim = here ?? (await load(signal))
      const due = dueOf(rim)
      if (due === null || run.mode() === 'practice' || (atOnce && here)) return perform(rim, due, signal)
      if (progress.phase.id !== 'asks') show({phase: {id: 'press-again'}})
      run.announce({id: 'press-again', assertive: false})
    })
  }

  /** A window that the person has closed, which nobody tells the page: the same will be asked again. */
  function closeWindow(before: AbortController): boolean {
    const {phase} = progress
    if (phase.id !== 'signing-in' && phase.id !== 'consenting') return false
    flight = null
    before.abort(new RunProblem('stopped'))
    show({phase: asksAgain(phase)})
    return true
  }

  /** What is pressed while somebody signs out is never done with the account that leaves. */
  async function untilGone(leaving: Promise<void>): Promise<void> {
    if (run.mode() !== 'practice') throw new RunProblem('interaction-in-progress')
    await leaving
  }

  async function load(signal: AbortSignal): Promise<Rim> {
    if (progress.phase.id !== 'asks') show({phase: {id: 'preparing'}})
    run.announce({id: 'preparing', assertive: false})
    const rim = await run.loadRim()
    // What was left or stopped meanwhile asks for no press.
    signal.throwIfAborted()
    if (run.mode() === 'unsigned') throw new RunProblem('stopped')
    return rim
  }

  /** What a person has to be asked now; null: nothing. */
  function dueOf(rim: Rim): Asking | null {
    const {phase} = progress
    if (rim.tokens.signedIn() === null) return {kind: 'sign-in', scopes: []}
    if (challenge) return {kind: 'consent', scopes: challenge.scopes}
    return phase.id === 'asks' ? {kind: phase.kind, scopes: phase.scopes} : null
  }

  async function perform(rim: Rim, due: Asking | null, signal: AbortSignal): Promise<void> {
    const isSecond = due?.kind === 'consent' && challenge === null
    if (!isSecond) round = {read: new Set(), batches: 0, carried: []}
    // Nothing may be awaited before a person is asked: the browser would block the window.
    const consented = due ? await ask(due, rim, signal) : null
    challenge = null
    show({phase: {id: 'reading'}, problem: null, requests: round.batches})
    const session = await noteSession(run, rim)
    if (session === 'other-tenant') throw new RunProblem('tenant-changed')
    greeting ||= session === 'new'

    const {inputs} = run.state()
    const waiting = readingsOf(run.model, inputs).filter(reading => !round.read.has(readingKey(reading)))
    const token = consented ?? (await grantedToken(rim, scopesOfReadings(waiting), signal))
    round.carried = token?.scopes ?? []
    const lacking = waiting.filter(({scopes}) => missingScopes(scopes, round.carried).length > 0)
    const able = waiting.filter(reading => !lacking.includes(reading))
    const room = planLimits.batches - round.batches - (lacking.length > 0 && !isSecond ? 1 : 0)
    if (token) await readAll(able, room, {rim, token, inputs, options: {signal, onWait}})
    const asked = missingScopes(scopesOfReadings(lacking), round.carried)
    if (isSecond && asked.length > 0) await refuse(lacking, new RunProblem('consent-required'))
    end(isSecond ? [] : asked)
  }

  function ask({kind, scopes}: Asking, rim: Rim, signal: AbortSignal): Promise<Token | null> {
    show({phase: kind === 'consent' ? {id: 'consenting', scopes} : {id: 'signing-in'}, problem: null})
    return kind === 'consent'
      ? rim.tokens.consent(scopes, signal, challenge?.claims)
      : rim.tokens.signIn([], signal).then(() => null)
  }

  async function readAll(
    readings: readonly PlanReading[],
    room: number,
    errand: Omit<PlanErrand, 'run'>,
  ): Promise<void> {
    const {rim, token, options} = errand
    const account = rim.tokens.signedIn()?.account.objectId ?? ''
    const batches = batchesOf(readings, {account, batches: room})
    const steps = new Set(batches.flatMap(batch => batch.readings.map(({step}) => step.id)))
    if (steps.size > 0) run.announce({id: 'plan-running', count: steps.size, assertive: false})
    for (const batch of batches) {
      const answers = await rim.runner.read(batch.calls, token, options)
      options.signal.throwIfAborted()
      round.batches += 1
      await (await judgement()).noteBatch({...errand, run}, batch, answers)
      batch.readings.forEach(reading => round.read.add(readingKey(reading)))
      const dated = answers.map(({date}) => date).filter(date => date !== null)
      show({checkedAt: dated.at(-1) ?? toIso(run.clock.now()), requests: round.batches})
    }
  }

  /** Says once who signed in: as late as possible, because only Graph knows the tenant's name. */
  function greet(): void {
    const {account, tenant} = run.state()
    if (greeting && account && tenant) run.announce({id: 'signed-in', account, tenant, assertive: false})
    greeting = false
  }

  /** One summary, and what the rest needs. */
  function end(asked: readonly string[]): void {
    greet()
    show({phase: asked.length > 0 ? {id: 'asks', kind: 'consent', scopes: asked} : {id: 'idle'}})
    const counts = planCounts(run.model.steps, cards())
    run.announce({id: 'plan-done', counts, scopes: asked, assertive: false})
  }

  async function fail(problem: RunProblem): Promise<void> {
    const {phase} = progress
    const {code, claims} = problem
    greet()
    if (code === 'stopped') {
      run.announce({id: 'plan-stopped', assertive: false})
      return
    }
    // A claims challenge is a sign-in once more, with the claims; a new press asks for it.
    if (asksPerson.includes(code) || claims !== null) {
      challenge = claims === null ? null : {claims, scopes: neededOf(round.carried)}
      show({phase: {id: 'asks', kind: 'sign-in', scopes: []}, problem: problem.toRecord()})
      run.announce({id: 'sign-in-required', step: null, assertive: false})
      return
    }
    if (phase.id === 'consenting' && !challenge && refusals.includes(code)) {
      const waiting = readingsOf(run.model, run.state().inputs)
      const lacking = waiting.filter(({scopes}) => missingScopes(scopes, round.carried).length > 0)
      await refuse(lacking, problem)
      show({problem: {...problem.toRecord(), scopes: [...phase.scopes]}})
      end([])
      return
    }
    show({phase: isWindow(phase) ? asksAgain(phase) : {id: 'idle'}, problem: problem.toRecord()})
    run.announce(spokenProblem(null, problem.toRecord(), run.state().tenantConflict))
  }

  async function refuse(readings: readonly PlanReading[], problem: RunProblem): Promise<void> {
    await (await judgement()).noteRefusal(run, readings, round.carried, problem)
  }

  /** Those of the scopes that the plan needs: no more is asked for. */
  function neededOf(scopes: readonly string[]): readonly string[] {
    const needed = scopesOfReadings(readingsOf(run.model, run.state().inputs))
    return needed.filter(scope => missingScopes([scope], scopes).length === 0)
  }

  const onWait: SendOptions['onWait'] = wait => {
    if (wait) {
      const {until} = wait
      if (progress.phase.id !== 'throttled')
        run.announce({id: 'throttled', step: null, until, assertive: false})
      show({phase: {id: 'throttled', until}})
    } else if (progress.phase.id === 'throttled') {
      show({phase: {id: 'reading'}})
      run.announce({id: 'resumed', step: null, assertive: false})
    }
  }

  return {
    progress: () => progress,
    check,
    leave: async () => {
      const rim = run.rim()
      const due = rim && dueOf(rim)
      if (!rim || !due || flight) return
      await attempt(async signal => {
        const {kind, scopes} = due
        show({phase: kind === 'consent' ? {id: 'consenting', scopes} : {id: 'signing-in'}})
        const ask = () => rim.tokens.leave(due, signal, challenge?.claims)
        await run.leave({...due, step: null, press: null}, ask)
      })
    },
    stop: () => {
      if (flight) flight.abort(new RunProblem('stopped'))
      else show({phase: {id: 'idle'}})
    },
  }
}

// JMESPath and the judgement are needed after the first token only.
const judgement = () => import('./note-plan.ts')

/** A press once more asks the person, who can put it right. */
const asksPerson: readonly ProblemCode[] = ['sign-in-required', 'second-factor-required']

/** The permissions were not given. */
const refusals: readonly ProblemCode[] = ['consent-declined', 'admin-consent-required', 'consent-required']

/** A token without asking anybody, and with it all that was ever granted; null where none of these scopes was. */
async function grantedToken(
  {tokens}: Rim,
  scopes: readonly string[],
  signal: AbortSignal,
): Promise<Token | null> {
  for (const scope of scopes) {
    try {
      return await tokens.token([scope], signal)
    } catch (thrown) {
      const problem = toProblem(thrown)
      if (problem.claims !== null || !refusals.includes(problem.code)) throw problem
    }
  }
  return null
}

type Window = Extract<PlanPhase, {readonly id: 'signing-in' | 'consenting'}>

function isWindow(phase: PlanPhase): phase is Window {
  return phase.id === 'signing-in' || phase.id === 'consenting'
}

function asksAgain(phase: Window): PlanPhase {
  return phase.id === 'consenting'
    ? {id: 'asks', kind: 'consent', scopes: phase.scopes}
    : {id: 'asks', kind: 'sign-in', scopes: []}
}
