// What the operator declares: events of one act each. No request, no window.
import type {PortalVisit} from '../model/action.ts'
import type {PageModel} from '../model/page.ts'
import type {Attribution, OutputVerdict, RunEvent, RunEventBody} from '../model/run.ts'
import type {Announcement} from './announcement.ts'
import {isReason, maySkip, restsOn} from './blocks.ts'
import {contextOf} from './card-context.ts'
import type {Declared, RunController} from './controller.ts'
import {isInput, requestsOn} from './inputs.ts'
import type {LiveStep} from './live.ts'
import type {Make} from './log.ts'
import {own} from './own.ts'
import type {Clock} from './ports.ts'
import {stepOf, type RunState} from './run.ts'
import {saysOfOutput} from './says.ts'
import type {SessionView} from './session.ts'

/** What an act needs to know and do. */
export interface ActRun {
  readonly model: PageModel
  readonly clock: Clock
  readonly session: () => SessionView
  readonly live: (step: string) => LiveStep | undefined
  /** Starts a run where none is open. Returns what was kept: nothing where there was nothing to say, or no room. */
  readonly append: (make: Make) => Promise<readonly RunEvent[]>
  readonly announce: (announcement: Announcement) => void
  /** Asked at the press: gives the way to ask later whether the page still shows the run of then. */
  readonly here: () => () => boolean
  /** The operator's name as this browser remembers it; empty or null: none. */
  readonly rememberedName: () => string | null
}

/** The acts that only write into the record. */
export type Acts = Pick<
  RunController,
  | 'tick'
  | 'untick'
  | 'skip'
  | 'unskip'
  | 'note'
  | 'paste'
  | 'report'
  | 'reportPilot'
  | 'tickBox'
  | 'untickBox'
  | 'save'
  | 'withdrawSave'
  | 'openPortal'
  | 'answer'
  | 'removeForest'
  | 'setContext'
  | 'nameOperator'
  | 'setInput'
  | 'keepApproval'
>

const longestNote = 4000
const longestField = 500

