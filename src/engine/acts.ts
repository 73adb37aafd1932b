// What the operator declares: events of one act each. No request, no window.
import type {PortalVisit} from '../model/action.ts'
import type {PageModel} from '../model/page.ts'
import type {Attribution, RunEventBody} from '../model/run.ts'
import type {Announcement} from './announcement.ts'
import type {Declared, RunController} from './controller.ts'
import {stepOf, type RunState} from './run.ts'
import type {SessionView} from './session.ts'

/** What an act needs to know and do. */
interface ActStage {
  readonly model: PageModel
  readonly state: () => RunState
  readonly session: () => SessionView
  /** Starts a run where none is open. */
  readonly append: (events: readonly RunEventBody[]) => Promise<void>
  readonly announce: (announcement: Announcement) => void
}

/** The acts that only write into the record. */
export type Acts = Pick<
  RunController,
  | 'tick'
  | 'untick'
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
  | 'setContext'
  | 'nameOperator'
>

const longestNote = 4000
const longestField = 500

/** The acts of one page. */
export function createActs({model, state, session, append, announce}: ActStage): Acts {
  /** Who it is: the account that is signed in now, else the name typed once, else this browser. */
  function attribution(declared: Declared = {}): Attribution {
    const {account: shown, current} = session()
    const account = current ? shown : null
    const {operator} = state()
    const enteredBy = account?.name ?? operator
    const by = short(declared.by ?? '') || enteredBy
    return {by, enteredBy, source: account ? 'account' : operator === null ? 'browser' : 'typed'}
  }

  async function withdraw(visit: PortalVisit): Promise<void> {
    const steps = savedBy(visit).filter(step => stepOf(state(), step).saved)
    if (steps.length === 0) return
    await append([{type: 'save-withdrawn', visit: visit.id, steps, attribution: attribution()}])
    announce({id: 'save-withdrawn', steps, assertive: false})
  }

  return {
    tick: async (step, declared) => {
      const who = attribution(declared)
      await append([{type: 'step-ticked', step, attribution: who}])
      announce({id: 'marked-done', step, by: who.by, assertive: false})
    },
    untick: async step => {
      await append([{type: 'step-unticked', step, attribution: attribution()}])
      announce({id: 'unticked', step, assertive: false})
    },
    note: (step, note) => append([{type: 'step-noted', step, note: note.slice(0, longestNote)}]),
    paste: async (step, text) => {
      const verify = model.steps.find(({id}) => id === step)?.verify
      if (!verify) return
      const {judgeOutput} = await import('./output.ts')
      const judgement = judgeOutput(verify, text)
      await append([{type: 'output-judged', step, ...judgement, attribution: attribution()}])
      announce({step, assertive: false, ...spoken(judgement.verdict, verify.says)})
    },
    report: async (step, report, declared) => {
      const who = attribution(declared)
      await append([{type: 'output-reported', step, report, attribution: who}])
      announce({id: 'marked-done', step, by: who.by, assertive: false})
    },
    reportPilot: async (step, eventId, seenAt, declared) => {
      const who = attribution(declared)
      await append([{type: 'pilot-reported', step, eventId, seenAt, attribution: who}])
      announce({id: 'marked-done', step, by: who.by, assertive: false})
    },
    tickBox: async (step, declared) => {
      await append([{type: 'box-ticked', step, attribution: attribution(declared)}])
      announce({id: 'ticked-not-saved', step, assertive: false})
    },
    untickBox: async step => {
      const visit = model.visits.find(({boxes}) => boxes.includes(step))
      if (visit) await withdraw(visit)
      await append([{type: 'box-unticked', step, attribution: attribution()}])
      announce({id: 'box-unticked', step, assertive: false})
    },
    save: async (id, declared) => {
      const visit = model.visits.find(candidate => candidate.id === id)
      if (!visit) return false
      const unticked = visit.boxes.filter(box => !stepOf(state(), box).box)
      if (unticked.length > 0) {
        announce({id: 'save-blocked', steps: unticked, assertive: false})
        return false
      }
      const who = attribution(declared)
      const steps = savedBy(visit)
      await append([{type: 'saved', visit: id, steps, attribution: who}])
      announce({id: 'saved', steps, by: who.by, assertive: false})
      return true
    },
    withdrawSave: async id => {
      const visit = model.visits.find(candidate => candidate.id === id)
      if (visit) await withdraw(visit)
    },
    openPortal: step => append([{type: 'portal-opened', step}]),
    answer: (question, options) => append([{type: 'answer-given', question, options: options.map(short)}]),
    setContext: ({ticket, changeWindow, server, forest}) =>
      append([
        {
          type: 'context-set',
          ticket: short(ticket),
          changeWindow: short(changeWindow),
          server: short(server),
          forest: short(forest),
        },
      ]),
    nameOperator: name => append([{type: 'operator-named', name: short(name).trim()}]),
  }
}

/** The steps that one Save declares done: its boxes and the saving itself. */
function savedBy(visit: PortalVisit): readonly string[] {
  return [...new Set([...visit.boxes, visit.save])]
}

function short(text: string): string {
  return text.slice(0, longestField)
}

function spoken(
  verdict: 'confirmed' | 'contradicted' | 'not-understood',
  says: {readonly confirmed: string; readonly contradicted: string; readonly notUnderstood: string},
) {
  switch (verdict) {
    case 'confirmed':
      return {id: 'output-confirmed', says: says.confirmed} as const
    case 'contradicted':
      return {id: 'output-disagrees', says: says.contradicted} as const
    case 'not-understood':
      return {id: 'output-not-understood', says: says.notUnderstood} as const
  }
}
