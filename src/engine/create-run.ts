// A page's run put together: log, session, driver, bar and acts behind one snapshot.
import type {ProblemRecord, RunEvent, RunMode, RunRecord} from '../model/run.ts'
import type {Announcement} from './announcement.ts'
import type {Away} from './away.ts'
import {createBar} from './bar.ts'
import type {RunController, RunOptions, RunSnapshot} from './controller.ts'
import type {OpenRun} from './errand.ts'
import type {RunFile} from './imported.ts'
import {isInTheAir, type LiveStep} from './live.ts'
import {createLazyActs} from './lazy-acts.ts'
import {createDriverLoader} from './lazy-driver.ts'
import {createLog, type Make} from './log.ts'
import {omit, own, put} from './own.ts'
import {createPlanner} from './planner.ts'
import {createPresses} from './presses.ts'
import {RunProblem, toProblem} from './problem.ts'
import type {ImportRefusal} from './record.ts'
import {createRimLoader, type Rim, type Wanted} from './rim.ts'
import {emptyRun, replay, type RunState} from './run.ts'
import {sessionView, type SessionView} from './session.ts'
import {snapshotOf} from './snapshot.ts'

/** A controller for the run of one page. Nothing is loaded, sent or stored before it is asked to. */
export function createRun(options: RunOptions): RunController {
  const {model, store, clock} = options
  const listeners = new Set<() => void>()
  const ears = new Set<(announcement: Announcement) => void>()
  let chosen: {mode: RunMode; situation: string | null} = {mode: options.mode, situation: options.situation}
  let live: Readonly<Record<string, LiveStep>> = {}
  let secrets: Readonly<Record<string, string>> = {}
  let problem: ProblemRecord | null = null
  let snapshot: RunSnapshot | null = null
  let starting: Promise<string> | null = null
  let current: OpenRun | null = null
  let turn = 0

  const page = {articleHash: model.articleHash, build: options.build}
  const log = createLog(store, {clock, page, changed})
  const drivers = createDriverLoader()
  // Whoever may be asked in a window has a driver at once: there is nothing to wait for between a press and the window.
  const loadBoth = async (want: Wanted) => (await Promise.all([options.load(want), drivers.load()]))[0]
  const rims = createRimLoader(loadBoth, changed)
  let driver = drivers.of(openRun())
  const bar = createBar({
    state: log.state,
    mode,
    rim,
    loadRim,
    leave,
    announce,
    trouble,
    maySignIn: () => wanted() !== null,
    append: bodies => append(() => bodies).then(() => undefined),
    begun: () => {
      problem = null
      changed()
    },
    ended: changed,
  })
  const {
    acts,
    load: loadActs,
    inTurn,
  } = createLazyActs({
    model,
    clock,
    session,
    live: step => live[step],
    append,
    announce,
    here: () => {
      const then = turn
      return () => turn === then
    },
    rememberedName: options.rememberedName ?? (() => null),
    missing: cause => trouble(new RunProblem('not-recorded', {cause})),
  })
  const presses = createPresses(model, bar, {
    driver: () => driver,
    state: log.state,
    cards: () => getSnapshot().cards,
    announce,
    mayAsk: () => wanted() !== null && isFree(planner.isInTheAir()),
    maySend: step => isFree(Object.entries(live).some(([id, each]) => id !== step && isSending(each))),
    isGraph: () => mode() === 'graph',
  })
  const planner = createPlanner({
    open: () => current ?? openRun(),
    cards: () => getSnapshot().cards,
    changed,
    trouble,
    may: () => wanted() !== null && isFree(bar.isSigningIn() || Object.values(live).some(goesOn)),
  })
  const unwatch = store.watch(id => void follow(id))

  function changed(): void {
    snapshot = null
    listeners.forEach(listener => listener())
  }

  function announce(announcement: Announcement): void {
    ears.forEach(ear => ear(announcement))
  }

  function mode(): RunMode {
    return log.record() ? log.state().mode : chosen.mode
  }

  /** A run that somebody began with Graph elsewhere can be read here; a new one goes on without. */
  function possible(wish: RunMode): RunMode {
    return wish === 'graph' && !options.graph ? 'unsigned' : wish
  }

  function rim(): Rim | null {
    return rims.loaded(wanted())
  }

  function wanted(): Wanted | null {
    const now = mode()
    if (now === 'unsigned' || (now === 'graph' && !options.graph)) return null
    if (now === 'graph') return {mode: now, run: null, situation: null}
    return {
      mode: now,
      run: log.record()?.id ?? null,
      situation: log.state().started?.situation ?? chosen.situation,
    }
  }

  function session(): SessionView {
    const here = rim()
    return sessionView(model, log.state(), {
      build: options.build,
      mode: mode(),
      graph: options.graph,
      phase: here ? 'ready' : rims.isLoading(wanted()) ? 'preparing' : 'idle',
      signingIn:
        bar.isSigningIn() ||
        planner.progress().phase.id === 'signing-in' ||
        Object.values(live).some(({phase}) => phase === 'signing-in'),
      signedIn: here?.tokens.signedIn(),
      fresh: log.fresh(),
    })
  }

  function getSnapshot(): RunSnapshot {
    return (snapshot ??= snapshotOf(model, {
      record: log.record(),
      turn,
      state: log.state(),
      live,
      secrets,
      session: session(),
      plan: planner.progress(),
      problem,
      durable: store.durable,
    }))
  }

  /** The open run's id; without one, a run in the chosen mode is started, once. */
  function ensure(): Promise<string> {
    // What waits for the start is written before what comes after it.
    if (starting) return starting
    const open = log.record()
    if (open) return Promise.resolve(open.id)
    const begun = begin().finally(() => {
      if (starting === begun) starting = null
    })
    starting = begun
    return begun
  }

  async function begin(): Promise<string> {
    const id = options.newId()
    const {runbook, articleHash} = model
    const {build, locale} = options
    const situation = chosen.mode === 'practice' ? chosen.situation : null
    await kept(
      log.begin(id, {type: 'run-started', runbook, articleHash, build, locale, mode: chosen.mode, situation}),
    )
    return id
  }

  async function append(make: Make): Promise<readonly RunEvent[]> {
    // What has nothing to say starts no run.
    if (!log.record() && !starting && make(emptyRun).length === 0) return []
    const added = (await kept(log.append(await ensure(), make))) ?? []
    // What was shown once was shown to whoever was signed in then.
    if (added.some(({type}) => type === 'signed-in')) forgetSecrets()
    return added
  }

  /** Throws where the events are not in the store, or where a real run's store forgets them with the tab. */
  const keep: OpenRun['keep'] = async (bodies, still) => {
    try {
      if (mode() === 'graph' && !store.durable) throw new Error('The browser keeps nothing.')
      const added = await log.append(await ensure(), state => {
        if (!still(state)) throw new RunProblem('changed-since')
        return bodies
      })
      if (added.length === 0) throw new Error('The run was deleted.')
    } catch (cause) {
      throw cause instanceof RunProblem ? cause : new RunProblem('record-not-kept', {cause})
    }
  }

  /** One thing at a time: what waits for another is told so. */
  function isFree(isBusy: boolean): boolean {
    if (isBusy) announce({id: 'busy', assertive: false})
    return !isBusy
  }

  /** Never rejects: what could not be kept is the page's problem, shown apart from any step. */
  function kept<Written>(writing: Promise<Written>): Promise<Written | null> {
    return writing.catch((cause: unknown) => {
      trouble(new RunProblem('not-recorded', {cause}))
      return null
    })
  }

  function trouble(thrown: unknown): void {
    const {code} = toProblem(thrown)
    if (code === 'stopped') return
    problem = toProblem(thrown).toRecord()
    if (code === 'sign-in-cancelled' || code === 'consent-declined') announce({id: code, assertive: false})
    else announce({id: 'failed', step: null, problem, assertive: true})
    changed()
  }

  /** Leaves the open run: what was in the air is stopped and cannot touch the next one. */
  function show(record: RunRecord | null): void {
    turn += 1
    driver.stopAll()
    planner.close()
    bar.stop()
    driver = drivers.of(openRun())
    starting = null
    live = {}
    secrets = {}
    problem = null
    log.show(record)
  }

  async function follow(id: string): Promise<void> {
    const was = log.record()
    await log.follow(id)
    if (was && !log.record()) show(null)
  }

  function setSecret(step: string, secret: string | null): void {
    secrets = secret === null ? omit(secrets, step) : put(secrets, step, secret)
    changed()
  }

  function forgetSecrets(): void {
    secrets = {}
    changed()
  }

  /** What one driver sees; once the page has left its run, it changes nothing any more. */
  function openRun(): OpenRun {
    const isCurrent = () => current === mine
    const mine: OpenRun = {
      model,
      clock,
      mode,
      rim,
      state: log.state,
      live: step => live[step],
      setLive: (step, next) => {
        if (!isCurrent()) return
        const rest = Object.entries(live).filter(([id]) => id !== step)
        live = Object.fromEntries(next ? [...rest, [step, next]] : rest)
        changed()
      },
      append: async (bodies, still = () => true) => {
        if (!isCurrent()) return
        const refused: RunState[] = []
        await append(state => {
          if (still(state)) return bodies
          refused.push(state)
          return []
        })
        if (refused.length > 0) throw new RunProblem('stopped')
      },
      keep: async (bodies, still) => {
        if (!isCurrent()) throw new RunProblem('stopped')
        await keep(bodies, still)
      },
      newId: options.newId,
      newPassword: options.newPassword,
      setSecret: (step, secret) => {
        if (isCurrent()) setSecret(step, secret)
      },
      secret: step => own(secrets, step) ?? null,
      loadRim,
      announce: announcement => {
        if (isCurrent()) announce(announcement)
      },
      leaving: () => bar.leaving(),
      leave,
    }
    current = mine
    return mine
  }

  async function leave(away: Away, ask: () => Promise<never>): Promise<never> {
    const note = options.noteAway
    await store.open()
    if (!note || !store.durable || mode() === 'practice') throw new RunProblem('popup-blocked')
    // What is still being written is in the store before the page goes.
    if (away.step !== null) await ensure()
    await append(() => [])
    try {
      note(away)
      return await ask()
    } catch (thrown) {
      note(null)
      throw thrown
    }
  }

  async function loadRim(): Promise<Rim> {
    // The practice tenant belongs to its run.
    if (mode() === 'practice') await ensure()
    const want = wanted()
    if (!want) throw new RunProblem('stopped')
    return rims.load(want)
  }

  async function open(id: string): Promise<boolean> {
    const record = await store.load(id)
    if (!record || replay(record.events).started?.runbook !== model.runbook) return false
    show(record)
    chosen = {...chosen, mode: possible(log.state().mode)}
    const {cards, outdated} = getSnapshot()
    if (outdated) announce({id: 'out-of-date', count: outdated.steps.length, assertive: false})
    const old = Object.values(cards).flatMap(card => (card.id === 'not-read-since' ? [card.readAt] : []))
    const [since] = old.sort()
    if (since !== undefined) announce({id: 'not-read-since', count: old.length, since, assertive: false})
    return true
  }

  async function setMode(next: RunMode): Promise<void> {
    // A run that is being started is the open one.
    if (starting) await starting
    const now = mode()
    const wish = possible(next)
    if (next === now || wish === now) return
    chosen = {...chosen, mode: wish}
    if (!log.record() || wish === 'practice' || now === 'practice') show(null)
    else {
      driver.stopAll()
      planner.close()
      bar.stop()
      live = {}
      secrets = {}
      await append(() => [{type: 'mode-changed', mode: wish}])
    }
    announce({id: 'mode-changed', mode: wish, tenant: log.state().tenant, assertive: false})
  }

  async function takeIn(file: RunFile): Promise<{readonly id: string} | {readonly refused: ImportRefusal}> {
    const {importRun, markImported} = await import('./imported.ts')
    const imported = await importRun(file, model, clock.now())
    if ('refused' in imported) return imported
    const id = options.newId()
    // One write: a run without its mark would pass for this browser's own.
    await store.put(markImported(imported, id, clock))
    await open(id)
    return {id}
  }

  return {
    ...acts,
    paste: (step, text) => acts.paste(step, text).catch(trouble),
    getSnapshot,
    subscribe: listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    onAnnounce: ear => {
      ears.add(ear)
      return () => void ears.delete(ear)
    },
    prepareActs: () => void Promise.all([loadActs(), store.open()]).then(changed, () => undefined),
    prepare: () => {
      const want = wanted()
      if (want) planner.prepare()
      if (want && (want.mode === 'graph' || want.run !== null)) rims.load(want).catch(trouble)
    },
    start: (next, situation) =>
      inTurn(async () => {
        show(null)
        chosen = {mode: possible(next), situation}
        await ensure()
      }),
    open: id => inTurn(() => open(id)),
    setMode: next => inTurn(() => setMode(next)),
    ...presses,
    ...planner.acts,
    dismissSecret: step => setSecret(step, null),
    signOut: () => {
      // What was asked and confirmed was for the account that leaves.
      driver.stopAll()
      live = {}
      forgetSecrets()
      return presses.signOut()
    },
    exportFile: async () => {
      const record = log.record()
      return record ? (await import('./record.ts')).exportRecord(record) : null
    },
    importFile: file => kept(takeIn(file)),
    dispose: () => {
      driver.stopAll()
      planner.close()
      bar.stop()
      unwatch()
      listeners.clear()
      ears.clear()
    },
  }
}

/** A change of the tenant is on its way, or not seen yet. */
function isSending({phase}: LiveStep): boolean {
  return phase === 'sending' || phase === 'verifying'
}

/** A step is doing something, or asks a person to confirm it. */
function goesOn(live: LiveStep): boolean {
  return isInTheAir(live) || live.phase === 'confirming'
}