/** The acts of one page. What was not kept is not announced either. */
export function createActs(run: ActRun): Acts {
  const {model, clock, session, live, append, announce, here, rememberedName} = run

  /** Who it is: the account that is signed in now, else the name typed once, else this browser. */
  function attribution({operator}: RunState, declared: Declared = {}): Attribution {
    const {account: shown, current} = session()
    const account = current ? shown : null
    const enteredBy = account?.name ?? operator
    const by = short(declared.by ?? '') || enteredBy
    return {by, enteredBy, source: account ? 'account' : operator === null ? 'browser' : 'typed'}
  }

  const write = (body: RunEventBody) => append(() => [body]).then(() => undefined)

  /** The same events after the name that this browser remembers, where the run knows nobody yet. */
  function named(make: Make): Make {
    return state => {
      const {account, current} = session()
      const name = short(rememberedName() ?? '').trim()
      if (name === '' || state.operator !== null || (current && account)) return make(state)
      const bodies = make({...state, operator: name})
      return bodies.length > 0 ? [{type: 'operator-named', name}, ...bodies] : []
    }
  }

  /** Writes what `make` gives in one go, and says `spoken` of each event that was kept, to whoever still looks at it. */
  async function declare<Body extends RunEventBody>(
    make: (state: RunState) => readonly Body[],
    spoken: (body: Body) => Announcement,
  ): Promise<boolean> {
    const isHere = here()
    const written = await append(named(make))
    const kept = written.filter(({type}) => type !== 'operator-named') as readonly (RunEvent & Body)[]
    if (isHere()) kept.forEach(event => announce(spoken(event)))
    return kept.length > 0
  }

  function done(step: string, {by}: Attribution): Announcement {
    return {id: 'marked-done', step, by, assertive: false}
  }

  function reported(step: string, {by}: Attribution): Announcement {
    return {id: 'reported', step, by, assertive: false}
  }

  function withdrawn(state: RunState, visit: PortalVisit): readonly Withdrawal[] {
    const steps = savedBy(visit).filter(step => stepOf(state, step).saved)
    if (steps.length === 0) return []
    return [{type: 'save-withdrawn', visit: visit.id, steps, attribution: attribution(state)}]
  }

  return {
    tick: async (step, declared) => {
      await declare(
        state => [{type: 'step-ticked', step, attribution: attribution(state, declared)} as const],
        event => done(step, event.attribution),
      )
    },
    untick: async step => {
      await declare(
        state => [{type: 'step-unticked', step, attribution: attribution(state)}],
        () => ({id: 'unticked', step, assertive: false}),
      )
    },
    skip: async (step, reason) => {
      const said = reason.trim().slice(0, longestNote)
      const bound = model.steps.find(({id}) => id === step)
      if (!isReason(said) || !bound) return false
      const later = model.steps.filter(each => restsOn(each, model).includes(step)).map(({id}) => id)
      return declare(
        state => {
          const who = attribution(state)
          const context = contextOf(bound, {model, state, session: session()}, live(step))
          return maySkip(context)
            ? [{type: 'step-skipped', step, reason: said, attribution: who} as const]
            : []
        },
        () => ({id: 'skipped', step, later, assertive: false}),
      )
    },
    unskip: async step => {
      await declare(
        state =>
          stepOf(state, step).skipped
            ? [{type: 'step-unskipped', step, attribution: attribution(state)}]
            : [],
        () => ({id: 'unskipped', step, assertive: false}),
      )
    },
    note: (step, note) => write({type: 'step-noted', step, note: note.slice(0, longestNote)}),
    paste: async (step, text) => {
      const verify = model.steps.find(({id}) => id === step)?.verify
      if (!verify) return
      const now = clock.now()
      const isHere = here()
      const {outputToKeep} = await import('./output.ts')
      // What was pasted for one run says nothing of another.
      if (!isHere()) {
        announce({id: 'not-recorded', step, assertive: false})
        return
      }
      const judgement = outputToKeep(verify, text, now)
      await declare(
        state => [{type: 'output-judged', step, ...judgement, attribution: attribution(state)} as const],
        ({short = null}) => ({
          id: saidAs[judgement.verdict],
          step,
          says: saysOfOutput(verify, {verdict: judgement.verdict, short}),
          assertive: false,
        }),
      )
    },
    report: async (step, report, declared) => {
      await declare(
        state => [
          {type: 'output-reported', step, report, attribution: attribution(state, declared)} as const,
        ],
        event => reported(step, event.attribution),
      )
    },
    reportPilot: async (step, eventId, seenAt, declared) => {
      await declare(
        state => {
          const who = attribution(state, declared)
          return [{type: 'pilot-reported', step, eventId, seenAt, attribution: who} as const]
        },
        event => reported(step, event.attribution),
      )
    },
    tickBox: async (step, declared) => {
      await declare(
        state => [{type: 'box-ticked', step, attribution: attribution(state, declared)}],
        () => ({id: 'ticked-not-saved', step, assertive: false}),
      )
    },
    untickBox: async step => {
      const visit = model.visits.find(({boxes}) => boxes.includes(step))
      await declare(
        state => {
          const unticked = {type: 'box-unticked', step, attribution: attribution(state)} as const
          return visit ? [...withdrawn(state, visit), unticked] : [unticked]
        },
        event =>
          event.type === 'box-unticked' ? {id: 'box-unticked', step, assertive: false} : takenBack(event),
      )
    },
    save: async (id, declared) => {
      const visit = model.visits.find(candidate => candidate.id === id)
      if (!visit) return false
      const steps = savedBy(visit)
      let missing: readonly string[] = []
      const saved = await declare(
        state => {
          missing = visit.boxes.filter(box => !stepOf(state, box).box)
          const who = attribution(state, declared)
          return missing.length > 0 ? [] : [{type: 'saved', visit: id, steps, attribution: who} as const]
        },
        ({attribution: {by}}) => ({id: 'saved', steps, by, assertive: false}),
      )
      if (missing.length > 0) announce({id: 'save-blocked', steps: missing, assertive: false})
      return saved
    },
    withdrawSave: async id => {
      const visit = model.visits.find(candidate => candidate.id === id)
      if (visit) await declare(state => withdrawn(state, visit), takenBack)
    },
    openPortal: step => write({type: 'portal-opened', step}),
    answer: (question, options, forest) => {
      const answer = {type: 'answer-given', question, options: options.map(short)} as const
      return write(forest === undefined ? answer : {...answer, forest: short(forest)})
    },
    removeForest: (question, forest) => write({type: 'forest-removed', question, forest: short(forest)}),
    setContext: ({ticket, changeWindow, server, forest}) =>
      write({
        type: 'context-set',
        ticket: short(ticket),
        changeWindow: short(changeWindow),
        server: short(server),
        forest: short(forest),
      }),
    setInput: async (id, value, shown = value) => {
      const input = model.inputs.find(each => each.id === id)
      if (!input || !isInput(input.kind, value)) return false
      const text = short(shown)
      let locking: readonly string[] = []
      await declare(
        state => {
          const isNew = own(state.inputs, id)?.value !== value
          locking = isNew ? requestsOn(id, model, state) : []
          if (!isNew || locking.length > 0) return []
          return [{type: 'input-set', input: id, value, shown: text} as const]
        },
        () => ({id: 'input-set', input: id, shown: text, assertive: false}),
      )
      if (locking.length > 0) announce({id: 'input-locked', input: id, shown: text, assertive: false})
      return locking.length === 0
    },
    keepApproval: async plan => {
      const {barOfKeeping} = await import('./plan-file.ts')
      const {approval, checkedAt, sha256} = plan
      const bar = barOfKeeping(plan, session())
      if (bar !== null || approval === null) return bar
      const {approver, approvedAt} = approval
      const isKept = await declare(
        () => [{type: 'plan-approved', approver, approvedAt, checkedAt, sha256}],
        () => ({id: 'plan-approved', name: approver.name, assertive: false}),
      )
      return isKept ? null : 'not-kept'
    },
    nameOperator: name => write({type: 'operator-named', name: short(name).trim()}),
  }
}

type Withdrawal = Extract<RunEventBody, {readonly type: 'save-withdrawn'}>

function takenBack({steps}: Withdrawal): Announcement {
  return {id: 'save-withdrawn', steps, assertive: false}
}

/** The steps that one Save declares done: its boxes and the saving itself. */
function savedBy(visit: PortalVisit): readonly string[] {
  return [...new Set([...visit.boxes, visit.save])]
}

function short(text: string): string {
  return text.slice(0, longestField)
}

const saidAs = {
  confirmed: 'output-confirmed',
  contradicted: 'output-disagrees',
  inconclusive: 'output-inconclusive',
  'too-old': 'output-too-old',
  'not-understood': 'output-not-understood',
} as const satisfies Record<OutputVerdict, string>
