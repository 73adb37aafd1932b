import type {BoundStep} from '../model/action.ts'
import type {Change} from '../model/change.ts'
import type {PageModel} from '../model/page.ts'
import {isByOther, outcomeOf, type ChangeOutcome} from './change.ts'
import type {Block, PressState} from './chip.ts'
import {recordOf, withInputs} from './inputs.ts'
import type {LiveStep} from './live.ts'
import type {Moment} from './moment.ts'
import {outdatedBy, type Outdated} from './outdated.ts'
import {pressState} from './press-state.ts'
import {isAsFileSays, type RunState} from './run.ts'
import type {SessionView} from './session.ts'
import type {StepRecord} from './step-record.ts'

/** A page, its run and who is there. */
export interface Shown {
  readonly model: PageModel
  readonly state: RunState
  readonly session: SessionView
}

/** What the state of a card depends on. */
export interface CardContext {
  readonly step: BoundStep
  readonly record: StepRecord
  readonly presses: readonly PressState[]
  /** What came of the step's change; null where it has none. */
  readonly change: ChangeOutcome | null
  /** It stood otherwise in this run, and nothing of ours changed it since. */
  readonly isByOther: boolean
  /** What keeps the step from being begun. */
  readonly blocks: readonly Block[]
  /** What is known of the step is of another page. */
  readonly outdated: Outdated | null
  /** Something stands there only because the file says so that the run was opened from. */
  readonly isOfFile: (moment: Moment) => boolean
  readonly live: LiveStep | undefined
  readonly session: SessionView
}

/** True where Graph is asked something at the step. */
export function isReading({step}: Pick<CardContext, 'step'>): boolean {
  return step.presses.length > 0 || step.evidence !== undefined || step.change !== undefined
}

/** What the state of a step's card depends on, but for what blocks it. */
export function contextOf(step: BoundStep, shown: Shown, live: LiveStep | undefined): CardContext {
  const {model, state, session} = shown
  const record = recordOf(step, model, state)
  const {change} = withInputs(step, state.inputs)
  const own = {...record.change, sent: record.change.sent.filter(sent => !isAsFileSays(state, sent))}
  return {
    ...{step, record, live, session, blocks: []},
    presses: step.presses.map(press => pressState(press, record, session.fresh)),
    change: change ? comeOf(change, record, shown, own) : null,
    isByOther: change !== undefined && isByOther(change, own),
    outdated: outdatedBy(record, shown),
    isOfFile: moment => isAsFileSays(state, moment),
  }
}

// What only a file says was undone is no state of this run: it can be done. Nor is what Graph is said to go on with: nobody
// can look at that from here.
function comeOf(
  change: Change,
  record: StepRecord,
  {state}: Shown,
  own: StepRecord['change'],
): ChangeOutcome {
  const outcome = outcomeOf(change, record.change)
  if (!('sent' in outcome) || !isAsFileSays(state, outcome.sent)) return outcome
  return outcome.id === 'undone' || change.follow ? outcomeOf(change, own) : outcome
}
